"""The wiring app (commands, demo) and the admin site's own configuration."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig as DjangoAdminConfig


class ConfigConfig(AppConfig):
    """Holds the commands that use every app: the demo and the local servers."""

    name = "config"


class AdminConfig(DjangoAdminConfig):
    """The registers' admin, with our site in place of Django's own."""

    default_site = "boards.access.admin_site.JusteraAdminSite"

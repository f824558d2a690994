"""The registers' site: Swedish title, and only for systemförvaltare."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class JusteraAdminSite(admin.AdminSite):
    """Django's admin under our name."""

    site_header = _("Justera: registers")
    site_title = _("Justera")
    index_title = _("Registers")

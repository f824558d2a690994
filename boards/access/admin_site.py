"""The registers' site: Swedish title, and only for systemförvaltare."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext_lazy as _

# Roles take the place of Django's groups; a lockout opens by itself after a while.
LEFT_OUT = frozenset({"auth", "axes"})


class JusteraAdminSite(admin.AdminSite):
    """Django's admin under our name, entered through our own login page."""

    site_header = _("Justera: registers")
    site_title = _("Justera")
    index_title = _("Registers")
    site_url = "/kansli/"

    def login(self, request: HttpRequest, _extra: Any = None) -> HttpResponse:
        """Send to the one login page; tell who is logged in but may not come in."""
        wanted = request.GET.get("next") or resolve_url("admin:index")
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(wanted)

    def register(self, models: Any, admin_class: Any = None, **options: Any) -> None:
        """Register what is ours."""
        rows = [models] if isinstance(models, type) else list(models)
        ours = [row for row in rows if row._meta.app_label not in LEFT_OUT]
        super().register(ours, admin_class, **options)

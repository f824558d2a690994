"""The accessibility statements in the registers."""

from __future__ import annotations

from django.contrib import admin

from boards.registers.admin.base import RegisterAdmin
from cases.report.forms import StatementForm
from cases.report.models import AccessibilityStatement


@admin.register(AccessibilityStatement)
class AccessibilityStatementAdmin(RegisterAdmin):
    """What each authority says of how accessible its pages are; public when saved."""

    form = StatementForm
    list_display = ["name", "compliance", "assessed_on", "updated_on"]
    search_fields = ["name"]
    autocomplete_fields = ["board"]
    prepopulated_fields = {"slug": ["name"]}

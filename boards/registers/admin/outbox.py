"""The outbox: what waits, what is done, what failed."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from boards.registers.admin.base import ReadOnlyAdmin
from boards.shared.enums import OutboxState
from boards.shared.history import acting
from boards.shared.models import OutboxMessage
from boards.shared.outbox import try_again


@admin.register(OutboxMessage)
class OutboxAdmin(ReadOnlyAdmin):
    """Jobs of the worker; a failed one can be tried again."""

    list_display = ["kind", "object_id", "state", "attempts", "due_at", "done_at"]
    list_filter = ["state", "kind"]
    search_fields = ["kind", "last_error"]
    ordering = ["-due_at"]
    actions = ["try_failed_again"]

    @admin.action(description=_("Try the failed ones again"), permissions=["view"])
    def try_failed_again(
        self, request: HttpRequest, queryset: QuerySet[OutboxMessage]
    ) -> None:
        """Open the failed ones among the chosen once more."""
        with transaction.atomic():
            acting(request.user)
            failed = list(queryset.filter(state=OutboxState.FAILED))
            for row in failed:
                try_again(row)
        text = ngettext(
            "%(count)s job is tried again.",
            "%(count)s jobs are tried again.",
            len(failed),
        )
        messages.success(request, text % {"count": len(failed)})

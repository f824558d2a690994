"""What every register shares: who may, who acts, the history, nothing deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from boards.access.permissions import may
from boards.board.models import Board
from boards.membership.queries import missing_in_roster
from boards.registers.publish import publish
from boards.registers.row_history import changes_of
from boards.shared.clock import today
from boards.shared.history import acting
from boards.shared.texts import sentence


class KeptByAdministrators:
    """The table of permissions decides, not Django's; and nothing is deleted."""

    def _may(self, request: HttpRequest) -> bool:
        return may(request.user, "register.edit")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the register to those who keep it."""
        return self._may(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  Django's
        """Let those who keep the register look."""
        return self._may(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  Django's
        """Let those who keep the register add."""
        return self._may(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  Django's
        """Let those who keep the register change."""
        return self._may(request)

    def has_delete_permission(self, _request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  Django's
        """Refuse: a register keeps what was; periods end, and names are corrected."""
        return False


class RegisterInline(KeptByAdministrators, admin.TabularInline):
    """Rows that belong to the object on the page."""

    extra = 0
    show_change_link = False


class RegisterAdmin(KeptByAdministrators, admin.ModelAdmin):
    """A register whose every change is known by its row history."""

    list_per_page = 50
    actions_on_top = True

    def boards_of(self, _obj: Any) -> Iterable[Board]:
        """Return the boards whose public names or roster the object is part of."""
        return ()

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        """Save, after telling the row history of this transaction who acts."""
        acting(request.user)
        super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: Any
    ) -> None:
        """Save the parts; publish the names and tell what the rosters lack."""
        super().save_related(request, form, formsets, change)
        boards = list(self.boards_of(form.instance))
        publish(*boards)
        for board in boards:
            for missing in missing_in_roster(board, today()):
                text = f"{board.name}: {sentence(missing)}"
                messages.warning(request, text)

    def history_view(
        self, request: HttpRequest, object_id: str, _extra: Any = None
    ) -> HttpResponse:
        """Show every change of the object and its parts, before and after."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        obj = get_object_or_404(self.model, pk=object_id)
        parts = [
            (inline.model, inline.get_formset(request, obj).fk.column)
            for inline in self.get_inline_instances(request, obj)
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(thing)s") % {"thing": obj},
            "opts": self.opts,
            "object": obj,
            "changes": changes_of(obj, parts),
        }
        return render(request, "boards/registers/history.html", context)


class ReadOnlyAdmin(RegisterAdmin):
    """Something the registers show but nobody changes there."""

    def has_add_permission(self, _request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  Django's
        """Refuse: rows come from the product's verbs."""
        return False

    def has_change_permission(self, _request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  Django's
        """Refuse: rows change through the product's verbs."""
        return False

"""Meetings in the registers: to look at; the verbs are on the meeting's page."""

from collections.abc import Iterable

from django.contrib import admin

from boards.board.models import Board
from boards.registers.admin.base import RegisterAdmin
from minutes.meeting.models import Meeting, StandingItem


@admin.register(Meeting)
class MeetingAdmin(admin.ModelAdmin):
    """Read-only: time, place and state change through the meeting's own page."""

    list_display = ["board", "starts_at", "place", "state"]
    list_filter = ["state", "board"]
    search_fields = ["place", "board__name"]
    date_hierarchy = "starts_at"

    def has_add_permission(self, *_args: object) -> bool:
        """Refuse: a meeting is planned on the kansli's pages."""
        return False

    def has_change_permission(self, *_args: object) -> bool:
        """Refuse: a meeting changes on its own page."""
        return False

    def has_delete_permission(self, *_args: object) -> bool:
        """Refuse: a meeting is called off, never deleted."""
        return False


@admin.register(StandingItem)
class StandingItemAdmin(RegisterAdmin):
    """What every new agenda of a board begins or ends with."""

    list_display = ["heading", "board", "kind", "is_last", "position", "is_active"]
    list_filter = ["board", "is_active"]
    list_select_related = ["board"]
    search_fields = ["heading"]
    autocomplete_fields = ["board"]

    def boards_of(self, _obj: StandingItem) -> Iterable[Board]:
        """Return nothing: standing points change no roster."""
        return ()

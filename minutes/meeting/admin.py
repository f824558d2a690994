"""Meetings in the registers: to look at; the verbs are on the meeting's page."""

from django.contrib import admin

from minutes.meeting.models import Meeting


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

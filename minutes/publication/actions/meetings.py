"""Publishing meetings: when, where, and the agenda once it is summoned."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from boards.shared.masking import mask_names
from boards.shared.published.snapshots import publish_row
from minutes.meeting.enums import AgendaKind, MeetingState
from minutes.meeting.models import AgendaItem, Meeting
from minutes.privacy.actions import look_at_titles
from minutes.publication.actions.masking import (
    HIDDEN_HEADING,
    names_in_titles,
    protected_names,
)
from minutes.publication.actions.municipalities import publish_municipality
from minutes.publication.actions.points import publish_points
from minutes.publication.actions.registers import publish_registers
from minutes.publication.models import PublishedAnnouncement, PublishedMeeting

# What a calendar's reader has to be told again when it changes (RFC 5545 SEQUENCE).
TOLD_AGAIN = ("starts_at", "place", "is_cancelled")


@transaction.atomic
def publish_meeting(*, meeting: Meeting) -> PublishedMeeting:
    """Publish when and where a meeting is; its agenda once it has been summoned."""
    board = publish_registers(board=meeting.board)
    is_called = meeting.state not in {MeetingState.PLANNED, MeetingState.CANCELLED}
    if is_called:
        look_at_titles(meeting=meeting)
    said = {
        "starts_at": meeting.starts_at,
        "place": mask_names(meeting.place, protected_names(meeting)),
        "is_cancelled": meeting.state == MeetingState.CANCELLED,
    }
    published = publish_row(
        PublishedMeeting,
        {"source_id": meeting.pk},
        {
            "board": board,
            "held_on": meeting.held_on,
            "ends_at": meeting.ends_at,
            "sequence": sequence(meeting, said),
            "agenda": public_agenda(meeting) if is_called else [],
            **said,
        },
    )
    publish_points(meeting, published, is_called=is_called)
    publish_announcement(meeting, published)
    return published


def sequence(meeting: Meeting, said: dict[str, Any]) -> int:
    """Return how often when and where have changed, this time counted."""
    row = PublishedMeeting.objects.filter(source_id=meeting.pk).first()
    if row is None:
        return 0
    has_changed = any(getattr(row, name) != said[name] for name in TOLD_AGAIN)
    return row.sequence + has_changed


def publish_announcement(meeting: Meeting, published: PublishedMeeting) -> None:
    """Publish the last kungörelse with the points it named, on each board here."""
    announcement = meeting.announcements.last()
    if announcement is None:
        return
    for municipality in meeting.board.municipalities():
        if not municipality.is_served_here:
            continue
        publish_row(
            PublishedAnnouncement,
            {
                "meeting": published,
                "municipality": publish_municipality(municipality),
            },
            {
                "source_id": announcement.pk,
                "announced_at": announcement.announced_at,
                "agenda": public_agenda(meeting, announcement.points),
                "has_moved": announcement.has_moved,
            },
        )


def public_agenda(
    meeting: Meeting, only: set[int] | None = None
) -> list[dict[str, Any]]:
    """Return the agenda with secret points as a neutral heading (KL 6:25, KL-17).

    `only` leaves out the points that a kungörelse did not name.
    """
    points = (
        meeting.agenda_items.filter(withdrawn_at__isnull=True)
        .exclude(kind=AgendaKind.OPENING)
        .select_related("case", "item")
    )
    names = names_in_titles(meeting)
    shown: list[dict[str, Any]] = [
        _public_point(point) for point in points if only is None or point.pk in only
    ]
    masked: list[dict[str, Any]] = mask_names(shown, names)
    return masked


def _public_point(point: AgendaItem) -> dict[str, Any]:
    is_secret = point.item.is_secret or bool(point.case and point.case.is_secret)
    return {
        "heading": HIDDEN_HEADING if is_secret else point.heading,
        "dnr": point.case.dnr if point.case else "",
    }

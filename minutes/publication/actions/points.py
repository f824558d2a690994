"""Publishing the points of an agenda, each with its ärende."""

from __future__ import annotations

from boards.shared.masking import mask_names
from boards.shared.published.snapshots import publish_row, withdraw_row
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import AgendaItem, Meeting
from minutes.publication.actions.cases import publish_case
from minutes.publication.actions.masking import HIDDEN_HEADING, names_in_titles
from minutes.publication.models import PublishedAgendaPoint, PublishedMeeting


def publish_points(
    meeting: Meeting, published: PublishedMeeting, *, is_called: bool
) -> None:
    """Publish the points of a summoned meeting; take away those that left it."""
    names = names_in_titles(meeting)
    points = meeting.agenda_items.filter(withdrawn_at__isnull=True).exclude(
        kind=AgendaKind.OPENING
    )
    shown = list(points.select_related("case", "item")) if is_called else []
    for place, point in enumerate(shown, start=1):
        publish_point(point, published, place, names)
    gone = published.points.filter(withdrawn_at__isnull=True).exclude(
        source_id__in=[point.pk for point in shown]
    )
    for row in gone:
        withdraw_row(row, heading="", case=None)


def publish_point(
    point: AgendaItem, meeting: PublishedMeeting, place: int, names: list[str]
) -> None:
    """Publish one point; of a secret one that there is one (KL 6:25)."""
    case = publish_case(point.case, meeting.board) if point.case else None
    is_secret = point.item.is_secret or bool(case and case.is_secret)
    publish_row(
        PublishedAgendaPoint,
        {"source_id": point.pk},
        {
            "meeting": meeting,
            "case": case,
            "position": place,
            "heading": (
                HIDDEN_HEADING if is_secret else mask_names(point.heading, names)
            ),
            "is_secret": is_secret,
            "withdrawn_at": None,
        },
    )

"""Noting what became public, from the published rows alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from boards.shared.clock import now, today
from boards.shared.published.models import Snapshot
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedAnnouncement,
    PublishedFollowUp,
    PublishedItem,
    PublishedMeeting,
    PublishedMinutes,
    PublishedNotice,
    PublishedPaper,
    PublishedProclamation,
)
from minutes.subscription.enums import What
from minutes.subscription.models import News


def of_meeting(row: PublishedMeeting) -> list[News]:
    """A föredragningslista, or that there will be no meeting; of coming ones alone."""
    if row.held_on < today():
        return []
    found = [What.CANCELLED] if row.is_cancelled else []
    if row.agenda and not row.is_cancelled:
        found.append(What.AGENDA)
    return [News(what=what, board_id=row.board_id) for what in found]


def of_minutes(row: PublishedMinutes) -> list[News]:
    """Protokoll, each corrected version too."""
    return [News(what=What.MINUTES, board_id=row.meeting.board_id)]


def of_notice(row: PublishedNotice) -> list[News]:
    """A notice that is up, or will be."""
    if row.taken_down_on:
        return []
    return [posted(What.NOTICE, row)]


def of_proclamation(row: PublishedProclamation) -> list[News]:
    """A kungörelse that is up, or will be."""
    return [posted(What.PROCLAMATION, row)]


def posted(what: What, row: PublishedNotice | PublishedProclamation) -> News:
    """Return what is on a notice board, no sooner than it is."""
    return News(
        what=what,
        board_id=row.board_id,
        municipality_id=row.municipality_id,
        found_at=max(row.posted_at, now()),
    )


def of_announcement(row: PublishedAnnouncement) -> list[News]:
    """The kungörelse of an assembly's coming meeting."""
    if row.meeting.held_on < today():
        return []
    board = row.meeting.board_id
    where = row.municipality_id
    return [News(what=What.ANNOUNCEMENT, board_id=board, municipality_id=where)]


def of_item(row: PublishedItem) -> list[News]:
    """A § about an ärende."""
    return of_case(What.ITEM, row.case_id, row.minutes.meeting.board_id)


def of_point(row: PublishedAgendaPoint) -> list[News]:
    """An ärende on an agenda."""
    return of_case(What.POINT, row.case_id, row.meeting.board_id)


def of_paper(row: PublishedPaper) -> list[News]:
    """A handling of an ärende that somebody decided to publish."""
    return of_case(What.PAPER, row.case_id, row.board_id)


def of_follow_up(row: PublishedFollowUp) -> list[News]:
    """What became of a decision in an ärende."""
    board = row.item.minutes.meeting.board_id
    return of_case(What.FOLLOW_UP, row.item.case_id, board)


def of_case(what: What, case: int | None, board: int) -> list[News]:
    """Return what is new in an ärende."""
    return [News(what=what, board_id=board, case_id=case)] if case else []


SOURCES: dict[type[Snapshot], Callable[[Any], list[News]]] = {
    PublishedMeeting: of_meeting,
    PublishedMinutes: of_minutes,
    PublishedNotice: of_notice,
    PublishedProclamation: of_proclamation,
    PublishedAnnouncement: of_announcement,
    PublishedItem: of_item,
    PublishedAgendaPoint: of_point,
    PublishedPaper: of_paper,
    PublishedFollowUp: of_follow_up,
}


def note(row: Snapshot) -> None:
    """Write down what is new about a published row, the first time it is."""
    source = SOURCES.get(type(row))
    if source is None or row.withdrawn_at:
        return
    found = source(row)
    for one in found:
        one.row_id = row.pk
    News.objects.bulk_create(found, ignore_conflicts=True)

"""Titles: an agenda and its ärenden are public before there are any minutes (D-18).

They wait for nobody. What is found in them is masked until somebody has decided that it
may be shown, so a name is never public because nobody looked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from minutes.meeting.enums import AgendaKind
from minutes.privacy.detectors import Known, Passage, findings
from minutes.privacy.enums import Choice, GateState
from minutes.privacy.facts import known
from minutes.privacy.findings import Found, gathered
from minutes.privacy.models import Publication

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cases.case.models import Case
    from minutes.meeting.models import AgendaItem, Meeting

Identity = tuple[str, str]


def passages_of(meeting: Meeting) -> list[Passage]:
    """Return the titles that an agenda shows; a secret point shows none."""
    points = meeting.agenda_items.filter(withdrawn_at__isnull=True)
    shown = points.exclude(kind=AgendaKind.OPENING).select_related("case", "item")
    return [one for point in shown.order_by("position") for one in said_by(point)]


def said_by(point: AgendaItem) -> list[Passage]:
    """Return what one point says: its heading, and the title of its ärende."""
    case = point.case
    if point.item.is_secret or (case is not None and case.is_secret):
        return []
    heading = Passage(str(point.position), point.heading)
    if case is None or case.title == point.heading:
        return [heading]
    return [heading, Passage(case.dnr, case.title)]


def found_in(passages: list[Passage], meeting: Meeting | None = None) -> list[Found]:
    """Return what the detectors find; only then who is elected is asked for."""
    if not findings(passages, Known()):
        return []
    return gathered(findings(passages, known(meeting)), passages)


def found_in_titles(meeting: Meeting) -> list[Found]:
    """Return what is found in everything an agenda shows."""
    return found_in(passages_of(meeting), meeting)


def accepted(rows: Iterable[Publication]) -> set[Identity]:
    """Return what somebody has decided to show, or was public before the gate.

    In titles it still holds while something new of them waits.
    """
    return {
        one.identity for row in rows for one in row.found if is_shown(row, one.choice)
    }


def is_shown(row: Publication, choice: str) -> bool:
    """Say whether what was chosen counts where the document stands."""
    if row.state == GateState.PUBLISHED:
        return choice != Choice.MASK
    is_waiting = row.meeting_id is not None and row.state == GateState.WAITING
    return is_waiting and choice == Choice.PUBLISH


def about_meeting(meeting: Meeting) -> Iterable[Publication]:
    """Return what was decided about a meeting's titles and its minutes."""
    return Publication.objects.filter(Q(meeting=meeting) | Q(approval__meeting=meeting))


def words_of_titles(meeting: Meeting) -> list[str]:
    """Return the words that nobody has let through in the titles of a meeting."""
    found = found_in_titles(meeting)
    return not_shown(found, about_meeting(meeting)) if found else []


def words_of_case(case: Case) -> list[str]:
    """Return the words that nobody has let through in the title of an ärende."""
    found = found_in([Passage(case.dnr, case.title)])
    if not found:
        return []
    on_agenda = Q(meeting__agenda_items__case=case)
    decided = Q(approval__items__agenda_item__case=case)
    rows = Publication.objects.filter(on_agenda | decided).distinct()
    return not_shown(found, rows)


def not_shown(found: list[Found], rows: Iterable[Publication]) -> list[str]:
    """Return the words of what is found and not accepted."""
    shown = accepted(rows)
    return [word for one in found if one.identity not in shown for word in one.words]

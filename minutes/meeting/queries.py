"""Reads of the meeting: lists, the agenda, and who decides at each point."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Prefetch, Q

from boards.access.enums import Role
from boards.access.queries import boards_followed, boards_with_role
from boards.board.enums import BoardKind
from boards.membership.models import Membership
from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage
from cases.case.models import Case
from cases.document.models import Document
from minutes.meeting import registry
from minutes.meeting.enums import AgendaKind, MeetingState
from minutes.meeting.facts import roll_facts
from minutes.meeting.models import (
    AgendaItem,
    AgendaPaper,
    Attendance,
    Meeting,
    SummonsRecipient,
)
from minutes.meeting.rules.agenda import lateness
from minutes.meeting.rules.facts import RollFacts, Serving
from minutes.meeting.rules.serving import who_serves
from minutes.meeting.rules.summons import (
    SummonsDeadline,
    summons_due,
    warns_announcement,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

    from boards.board.models import Board
    from boards.membership.models import MembershipQuerySet
    from boards.shared.refusals import Refusal
    from minutes.meeting.models import ChosenApprover

# The way of every meeting; the later steps are told by the rooms that take them.
STEPS = (
    "planned",
    "called",
    "in_session",
    "drafting",
    "approval",
    "posted",
    "final",
    "archived",
)
STEP_OF_STATE = {
    MeetingState.PLANNED: "planned",
    MeetingState.CALLED: "called",
    MeetingState.IN_SESSION: "in_session",
    MeetingState.CLOSED: "drafting",
    MeetingState.CANCELLED: "cancelled",
}


@dataclass(frozen=True, slots=True)
class ServingRow:
    """One point of the agenda: who decides, for whom, and what stands in the way."""

    item: AgendaItem
    serving: Serving
    deciders: tuple[Attendance, ...]
    substitutes: tuple[tuple[Attendance, Attendance | None], ...]
    recused: tuple[Attendance, ...]
    presiding: Attendance | None
    waiting: tuple[Attendance, ...] = ()


def with_agenda() -> QuerySet[Meeting]:
    """Return meetings with what their pages show of the agenda."""
    papers = AgendaPaper.objects.select_related("document__case", "document__file")
    items = AgendaItem.objects.select_related("case", "item").prefetch_related(
        Prefetch("papers", papers)
    )
    boards = ("board__host", "secretary__person")
    return Meeting.objects.select_related(*boards).prefetch_related(
        Prefetch("agenda_items", items), "board__regulations"
    )


def meetings_of_staff(user: Any) -> QuerySet[Meeting]:
    """Return the meetings of every board the user works for, the latest first."""
    return (
        Meeting.objects.filter(board__in=boards_with_role(user))
        .select_related("board")
        .prefetch_related("board__regulations")
        .annotate(
            points=Count("agenda_items", filter=Q(agenda_items__withdrawn_at=None))
        )
        .order_by("-starts_at")
    )


def meetings_followed(user: Any) -> QuerySet[Meeting]:
    """Return called meetings of the boards where the user holds an uppdrag."""
    return (
        Meeting.objects.filter(board__in=boards_followed(user))
        .exclude(state=MeetingState.PLANNED)
        .select_related("board")
    )


def boards_to_plan(user: Any) -> QuerySet[Board]:
    """Return the boards the user plans meetings for."""
    return boards_with_role(user, Role.SECRETARY)


def steps_of(meetings: Sequence[Meeting]) -> dict[int, str]:
    """Return how far each meeting has come, in one query per room that tells."""
    found = {row.pk: STEP_OF_STATE[MeetingState(row.state)] for row in meetings}
    for mark in sorted(registry.progress_marks, key=lambda row: STEPS.index(row.step)):
        for pk in mark.is_reached(list(found)):
            found[pk] = mark.step
    return found


def summons_deadline_of(meeting: Meeting) -> SummonsDeadline:
    """Return the last day to send the kallelse, by law or reglemente (KL-01, KL-02)."""
    return summons_due(
        meeting.held_on,
        days=meeting.board.regulations_on(meeting.held_on).summons_days,
        is_assembly=meeting.board.kind == BoardKind.ASSEMBLY,
    )


def late_summons(meeting: Meeting, day: date) -> list[Refusal]:
    """Return why a kallelse that day, or the kungörelse with it, would be late."""
    is_first = not meeting.summonses.exists()
    late = lateness(summons_deadline_of(meeting), day) if is_first else []
    return late + late_announcement(meeting, day)


def late_announcement(meeting: Meeting, day: date) -> list[Refusal]:
    """Return what makes a kungörelse that day late, if anything (KL 5:13–14; KL-01).

    An assembly alone is announced. One that was and keeps its time is announced again
    only for the points it has got since.
    """
    if meeting.board.kind != BoardKind.ASSEMBLY:
        return []
    last = meeting.announcements.last()
    if last is None or last.has_moved:
        return warns_announcement(meeting.held_on, day)
    points = meeting.agenda_items.filter(withdrawn_at__isnull=True)
    new = points.exclude(kind=AgendaKind.OPENING).exclude(pk__in=last.points)
    if not new.exists():
        return []
    return warns_announcement(meeting.held_on, day, is_addition=True)


def to_be_called(meeting: Meeting) -> MembershipQuerySet:
    """Return members and all substitutes of that day: all are called (KL 6:17)."""
    serving = Membership.objects.serving_on(meeting.held_on)
    return serving.filter(board=meeting.board_id).select_related("person", "party")


def failed_rows() -> QuerySet[OutboxMessage]:
    """Return the mails of kallelser that were given up after all attempts."""
    return OutboxMessage.objects.filter(
        kind="meeting.mail_summons", state=OutboxState.FAILED
    )


def failed_recipients(meeting: Meeting) -> set[int]:
    """Return those of a meeting's recipients whose mail was given up."""
    rows = SummonsRecipient.objects.filter(
        summons__meeting=meeting,
        sent_at__isnull=True,
        pk__in=failed_rows().values("object_id"),
    )
    return set(rows.values_list("pk", flat=True))


def cases_to_add(meeting: Meeting) -> QuerySet[Case]:
    """Return the board's open ärenden that are not on this agenda."""
    on_agenda = meeting.agenda_items.filter(withdrawn_at=None, case__isnull=False)
    return (
        Case.objects.open()
        .filter(board=meeting.board_id)
        .exclude(pk__in=on_agenda.values("case"))
    )


def papers_to_add(item: AgendaItem) -> QuerySet[Document]:
    """Return the handlingar that may go under a point: its ärende's come first."""
    documents = Document.objects.filter(case__board=item.meeting.board_id)
    documents = documents.select_related("case").exclude(
        agenda_papers__agenda_item=item
    )
    if item.case_id:
        return documents.filter(case=item.case_id)
    return documents.order_by("-pk")


def serving_table(meeting: Meeting) -> list[ServingRow]:
    """Return per point who decides and whether they may (KL 6:16–17, 6:27; KL-03)."""
    facts = roll_facts(meeting)
    people = {row.pk: row for row in meeting.attendances.all()}
    serving = who_serves(facts)
    return [
        serving_row(item, serving[item.position], people)
        for item in meeting.agenda_items.select_related("item")
        if item.position in serving
    ]


def serving_row(
    item: AgendaItem, serving: Serving, people: dict[int, Attendance]
) -> ServingRow:
    """Return the rules' answer for one point with the people's rows."""
    return ServingRow(
        item=item,
        serving=serving,
        deciders=tuple(people[pk] for pk in serving.deciders),
        substitutes=tuple(
            (people[pk], people[member] if member else None)
            for pk, member in serving.serving_for.items()
        ),
        recused=tuple(people[pk] for pk in serving.recused),
        presiding=people[serving.presiding] if serving.presiding else None,
        waiting=tuple(people[pk] for pk in serving.waiting),
    )


def who_served(
    facts: RollFacts, position: int | None = None
) -> tuple[frozenset[int], int | None]:
    """Return all who decided anything, and who presided at most points.

    With a position only what happened there counts.
    """
    rows = [row for at, row in who_serves(facts).items() if position in {None, at}]
    served = frozenset(pk for row in rows for pk in row.deciders)
    presided = Counter(row.presiding for row in rows if row.presiding)
    return served, max(presided, key=presided.__getitem__, default=None)


def choosable(meeting: Meeting) -> frozenset[int]:
    """Return who may be chosen to approve: those who served, but not the chair."""
    served, chair = who_served(roll_facts(meeting))
    return served - {chair}


def approvers_for(
    chosen: Sequence[ChosenApprover], agenda_item: int | None
) -> tuple[int, ...]:
    """Return who approves one point, or all that have none of their own."""
    return tuple(
        row.attendance.person_id
        for row in chosen
        if row.for_item_id == agenda_item and not row.is_reserve
    )

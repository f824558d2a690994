"""What the meeting's pages show, put together from queries and forms."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.access.permissions import may
from boards.board.enums import BoardKind
from boards.shared.clock import today
from boards.shared.texts import SENTENCES, sentence
from minutes.meeting import registry
from minutes.meeting import session_forms as forms
from minutes.meeting.actions.returning import undecided
from minutes.meeting.agenda_snapshot import snapshot, what_is_new
from minutes.meeting.enums import AttendanceKind, MeetingState, ServingCause
from minutes.meeting.facts import attendances_of, item_span, roll_facts
from minutes.meeting.queries import (
    STEPS,
    cases_to_add,
    choosable,
    failed_recipients,
    late_summons,
    serving_table,
    steps_of,
    summons_deadline_of,
    to_be_called,
)
from minutes.meeting.rules.agenda import AGENDA_OPEN
from minutes.meeting.rules.ranges import ALL, Stay, as_text
from minutes.meeting.rules.substitution import (
    better_substitute,
    propose_substitute,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boards.person.models import User
    from minutes.meeting.models import AgendaItem, Attendance, Meeting, ServingSpan
    from minutes.meeting.queries import ServingRow

NEXT_POINT = "substitution.next_point"
STEP_LABELS = {
    "planned": _("Planned"),
    "called": _("Summoned"),
    "in_session": _("In session"),
    "drafting": _("Drafting"),
    "approval": _("Approval"),
    "posted": _("Announced"),
    "final": _("Legally binding"),
    "archived": _("Archived"),
    "cancelled": _("Called off"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the meeting's way, as the steps component shows it."""

    label: Any
    is_done: bool
    is_current: bool


@dataclass(frozen=True, slots=True)
class SeatProposal:
    """An empty place: whose, from which point, who is next to be called, and why.

    With a `service` the place is filled, and the one named should take it over.
    """

    member: Attendance | None
    item: AgendaItem
    last: AgendaItem | None
    cause: str
    substitute: Attendance | None
    why: str
    ground: str = ""
    service: ServingSpan | None = None


def steps_for(reached: str) -> list[Step]:
    """Return the steps with the one that is reached; none when it was called off."""
    if reached not in STEPS:
        return []
    current = STEPS.index(reached)
    return [
        Step(STEP_LABELS[step], place < current, place == current)
        for place, step in enumerate(STEPS)
    ]


def panels_for(meeting: Meeting, user: User) -> list[dict[str, Any]]:
    """Return what rooms to the right have to say about the meeting."""
    found = []
    for panel in sorted(registry.panels, key=lambda row: STEPS.index(row.step)):
        context = panel.context(meeting, user)
        if context is not None:
            found.append({"template": panel.template, "panel": context})
    return found


def meeting_overview(meeting: Meeting, user: User) -> dict[str, Any]:
    """Return what the meeting's own page shows."""
    reached = steps_of([meeting])[meeting.pk]
    points = list(meeting.agenda_items.all())
    summonses = meeting.summonses.select_related("document", "sent_by__person")
    may_plan = may(user, "meeting.plan", meeting)
    is_planning = meeting.state in {MeetingState.PLANNED, MeetingState.CALLED}
    return {
        "meeting": meeting,
        "reached": reached,
        "reached_label": STEP_LABELS[reached],
        "steps": steps_for(reached),
        "points": points,
        "last_position": len(points),
        "summonses": list(summonses.prefetch_related("recipients__person")),
        "failed": failed_recipients(meeting),
        "deadline": summons_deadline_of(meeting),
        "announcement": meeting.announcements.last() if is_announced(meeting) else None,
        "is_planning": is_planning,
        "may_plan": may_plan,
        "may_build": may_plan and meeting.state in AGENDA_OPEN,
        **life(meeting, list(summonses)),
        "cases_waiting": cases_to_add(meeting).count() if is_planning else 0,
        "panels": panels_for(meeting, user),
    }


def is_announced(meeting: Meeting) -> bool:
    """Say whether the law has the meeting announced: an assembly's is (KL 5:13)."""
    return meeting.board.kind == BoardKind.ASSEMBLY


def life(meeting: Meeting, summonses: Sequence[Any]) -> dict[str, Any]:
    """Return the meeting's pauses, changes since the kallelse, and what it left."""
    pauses = list(meeting.adjournments.all())
    sent = summonses[-1] if summonses else None
    is_closed = meeting.state == MeetingState.CLOSED
    return {
        "pauses": pauses,
        "paused": any(row.to_at is None for row in pauses),
        "changes": what_is_new(sent.agenda, snapshot(meeting)) if sent else [],
        "versions": list(meeting.agenda_versions.all()),
        "left": undecided(meeting) if is_closed else [],
    }


def summons_page(meeting: Meeting) -> dict[str, Any]:
    """Return what the page shows before a kallelse goes."""
    previous, agenda = meeting.summonses.last(), snapshot(meeting)
    deadline = summons_deadline_of(meeting)
    return {
        "meeting": meeting,
        "agenda": agenda,
        "called": to_be_called(meeting),
        "is_late": bool(late_summons(meeting, today())),
        "is_announced": is_announced(meeting),
        "news": what_is_new(previous.agenda, agenda) if previous else [],
        "deadline": deadline,
        "previous": previous,
    }


def attendance_page(meeting: Meeting, **bound: Any) -> dict[str, Any]:
    """Return what the attendance page shows; `bound` holds a form that was refused."""
    people = attendances_of(meeting)
    rules = meeting.board.regulations_on(meeting.held_on)
    table = serving_table(meeting)
    services = meeting.serving_spans.select_related(
        "substitute", "in_place_of", "from_item", "to_item"
    )
    proposals = seat_proposals(meeting, table, {row.pk: row for row in people})
    proposals += swap_proposals(meeting, table, people, list(services))
    page: dict[str, Any] = {
        "meeting": meeting,
        "table": [(row, reasons(row)) for row in table],
        "proposals": proposals,
        "services": services,
        "chosen_chairs": meeting.chosen_chairs.select_related(
            "attendance", "from_item", "to_item"
        ),
        "chosen": meeting.chosen_approvers.select_related("attendance", "for_item"),
        "wanted": rules.approver_count,
        "is_called": any(row.presence.all() for row in people),
        "points": points_of_people(meeting, people),
        "roll": forms.RollCallForm(people=people, distance=rules.distance_allowed),
        **session_forms(meeting, proposals),
    }
    for name, verb in FORM_ACTIONS.items():
        page[name].helper.form_action = reverse(verb, args=[meeting.pk])
    return page | bound


def session_forms(
    meeting: Meeting, proposals: Sequence[SeatProposal]
) -> dict[str, Any]:
    """Return the forms of the attendance page, begun with what is likely."""
    chosen = [row for row in meeting.chosen_approvers.all() if not row.for_item_id]
    initial = {
        "approvers": [row.attendance_id for row in chosen if not row.is_reserve],
        "reserves": [row.attendance_id for row in chosen if row.is_reserve],
    }
    return {
        "arrival": forms.ArrivalForm(meeting=meeting, prefix="in"),
        "departure": forms.DepartureForm(meeting=meeting, prefix="out"),
        "stays": forms.StaysForm(meeting=meeting, prefix="stay"),
        "service": forms.ServiceForm(
            meeting=meeting, prefix="serve", initial=first_proposal(proposals)
        ),
        "chair": forms.ChairForm(meeting=meeting, prefix="chair"),
        "approvers": forms.ApproversForm(
            meeting=meeting,
            prefix="sign",
            initial=initial,
            choosable=choosable(meeting),
        ),
        "attendee": forms.AttendeeForm(meeting=meeting, prefix="add"),
    }


def points_of_people(
    meeting: Meeting, people: Sequence[Attendance]
) -> list[tuple[Attendance, str]]:
    """Return who was there for some points only, and which, in the shortest form."""
    positions = forms.points_of(meeting)
    places = {item.pk: item.position for item in meeting.agenda_items.all()}
    found = []
    for row in people:
        stays = [
            Stay(
                places.get(stay.from_item_id or 0, min(positions, default=0)),
                places.get(stay.to_item_id or 0, max(positions, default=0)),
                stay.from_part,
                stay.to_part,
            )
            for stay in row.presence.all()
        ]
        said = as_text(stays, positions)
        if stays and said != ALL:
            found.append((row, said))
    return found


FORM_ACTIONS = {
    "arrival": "attendance-arrive",
    "departure": "attendance-leave",
    "stays": "attendance-stays",
    "service": "attendance-serve",
    "chair": "attendance-chair",
    "approvers": "meeting-approvers",
    "attendee": "attendance-add",
}


def reasons(row: ServingRow) -> list[str]:
    """Return in words what stands against handling a point."""
    return [sentence(refusal) for refusal in row.serving.refusals]


def first_proposal(proposals: Sequence[SeatProposal]) -> dict[str, Any]:
    """Return what the form to call in starts with: the first empty place."""
    empty = [row for row in proposals if row.service is None]
    ready = sorted(empty, key=lambda row: row.substitute is None)
    for row in ready:
        return {
            "substitute": row.substitute.pk if row.substitute else None,
            "member": row.member.pk if row.member else None,
            "first": row.item.pk,
            "last": row.last.pk if row.last else None,
            "cause": row.cause,
        }
    return {}


def seat_proposals(
    meeting: Meeting, table: Sequence[ServingRow], people: dict[int, Attendance]
) -> list[SeatProposal]:
    """Return every empty place with the substitute whose turn it is (KL 6:16)."""
    facts = roll_facts(meeting)
    found: dict[int | None, SeatProposal] = {}
    for place, row in enumerate(table):
        for member, cause in empty_places(row, people, facts.seats):
            if member in found and found[member].ground != NEXT_POINT:
                continue
            turn = propose_substitute(facts, member, row.item.position)
            last = row if cause == ServingCause.RECUSAL else None
            if cause != ServingCause.RECUSAL and turn.substitute:
                last = reach(table[place:], member, turn.substitute)
            found[member] = SeatProposal(
                member=people[member] if member else None,
                item=row.item,
                last=last.item if last else None,
                cause=cause,
                substitute=people[turn.substitute] if turn.substitute else None,
                why=str(SENTENCES[turn.ground]),
                ground=turn.ground,
            )
    return list(found.values())


def reach(
    rows: Sequence[ServingRow], member: int | None, substitute: int
) -> ServingRow | None:
    """Return the last point a substitute can serve the place to; none is the end."""
    for before, row in pairwise(rows):
        is_empty = member is None or member in row.serving.absent
        if not is_empty or substitute not in row.serving.idle_substitutes:
            return before
    return None


def swap_proposals(
    meeting: Meeting,
    table: Sequence[ServingRow],
    people: Sequence[Attendance],
    services: Sequence[ServingSpan],
) -> list[SeatProposal]:
    """Return the seats that the member's own party should take back (KL-06)."""
    facts, by_pk = roll_facts(meeting), {row.pk: row for row in people}
    found: dict[int, SeatProposal] = {}
    for row in table:
        at = row.item.position
        for service in services:
            seat = service.in_place_of_id
            serves = row.serving.serving_for.get(service.substitute_id, 0) == seat
            covers = item_span(service.from_item, service.to_item).covers(at)
            if service.pk in found or not (serves and covers):
                continue
            turn = better_substitute(facts, service.substitute_id, seat, at)
            if turn and turn.substitute and service.cause != ServingCause.RECUSAL:
                found[service.pk] = SeatProposal(
                    member=service.in_place_of,
                    item=row.item,
                    last=service.to_item,
                    cause=service.cause,
                    substitute=by_pk[turn.substitute],
                    why=str(SENTENCES[turn.ground]),
                    service=service,
                )
    return list(found.values())


def empty_places(
    row: ServingRow, people: dict[int, Attendance], seats: int
) -> list[tuple[int | None, ServingCause]]:
    """Return the places nobody fills at a point, and why each is empty."""
    members = {pk for pk, who in people.items() if who.kind == AttendanceKind.MEMBER}
    filled = list(row.serving.serving_for.values())
    empty: list[tuple[int | None, ServingCause]] = [
        (pk, ServingCause.ABSENCE) for pk in row.serving.absent if pk not in filled
    ]
    empty += [
        (pk, ServingCause.RECUSAL)
        for pk in row.serving.recused
        if pk in members and pk not in filled
    ]
    if seats - len(members) > filled.count(None):
        empty.append((None, ServingCause.VACANCY))
    return empty

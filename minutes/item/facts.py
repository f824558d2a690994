"""From rows to what the rules ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db.models import Q

from boards.board.enums import BoardKind
from minutes.item.enums import RoundMethod, RoundPurpose, SettledBy, VoteChoice
from minutes.item.models import PropositionRound
from minutes.item.rules.agreement import Answer
from minutes.item.rules.ballot import ALWAYS_OPEN, RoundFacts, VoteFacts
from minutes.item.rules.dissent import AsideFacts, NoteFacts, ReservationFacts
from minutes.item.rules.propositions import AskedFacts, MatterFacts, ProposalFacts
from minutes.meeting.enums import AgendaKind, AttendanceKind, MeetingState
from minutes.meeting.rules.quorum import votes_to_refer

if TYPE_CHECKING:
    from minutes.item.actions.dissent import Note
    from minutes.item.models import DecisionPoint, MinutesItem
    from minutes.item.service import Service
    from minutes.meeting.models import AgendaItem, Attendance

# Questions whose answers decide the matter; the others only lead there.
SETTLES = frozenset({RoundPurpose.MAIN, RoundPurpose.ADDITION, RoundPurpose.ELECTION})


def matter_facts(item: MinutesItem) -> MatterFacts:
    """Return what was proposed and asked in a §, as the order of questions needs it."""
    proposals = item.floor_proposals.prefetch_related("targets")
    rounds = item.rounds.prefetch_related("targets")
    return MatterFacts(
        proposals=tuple(
            ProposalFacts(
                pk=row.pk,
                kind=row.kind,
                targets=frozenset(point.pk for point in row.targets.all()),
                is_withdrawn=row.withdrawn_at is not None,
                is_not_put=bool(row.not_put_because),
            )
            for row in proposals
        ),
        asked=tuple(
            AskedFacts(
                purpose=row.purpose,
                yes=row.yes_proposal_id,
                no=row.no_proposal_id,
                targets=frozenset(point.pk for point in row.targets.all()),
                is_yes=row.is_yes,
            )
            for row in rounds
        ),
    )


def ballot_facts(
    item: MinutesItem,
    row: PropositionRound,
    service: Service,
    *,
    is_yes: bool | None = None,
) -> RoundFacts:
    """Return one round as the law asks about it (KL 5:53–55)."""
    is_closed = row.method == RoundMethod.CLOSED_VOTE
    return RoundFacts(
        method=row.method,
        deciders=service.ids,
        presiding=service.presiding.pk if service.presiding else None,
        votes=tuple(
            VoteFacts(vote.attendance_id, vote.choice) for vote in row.votes.all()
        ),
        yes=row.yes_count or 0,
        no=row.no_count or 0,
        abstained=row.abstain_count or 0,
        acclaimed_yes=is_yes if row.method == RoundMethod.ACCLAMATION else None,
        lot_yes=is_yes if is_closed else None,
        # Appointments of staff are closed like elections (KL 5:55).
        is_election=row.purpose == RoundPurpose.ELECTION
        or (is_closed and row.purpose not in ALWAYS_OPEN),
        is_authority=is_authority(item),
        not_taking_part=stood_aside(item),
        minority=minority(item, row, service),
    )


def minority(item: MinutesItem, row: PropositionRound, service: Service) -> int | None:
    """Return how many no votes send the matter away, in an assembly (KL 5:50; KL-13).

    None where only the majority can: a nämnd, an election, a second time in the matter.
    """
    if row.purpose != RoundPurpose.PROCEDURAL or not is_assembly(item):
        return None
    agenda_item = item.agenda_item
    is_election = agenda_item.kind == AgendaKind.ELECTION
    if is_election or was_sent_away(item):
        return None
    return votes_to_refer(
        present=service.present, day=item.meeting.held_on, is_assembly=True
    )


def was_sent_away(item: MinutesItem) -> bool:
    """Say whether a minority has postponed or referred back the ärende before.

    A § without an ärende is known by the points it goes on from.
    """
    case = item.agenda_item.case
    same = Q(item__agenda_item__in=earlier_points(item.agenda_item))
    if case is not None:
        same |= Q(item__agenda_item__case=case)
    others = PropositionRound.objects.exclude(item=item)
    return others.filter(same, settled_by=SettledBy.MINORITY).exists()


def earlier_points(point: AgendaItem) -> list[AgendaItem]:
    """Return the points of earlier meetings that sent a matter here."""
    found = []
    while point.follows is not None:
        point = point.follows
        found.append(point)
    return found


def is_authority(item: MinutesItem) -> bool:
    """Say whether the § is myndighetsutövning against an individual (KL 4:26)."""
    case = item.agenda_item.case
    return item.is_authority or (case is not None and case.is_authority_exercise)


def is_assembly(item: MinutesItem) -> bool:
    """Say whether the § is of a fullmäktige, for which the law differs."""
    return item.board.kind == BoardKind.ASSEMBLY


def needs_agreement(item: MinutesItem) -> bool:
    """Say whether all present must agree to what was not announced (KL 5:15)."""
    agenda_item = item.agenda_item
    is_late = agenda_item.is_late and agenda_item.agreed_at is None
    return is_late and is_assembly(item)


def answer_of(row: PropositionRound) -> Answer:
    """Return what the chair's question settled, and for which kind of yrkande."""
    won = row.yes_proposal if row.is_yes else row.no_proposal
    return Answer(row.purpose, row.is_yes, won.kind if won else "")


def reservation_facts(
    item: MinutesItem,
    service: Service,
    people: Sequence[Attendance],
    points: Sequence[DecisionPoint] = (),
) -> ReservationFacts:
    """Return who wants to reserve, against which points, and who decided (KL 4:27)."""
    return ReservationFacts(
        people=tuple(person.pk for person in people),
        deciders=service.ids,
        recused=frozenset(person.pk for person in service.recused),
        abstained=abstained(item, points),
        stood_aside=stood_aside(item),
        already=already_reserved(item, points),
        is_meeting_closed=item.meeting.state == MeetingState.CLOSED,
        is_decided=item.decided_at is not None,
    )


def stood_aside(item: MinutesItem) -> frozenset[int]:
    """Return those who take no part in the decision (KL 4:25)."""
    return frozenset(row.attendance_id for row in item.non_participations.all())


def already_reserved(
    item: MinutesItem, points: Sequence[DecisionPoint]
) -> frozenset[int]:
    """Return those who have reserved against one of the points, or against it all."""
    wanted = {point.pk for point in points}
    return frozenset(
        person.pk
        for row in item.reservations.all()
        if not wanted or not row.points.all() or wanted & keys(row.points.all())
        for person in row.people.all()
    )


def keys(rows: Iterable[DecisionPoint]) -> set[int]:
    """Return the keys of some points."""
    return {row.pk for row in rows}


def deciding_rounds(
    item: MinutesItem, points: Sequence[DecisionPoint] = ()
) -> list[PropositionRound]:
    """Return the questions that settled the matter, or those points of it."""
    rounds = [row for row in item.rounds.all() if row.purpose in SETTLES]
    own = {point.round_id for point in points if point.round_id}
    return [row for row in rounds if row.pk in own] if own else rounds


def abstained(
    item: MinutesItem, points: Sequence[DecisionPoint] = ()
) -> frozenset[int]:
    """Return those who gave no answer in any of the votes that settled it."""
    silent: set[int] = set()
    answered: set[int] = set()
    for row in deciding_rounds(item, points):
        for vote in row.votes.all():
            kept = silent if vote.choice == VoteChoice.ABSTAIN else answered
            kept.add(vote.attendance_id)
    return frozenset(silent - answered)


def aside_facts(
    item: MinutesItem, service: Service, people: Sequence[Attendance]
) -> AsideFacts:
    """Return who wants no part in the decision; a vote on the form of it is none."""
    return AsideFacts(
        people=tuple(person.pk for person in people),
        deciders=service.ids,
        voted=frozenset(
            vote.attendance_id
            for row in deciding_rounds(item)
            for vote in row.votes.all()
            if vote.choice != VoteChoice.ABSTAIN
        ),
        reserved=frozenset(
            person.pk for row in item.reservations.all() for person in row.people.all()
        ),
        is_authority=is_authority(item),
    )


def note_facts(
    item: MinutesItem, service: Service, people: Sequence[Attendance], note: Note
) -> NoteFacts:
    """Return what somebody wants noted, and what they are in the §."""
    regulations = item.board.regulations_on(item.meeting.held_on)
    return NoteFacts(
        kind=note.kind,
        people=tuple(person.pk for person in people),
        deciders=service.ids,
        recused=frozenset(person.pk for person in service.recused),
        substitutes=of_kind(service.others, AttendanceKind.SUBSTITUTE),
        observers=of_kind(service.others, AttendanceKind.OBSERVER),
        substitutes_may_note=regulations.substitutes_may_note,
        has_words=bool(note.text.strip() or note.document),
    )


def of_kind(people: Iterable[Attendance], kind: AttendanceKind) -> frozenset[int]:
    """Return the keys of those who are at the meeting as something."""
    return frozenset(person.pk for person in people if person.kind == kind)

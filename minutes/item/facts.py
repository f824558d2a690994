"""From rows to what the rules ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from boards.board.enums import BoardKind
from minutes.item.enums import RoundMethod, VoteChoice
from minutes.item.rules.agreement import Answer
from minutes.item.rules.ballot import RoundFacts, VoteFacts
from minutes.item.rules.dissent import ReservationFacts
from minutes.meeting.enums import MeetingState

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem, PropositionRound
    from minutes.item.service import Service
    from minutes.meeting.models import AgendaItem, Attendance


def ballot_facts(
    row: PropositionRound,
    service: Service,
    *,
    is_yes: bool | None = None,
    is_authority: bool = False,
) -> RoundFacts:
    """Return one round as the law asks about it (KL 5:53–55)."""
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
        lot_yes=is_yes if row.method == RoundMethod.CLOSED_VOTE else None,
        is_election=row.method == RoundMethod.CLOSED_VOTE,
        is_authority=is_authority,
    )


def is_authority(item: MinutesItem) -> bool:
    """Say whether the § is myndighetsutövning against an individual (KL 4:26)."""
    case = item.agenda_item.case
    return item.is_authority or (case is not None and case.is_authority_exercise)


def is_assembly(item: MinutesItem) -> bool:
    """Say whether the § is of a fullmäktige, for which the law differs."""
    return item.board.kind == BoardKind.ASSEMBLY


def needs_agreement(agenda_item: AgendaItem) -> bool:
    """Say whether all present must agree to what was not announced (KL 5:15)."""
    is_late = agenda_item.is_late and agenda_item.agreed_at is None
    return is_late and agenda_item.meeting.board.kind == BoardKind.ASSEMBLY


def answer_of(row: PropositionRound) -> Answer:
    """Return what the chair's question settled, and for which kind of yrkande."""
    won = row.yes_proposal if row.is_yes else row.no_proposal
    return Answer(row.purpose, row.is_yes, won.kind if won else "")


def reservation_facts(
    item: MinutesItem, service: Service, people: Sequence[Attendance]
) -> ReservationFacts:
    """Return who wants to reserve and who decided the § (KL 4:27)."""
    rounds = list(item.rounds.all())
    last_votes = rounds[-1].votes.all() if rounds else []
    return ReservationFacts(
        people=tuple(person.pk for person in people),
        deciders=service.ids,
        recused=frozenset(person.pk for person in service.recused),
        abstained=frozenset(
            vote.attendance_id
            for vote in last_votes
            if vote.choice == VoteChoice.ABSTAIN
        ),
        already=frozenset(
            person.pk for row in item.reservations.all() for person in row.people.all()
        ),
        is_meeting_closed=item.meeting.state == MeetingState.CLOSED,
        is_decided=item.decided_at is not None,
    )

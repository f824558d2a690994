"""A third that sends a matter away: in a fullmäktige, once, and never in a nämnd."""

import pytest

from boards.shared.clock import at, local
from cases.case.models import Case
from minutes.item import actions
from minutes.item.enums import (
    ProposalKind,
    RoundMethod,
    RoundPurpose,
    SettledBy,
    VoteChoice,
)
from minutes.item.models import MinutesItem, PropositionRound
from minutes.item.service import ServiceMap
from minutes.meeting import actions as meetings
from minutes.meeting.actions.returning import put_again
from minutes.meeting.enums import AgendaCause, AgendaKind
from minutes.meeting.models import Meeting
from tests.factories import items as make
from tests.factories.assembly import assembly

pytestmark = [pytest.mark.django_db, pytest.mark.law("KL-13")]


@pytest.fixture
def meeting() -> Meeting:
    """A fullmäktige of nine in session: a third is three."""
    return make.in_session(assembly(9, substitutes=0))


def vote_on(item: MinutesItem, against: int) -> PropositionRound:
    """Ask whether the matter is decided today; so many want it referred back."""
    voters = ServiceMap(item.meeting).at(item).roll
    back = actions.add_floor_proposal(
        item=item,
        kind=ProposalKind.REFER_BACK,
        text="",
        proposers=voters[:1],
        by=None,
    )
    question = actions.Question(
        "ärendet avgörs i dag",
        RoundMethod.OPEN_VOTE,
        "avgörs i dag",
        "återremiss",
        RoundPurpose.PROCEDURAL,
        no_proposal=back,
    )
    row = actions.put_round(item=item, question=question, by=None)
    votes = {
        one.pk: VoteChoice.NO if place < against else VoteChoice.YES
        for place, one in enumerate(voters)
    }
    row = actions.record_votes(round_=row, votes=votes, by=None)
    return actions.settle_round(round_=row, by=None)


def answer(row: PropositionRound) -> tuple[bool | None, str]:
    return row.is_yes, row.settled_by


def of_case(item: MinutesItem, case: Case) -> MinutesItem:
    item.agenda_item.case = case
    item.agenda_item.save()
    return MinutesItem.objects.get(pk=item.pk)


@pytest.mark.parametrize(
    ("against", "is_yes", "settled_by"),
    [
        (2, True, SettledBy.MAJORITY),
        (3, False, SettledBy.MINORITY),
        (4, False, SettledBy.MINORITY),
        (5, False, SettledBy.MAJORITY),
    ],
)
def test_matter_when_a_third_of_an_assembly_asks_is_referred_back(
    meeting: Meeting, against: int, is_yes: bool, settled_by: SettledBy
) -> None:
    row = vote_on(meeting.items.first(), against)
    assert answer(row) == (is_yes, settled_by)


def test_third_when_members_are_absent_is_of_those_present(meeting: Meeting) -> None:
    for row in list(meeting.attendances.all())[6:9]:
        meetings.set_attendance(attendance=row, is_present=False, by=None)
    item = meeting.items.first()
    assert ServiceMap(meeting).at(item).present == 6
    assert answer(vote_on(item, 2)) == (False, SettledBy.MINORITY)


def test_matter_when_a_minority_has_sent_it_away_before_needs_a_majority(
    meeting: Meeting,
) -> None:
    case = make.case_of(meeting.board, 9)
    first, second, other = meeting.items.all()
    vote_on(of_case(first, case), 3)
    assert answer(vote_on(of_case(second, case), 4)) == (True, SettledBy.MAJORITY)
    assert answer(vote_on(other, 3)) == (False, SettledBy.MINORITY)


def test_matter_without_a_case_when_it_comes_back_is_the_same_matter(
    meeting: Meeting,
) -> None:
    vote_on(meeting.items.first(), 3)
    with at(make.SUMMONED):
        later = meetings.plan_meeting(
            board=meeting.board,
            starts_at=local(make.MEETING_DAY, 18),
            place="Stora salen",
            by=meeting.secretary,
        )
        earlier = meeting.items.first().agenda_item
        put_again(earlier, later, AgendaCause.REFERRED_BACK, by=None)
    again = make.in_session_of(later).items.first()
    assert answer(vote_on(again, 3)) == (True, SettledBy.MAJORITY)


def test_matter_when_it_is_an_election_needs_a_majority(meeting: Meeting) -> None:
    item = meeting.items.first()
    item.agenda_item.kind = AgendaKind.ELECTION
    item.agenda_item.save()
    assert answer(vote_on(item, 4)) == (True, SettledBy.MAJORITY)


@pytest.mark.parametrize(
    ("against", "is_yes", "settled_by"),
    [
        (2, True, SettledBy.MAJORITY),
        (3, True, SettledBy.CASTING_VOTE),
        (4, False, SettledBy.MAJORITY),
    ],
)
def test_matter_when_a_third_of_a_board_asks_stays(
    against: int, is_yes: bool, settled_by: SettledBy
) -> None:
    item = make.in_session(make.larger_board(6)).items.first()
    assert answer(vote_on(item, against)) == (is_yes, settled_by)

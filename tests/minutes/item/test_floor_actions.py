"""Yrkanden, jäv, questions and votes at a §."""

import pytest

from boards.shared.refusals import Refused
from minutes.item import actions
from minutes.item.enums import ProposalKind, RoundMethod, SettledBy, VoteChoice
from minutes.item.models import MinutesItem, PropositionRound
from minutes.item.service import ServiceMap
from minutes.meeting.models import Attendance
from tests.factories import items as make

pytestmark = pytest.mark.django_db
YES, NO, ABSTAIN = VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAIN
VOTE = actions.Question("förslaget antas", RoundMethod.OPEN_VOTE, "bifall", "avslag")


@pytest.fixture
def item() -> MinutesItem:
    return make.item_in_session()


@pytest.fixture
def three() -> MinutesItem:
    """A § of a board with three seats: chair, vice chair and a member."""
    return make.in_session(make.larger_board()).items.first()


def who(item: MinutesItem, name: str) -> Attendance:
    return make.attendance(item.meeting, name)


def vote(item: MinutesItem, **choices: VoteChoice) -> PropositionRound:
    row = actions.put_round(item=item, question=VOTE, by=None)
    votes = {who(item, name).pk: choice for name, choice in choices.items()}
    return actions.record_votes(round_=row, votes=votes, by=None)


def test_proposal_when_made_by_those_who_serve_is_noted(item: MinutesItem) -> None:
    proposal = actions.add_floor_proposal(
        item=item,
        kind=ProposalKind.ADD,
        text="Tillägg.",
        proposers=[who(item, "Ekström"), who(item, "Lindqvist")],
        by=item.meeting.secretary,
    )
    assert proposal.proposers.count() == 2


@pytest.mark.law("KL-06")
def test_proposal_when_made_by_a_substitute_not_serving_is_refused(
    item: MinutesItem,
) -> None:
    with pytest.raises(Refused, match=r"proposal.not_serving"):
        actions.add_floor_proposal(
            item=item,
            kind=ProposalKind.ADD,
            text="x",
            proposers=[who(item, "Åhlund")],
            by=None,
        )


@pytest.mark.law("KL-04")
def test_recusal_when_the_chair_has_jav_lets_the_vice_chair_preside(
    three: MinutesItem,
) -> None:
    actions.recuse(item=three, attendance=who(three, "Ekström"), by=None)
    service = ServiceMap(three.meeting).at(three)
    assert str(service.presiding) == "Birgitta Lindqvist (C)"
    assert who(three, "Ekström") not in service.serving


@pytest.mark.law("KL-04")
def test_decision_when_jav_leaves_no_quorum_is_refused(item: MinutesItem) -> None:
    actions.recuse(item=item, attendance=who(item, "Ekström"), by=None)
    with pytest.raises(Refused, match=r"meeting.not_quorate"):
        make.decided(item)
    assert not item.decision_points.exists()
    assert make.decided(item.meeting.items.last()).decided_at


def test_recusal_when_noted_twice_stays_one(item: MinutesItem) -> None:
    for _time in range(2):
        actions.recuse(item=item, attendance=who(item, "Ekström"), by=None)
    assert item.recusals.count() == 1
    actions.withdraw_recusal(recusal=item.recusals.get(), by=None)
    assert item.recusals.count() == 0


@pytest.mark.law("KL-04")
def test_recusal_when_the_person_has_voted_is_refused(item: MinutesItem) -> None:
    vote(item, Ekström=YES)
    with pytest.raises(Refused, match=r"recusal.took_part"):
        actions.recuse(item=item, attendance=who(item, "Ekström"), by=None)


def test_recusal_when_it_is_staff_is_refused(item: MinutesItem) -> None:
    with pytest.raises(Refused, match=r"recusal.not_elected"):
        actions.recuse(item=item, attendance=who(item, "Hedlund"), by=None)


@pytest.mark.law("KL-08")
def test_vote_when_most_say_no_is_answered_no(three: MinutesItem) -> None:
    row = vote(three, Ekström=YES, Lindqvist=NO, Ledamot0=NO)
    settled = actions.settle_round(round_=row, by=None)
    assert (settled.is_yes, settled.settled_by) == (False, SettledBy.MAJORITY)
    assert (settled.yes_count, settled.no_count) == (1, 2)


@pytest.mark.law("KL-08")
def test_vote_when_even_is_settled_by_the_chairs_casting_vote(
    item: MinutesItem,
) -> None:
    row = vote(item, Ekström=NO, Lindqvist=YES)
    settled = actions.settle_round(round_=row, by=None)
    assert (settled.is_yes, settled.settled_by) == (False, SettledBy.CASTING_VOTE)


def test_votes_when_recorded_stand_with_the_chair_last(item: MinutesItem) -> None:
    row = vote(item, Ekström=NO, Lindqvist=YES)
    names = [vote.attendance.name for vote in row.votes.order_by("pk")]
    assert names == ["Birgitta Lindqvist", "Göran Ekström"]


@pytest.mark.law("KL-07")
def test_vote_when_given_by_a_substitute_not_serving_is_refused(
    item: MinutesItem,
) -> None:
    with pytest.raises(Refused, match=r"ballot.not_serving"):
        vote(item, Åhlund=YES)


@pytest.mark.law("KL-07")
def test_votes_when_more_than_the_seats_are_refused(item: MinutesItem) -> None:
    with pytest.raises(Refused, match=r"ballot.too_many_votes"):
        vote(item, Ekström=YES, Lindqvist=YES, Åhlund=YES)
    assert not item.rounds.get().votes.exists()


@pytest.mark.law("KL-07")
def test_vote_when_authority_is_exercised_cannot_be_withheld(
    item: MinutesItem,
) -> None:
    case = make.case_of(item.board, 9, is_authority_exercise=True)
    item.agenda_item.case = case
    item.agenda_item.save()
    with pytest.raises(Refused, match=r"ballot.must_take_part"):
        vote(item, Ekström=ABSTAIN)


def test_round_when_a_vote_is_missing_is_not_settled(item: MinutesItem) -> None:
    row = vote(item, Ekström=YES)
    with pytest.raises(Refused, match=r"ballot.vote_missing"):
        actions.settle_round(round_=row, by=None)


@pytest.mark.law("KL-08")
def test_closed_vote_when_totals_exceed_those_entitled_is_refused(
    item: MinutesItem,
) -> None:
    question = actions.Question("Anna väljs", RoundMethod.CLOSED_VOTE, "Anna", "Bo")
    row = actions.put_round(item=item, question=question, by=None)
    with pytest.raises(Refused, match=r"ballot.too_many_votes"):
        actions.record_totals(round_=row, totals=(2, 1, 0), by=None)
    even = actions.record_totals(round_=row, totals=(1, 1, 0), by=None)
    settled = actions.settle_round(round_=even, is_yes=True, by=None)
    assert settled.settled_by == SettledBy.LOT
    assert not settled.votes.exists()


@pytest.mark.law("KL-08")
def test_vote_when_asked_for_after_the_gavel_is_refused(item: MinutesItem) -> None:
    make.decided(item)
    with pytest.raises(Refused, match=r"ballot.after_the_gavel"):
        actions.put_round(item=item, question=VOTE, by=None)


def test_round_when_a_vote_has_no_meaning_is_refused(item: MinutesItem) -> None:
    question = actions.Question("?", RoundMethod.OPEN_VOTE)
    with pytest.raises(Refused, match=r"round.no_meaning"):
        actions.put_round(item=item, question=question, by=None)


def test_round_when_removed_takes_its_votes_along(item: MinutesItem) -> None:
    row = vote(item, Ekström=YES)
    actions.remove_round(round_=row, by=None)
    assert not item.rounds.exists()

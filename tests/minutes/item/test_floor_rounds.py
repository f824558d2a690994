"""Yrkanden left unput, votes asked for, elections, and the chair's last word."""

import pytest

from boards.shared.refusals import Refused
from minutes.item import actions
from minutes.item.enums import (
    ProposalKind,
    RoundMethod,
    RoundPurpose,
    SettledBy,
    VoteChoice,
)
from minutes.item.models import FloorProposal, MinutesItem, PropositionRound
from minutes.meeting import actions as meetings
from minutes.meeting.models import Attendance
from tests.factories import items as make

pytestmark = pytest.mark.django_db
YES, NO, ABSTAIN = VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAIN
MEANINGS = ("bifall till förslaget", "avslag på förslaget")
ELECTION = actions.Question(
    "val av revisor", RoundMethod.CLOSED_VOTE, "Anna", "någon annan", "election"
)


@pytest.fixture
def item() -> MinutesItem:
    """A § of a board with four seats, everybody present."""
    return make.in_session(make.larger_board(4)).items.first()


def who(item: MinutesItem, name: str) -> Attendance:
    return make.attendance(item.meeting, name)


def proposal(item: MinutesItem, kind: ProposalKind, text: str = "x") -> FloorProposal:
    return actions.add_floor_proposal(
        item=item, kind=kind, text=text, proposers=[who(item, "Ledamot0")], by=None
    )


def found(item: MinutesItem, *, is_yes: bool = True) -> PropositionRound:
    """A question the chair has answered by the voices heard."""
    row = actions.put_round(item=item, question=actions.Question("bifall"), by=None)
    return actions.settle_round(round_=row, is_yes=is_yes, by=None)


def called(item: MinutesItem, **choices: VoteChoice) -> PropositionRound:
    row = actions.call_vote(
        round_=found(item), asked_by=None, meanings=MEANINGS, by=None
    )
    votes = {who(item, name).pk: choice for name, choice in choices.items()}
    return actions.record_votes(round_=row, votes=votes, by=None)


@pytest.mark.law("KL-10")
def test_proposal_when_left_unput_keeps_the_reason_and_asks_nothing(
    item: MinutesItem,
) -> None:
    new_matter = proposal(item, ProposalKind.AMEND)
    left = actions.leave_unput(
        proposal=new_matter, reason=" Väcker ett nytt ärende. ", by=None
    )
    assert left.not_put_because == "Väcker ett nytt ärende."
    question = actions.Question("bifall", yes_proposal=new_matter)
    with pytest.raises(Refused, match=r"round.not_standing"):
        actions.put_round(item=item, question=question, by=None)


@pytest.mark.law("KL-10")
def test_proposal_when_left_unput_without_a_reason_is_refused(
    item: MinutesItem,
) -> None:
    new_matter = proposal(item, ProposalKind.AMEND)
    with pytest.raises(Refused, match=r"proposal.no_reason"):
        actions.leave_unput(proposal=new_matter, reason=" ", by=None)
    new_matter.refresh_from_db()
    assert not new_matter.not_put_because


def test_proposal_when_it_was_put_cannot_be_left_unput(item: MinutesItem) -> None:
    change = proposal(item, ProposalKind.AMEND)
    question = actions.Question("bifall", no_proposal=change)
    actions.put_round(item=item, question=question, by=None)
    with pytest.raises(Refused, match=r"proposal.was_put"):
        actions.leave_unput(proposal=change, reason="Olagligt.", by=None)


def test_proposal_when_withdrawn_cannot_be_left_unput(item: MinutesItem) -> None:
    change = proposal(item, ProposalKind.AMEND)
    actions.withdraw_floor_proposal(proposal=change, by=None)
    with pytest.raises(Refused, match=r"proposal.is_withdrawn"):
        actions.leave_unput(proposal=change, reason="Olagligt.", by=None)


@pytest.mark.law("KL-08")
def test_vote_when_called_keeps_what_the_chair_found_beside_the_result(
    item: MinutesItem,
) -> None:
    row = actions.call_vote(
        round_=found(item),
        asked_by=who(item, "Ledamot0"),
        meanings=MEANINGS,
        by=None,
    )
    assert (row.found_yes, row.is_yes, row.method) == (
        True,
        None,
        RoundMethod.OPEN_VOTE,
    )
    votes = {one.pk: NO for one in item.meeting.attendances.all()[:4]}
    row = actions.record_votes(round_=row, votes=votes, by=None)
    settled = actions.settle_round(round_=row, by=None)
    assert (settled.found_yes, settled.is_yes) == (True, False)
    assert (settled.yes_count, settled.no_count) == (0, 4)


@pytest.mark.law("KL-08")
@pytest.mark.parametrize("name", ["Åhlund", "Hedlund"])
def test_vote_when_asked_for_by_one_who_does_not_serve_is_refused(
    item: MinutesItem, name: str
) -> None:
    row = found(item)
    with pytest.raises(Refused, match=r"round.asked_by_other"):
        actions.call_vote(
            round_=row, asked_by=who(item, name), meanings=MEANINGS, by=None
        )
    row.refresh_from_db()
    assert (row.is_yes, row.method) == (True, RoundMethod.ACCLAMATION)


@pytest.mark.law("KL-08")
def test_vote_when_called_after_the_gavel_twice_or_unexplained_is_refused(
    item: MinutesItem,
) -> None:
    row = found(item)
    with pytest.raises(Refused, match=r"round.no_meaning"):
        actions.call_vote(round_=row, asked_by=None, meanings=("ja", ""), by=None)
    actions.call_vote(round_=row, asked_by=None, meanings=MEANINGS, by=None)
    with pytest.raises(Refused, match=r"round.is_vote"):
        actions.call_vote(round_=row, asked_by=None, meanings=MEANINGS, by=None)
    other = item.meeting.items.last()
    row = found(other)
    make.decided(other)
    with pytest.raises(Refused, match=r"ballot.after_the_gavel"):
        actions.call_vote(round_=row, asked_by=None, meanings=MEANINGS, by=None)


def counted(
    item: MinutesItem, *candidates: tuple[str, int], **values: object
) -> PropositionRound:
    row = item.rounds.first() or actions.put_round(
        item=item, question=ELECTION, by=None
    )
    count = actions.Count(candidates, **values)  # type: ignore[arg-type]
    return actions.count_election(round_=row, count=count, by=None)


@pytest.mark.law("KL-08")
def test_election_when_counted_elects_most_votes_and_names_no_voter(
    item: MinutesItem,
) -> None:
    row = counted(item, ("Anna", 3), ("Bo", 0), blank=1)
    assert row.settled_by == SettledBy.MAJORITY
    assert (row.yes_count, row.abstain_count) == (3, 1)
    assert not row.votes.exists()
    assert [one.label for one in row.options.filter(is_elected=True)] == ["Anna"]


@pytest.mark.law("KL-08")
def test_election_when_tied_is_settled_by_the_lot_alone(item: MinutesItem) -> None:
    tie = (("Anna", 2), ("Bo", 2))
    with pytest.raises(Refused, match=r"ballot.draw_among"):
        counted(item, *tie)
    with pytest.raises(Refused, match=r"ballot.draw_among"):
        counted(item, *tie, drawn=["Cecilia"])
    assert not item.rounds.get().options.exists()
    row = counted(item, *tie, drawn=["Bo"])
    assert row.settled_by == SettledBy.LOT
    assert row.options.get(is_elected=True).label == "Bo"


@pytest.mark.law("KL-08")
@pytest.mark.parametrize(
    ("candidates", "values", "code"),
    [
        ((("Anna", 3), ("Bo", 2)), {}, "ballot.too_many_votes"),
        ((("Anna", 3), ("Bo", 1)), {"drawn": ["Anna"]}, "ballot.lot_without_tie"),
        ((("Anna", 5), ("Bo", 0)), {"seats": 2}, "ballot.too_many_for_one"),
        ((("Anna", 2), ("Anna", 1)), {}, "ballot.named_twice"),
        ((("Anna", 3),), {"seats": 2}, "ballot.too_few_candidates"),
        ((("Anna", -1), ("Bo", 1)), {}, "ballot.below_zero"),
        (((" ", 1),), {}, "ballot.nameless"),
    ],
)
def test_election_when_the_count_cannot_be_is_refused(
    item: MinutesItem,
    candidates: tuple[tuple[str, int], ...],
    values: dict[str, object],
    code: str,
) -> None:
    with pytest.raises(Refused, match=code):
        counted(item, *candidates, **values)
    assert not item.rounds.get().options.exists()


@pytest.mark.law("KL-08")
def test_election_when_somebody_stands_aside_has_one_ballot_less(
    item: MinutesItem,
) -> None:
    actions.stand_aside(item=item, people=[who(item, "Ledamot1")], by=None)
    with pytest.raises(Refused, match=r"ballot.too_many_votes"):
        counted(item, ("Anna", 4))
    assert counted(item, ("Anna", 3)).settled_by == SettledBy.MAJORITY


@pytest.mark.law("KL-08")
def test_election_when_the_vote_is_open_or_no_election_is_refused(
    item: MinutesItem,
) -> None:
    count = actions.Count([("Anna", 3)])
    openly = actions.Question(
        "val", RoundMethod.OPEN_VOTE, "Anna", "Bo", RoundPurpose.ELECTION
    )
    row = actions.put_round(item=item, question=openly, by=None)
    with pytest.raises(Refused, match=r"ballot.election_is_closed"):
        actions.count_election(round_=row, count=count, by=None)
    with pytest.raises(Refused, match=r"ballot.election_is_closed"):
        actions.record_votes(round_=row, votes={who(item, "Ledamot0").pk: YES}, by=None)
    row = called(item.meeting.items.last(), Ekström=YES)
    with pytest.raises(Refused, match=r"ballot.not_an_election"):
        actions.count_election(round_=row, count=count, by=None)


@pytest.mark.law("KL-08")
def test_vote_when_closed_about_the_form_of_the_matter_is_refused(
    item: MinutesItem,
) -> None:
    back = proposal(item, ProposalKind.REFER_BACK)
    question = actions.Question(
        "ärendet avgörs i dag",
        RoundMethod.CLOSED_VOTE,
        "avgörs i dag",
        "återremiss",
        RoundPurpose.PROCEDURAL,
        no_proposal=back,
    )
    with pytest.raises(Refused, match=r"ballot.must_be_open"):
        actions.put_round(item=item, question=question, by=None)


@pytest.mark.law("KL-08")
@pytest.mark.parametrize("chairs", [YES, NO])
def test_vote_when_even_follows_the_chair(
    item: MinutesItem, chairs: VoteChoice
) -> None:
    other = NO if chairs == YES else YES
    row = called(item, Ekström=chairs, Lindqvist=other, Ledamot0=YES, Ledamot1=NO)
    settled = actions.settle_round(round_=row, by=None)
    assert settled.settled_by == SettledBy.CASTING_VOTE
    assert settled.is_yes == (chairs == YES)


@pytest.mark.law("KL-08")
def test_vote_when_even_and_the_chair_abstained_is_not_settled(
    item: MinutesItem,
) -> None:
    row = called(item, Ekström=ABSTAIN, Lindqvist=YES, Ledamot0=NO, Ledamot1=ABSTAIN)
    with pytest.raises(Refused, match=r"ballot.chair_must_vote"):
        actions.settle_round(round_=row, by=None)


@pytest.mark.law("KL-08")
def test_vote_when_even_cannot_be_settled_by_lot(item: MinutesItem) -> None:
    row = called(item, Ekström=YES, Lindqvist=NO, Ledamot0=YES, Ledamot1=NO)
    settled = actions.settle_round(round_=row, is_yes=False, by=None)
    assert (settled.is_yes, settled.settled_by) == (True, SettledBy.CASTING_VOTE)


@pytest.mark.law("KL-08")
def test_vote_when_the_chair_has_left_follows_who_presides_then(
    item: MinutesItem,
) -> None:
    meetings.set_attendance(attendance=who(item, "Ekström"), is_present=False, by=None)
    row = called(item, Lindqvist=NO, Ledamot0=YES, Ledamot1=ABSTAIN)
    settled = actions.settle_round(round_=row, by=None)
    assert (settled.is_yes, settled.settled_by) == (False, SettledBy.CASTING_VOTE)

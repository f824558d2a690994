"""Jäv, standing aside, reservations per point, and what is noted beside them."""

from typing import Any

import pytest

from boards.person.models import Person
from boards.shared.refusals import Refused
from minutes.item import actions
from minutes.item.enums import NoteKind, ProposalKind, RoundMethod, VoteChoice
from minutes.item.models import MinutesItem, Reservation
from minutes.item.queries import missing
from minutes.item.service import ServiceMap
from minutes.meeting import actions as meetings
from minutes.meeting.enums import AttendanceKind
from minutes.meeting.models import Attendance
from tests.factories import items as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> MinutesItem:
    return make.in_session(make.larger_board()).items.first()


def who(item: MinutesItem, name: str) -> Attendance:
    return make.attendance(item.meeting, name)


def reserve(item: MinutesItem, name: str, **grounds: Any) -> Reservation:
    return actions.announce_reservation(
        item=item,
        people=[who(item, name)],
        grounds=actions.Grounds(**grounds),
        by=None,
    )


def aside(item: MinutesItem, *names: str) -> None:
    people = [who(item, name) for name in names]
    actions.stand_aside(item=item, people=people, by=None)


def note(item: MinutesItem, kind: NoteKind, name: str, text: str = "Så.") -> Any:
    said = actions.Note(kind, text)
    return actions.add_note(item=item, people=[who(item, name)], note=said, by=None)


def voted(item: MinutesItem, **choices: VoteChoice) -> None:
    question = actions.Question("det antas", RoundMethod.OPEN_VOTE, "ja", "nej")
    row = actions.put_round(item=item, question=question, by=None)
    votes = {who(item, name).pk: choice for name, choice in choices.items()}
    actions.record_votes(round_=row, votes=votes, by=None)
    actions.settle_round(round_=row, by=None)


def two_points(item: MinutesItem) -> Any:
    make.decided(item, "Ett.", "Två.")
    return item.decision_points.all()


@pytest.mark.law("KL-11")
def test_reservation_when_against_one_point_leaves_the_other_open(
    item: MinutesItem,
) -> None:
    one, two = two_points(item)
    reserve(item, "Lindqvist", points=(one,), on_behalf_of="C-gruppen")
    with pytest.raises(Refused, match=r"reservation.already_made"):
        reserve(item, "Lindqvist", points=(one,))
    with pytest.raises(Refused, match=r"reservation.already_made"):
        reserve(item, "Lindqvist")
    reserve(item, "Lindqvist", points=(two,))
    assert item.reservations.count() == 2


@pytest.mark.law("KL-11")
def test_reservation_when_in_favour_of_what_was_withdrawn_is_refused(
    item: MinutesItem,
) -> None:
    proposal = actions.add_floor_proposal(
        item=item, kind=ProposalKind.REJECT, text="", proposers=[], by=None
    )
    one, _two = two_points(item)
    kept = reserve(item, "Lindqvist", in_favour_of=proposal)
    assert "missing.reservation_text" not in {
        row.refusal.code for row in missing(item.meeting)
    }
    actions.withdraw_reservation(reservation=kept, by=None)
    actions.withdraw_floor_proposal(proposal=proposal, by=None)
    proposal.refresh_from_db()
    with pytest.raises(Refused, match=r"reservation.no_proposal"):
        reserve(item, "Lindqvist", in_favour_of=proposal)
    other = item.meeting.items.last()
    make.decided(other)
    with pytest.raises(Refused, match=r"reservation.point_elsewhere"):
        reserve(other, "Lindqvist", points=(one,))


@pytest.mark.law("KL-11")
def test_reservation_when_written_as_a_handling_needs_no_text(
    item: MinutesItem,
) -> None:
    letter = make.handling(make.case_of(item.board, 7), "Reservation")
    make.decided(item)
    kept = reserve(item, "Lindqvist")
    actions.write_reservation(reservation=kept, text="", document=letter, by=None)
    kept.refresh_from_db()
    assert kept.document == letter
    assert "missing.reservation_text" not in {
        row.refusal.code for row in missing(item.meeting)
    }


@pytest.mark.law("KL-11")
def test_reservation_when_the_person_abstained_or_stood_aside_is_refused(
    item: MinutesItem,
) -> None:
    yes, silent = VoteChoice.YES, VoteChoice.ABSTAIN
    voted(item, Ekström=yes, Lindqvist=silent, Ledamot0=yes)
    make.decided(item)
    with pytest.raises(Refused, match=r"reservation.abstained"):
        reserve(item, "Lindqvist")
    other = item.meeting.items.last()
    aside(other, "Lindqvist")
    make.decided(other)
    with pytest.raises(Refused, match=r"reservation.stood_aside"):
        reserve(other, "Lindqvist")
    reserve(other, "Ledamot0")


@pytest.mark.law("KL-11")
def test_missing_when_a_reservist_turns_out_not_to_have_decided_names_it(
    item: MinutesItem,
) -> None:
    make.decided(item)
    reserve(item, "Lindqvist")
    item.non_participations.create(attendance=who(item, "Lindqvist"))
    assert "missing.reservist" in {row.refusal.code for row in missing(item.meeting)}


@pytest.mark.law("KL-07")
def test_standing_aside_when_a_group_does_it_counts_in_the_quorum(
    item: MinutesItem,
) -> None:
    proposal = {"kind": ProposalKind.REJECT, "text": "", "by": None}
    proposers = [who(item, "Lindqvist")]
    actions.add_floor_proposal(item=item, proposers=proposers, **proposal)
    aside(item, "Lindqvist", "Ledamot0")
    assert ServiceMap(item.meeting).at(item).present == 3
    actions.withdraw_aside(aside=item.non_participations.first(), by=None)
    assert item.non_participations.count() == 1


@pytest.mark.law("KL-07")
def test_standing_aside_in_authority_is_refused_both_ways(item: MinutesItem) -> None:
    actions.describe_item(item=item, is_authority=True, by=None)
    with pytest.raises(Refused, match=r"aside.authority") as no:
        aside(item, "Lindqvist")
    assert no.value.refusals[0].law == "KL 4:26"
    other = item.meeting.items.last()
    aside(other, "Lindqvist")
    with pytest.raises(Refused, match=r"aside.kept_out"):
        actions.describe_item(item=other, is_authority=True, by=None)


@pytest.mark.law("KL-07")
def test_standing_aside_of_one_who_voted_or_is_absent_is_refused(
    item: MinutesItem,
) -> None:
    yes = VoteChoice.YES
    voted(item, Ekström=yes, Lindqvist=yes, Ledamot0=yes)
    with pytest.raises(Refused, match=r"aside.voted"):
        aside(item, "Lindqvist")
    with pytest.raises(Refused, match=r"aside.not_serving"):
        aside(item.meeting.items.last(), "Åhlund")


@pytest.mark.law("KL-12")
def test_opinion_of_a_substitute_follows_the_regulations(item: MinutesItem) -> None:
    with pytest.raises(Refused, match=r"note.substitutes_may_not"):
        note(item, NoteKind.OPINION, "Åhlund")
    item.board.regulations.update(substitutes_may_note=True)
    row = note(item, NoteKind.OPINION, "Åhlund")
    assert [str(one) for one in row.people.all()] == ["Mats Åhlund (S)"]
    with pytest.raises(Refused, match=r"note.did_not_serve"):
        note(item, NoteKind.NOTE, "Åhlund")


@pytest.mark.law("KL-12")
def test_opinion_of_one_with_a_right_to_attend_is_noted(item: MinutesItem) -> None:
    observer = item.meeting.attendances.create(
        person=Person.objects.create(given_name="Ola", family_name="Råd"),
        kind=AttendanceKind.OBSERVER,
        name="Ola Råd",
    )
    with pytest.raises(Refused, match=r"note.no_right"):
        note(item, NoteKind.OPINION, "Råd")
    meetings.set_attendance(attendance=observer, is_present=True, by=None)
    assert note(item, NoteKind.OPINION, "Råd")


@pytest.mark.law("KL-12")
def test_note_when_rewritten_or_removed_keeps_to_its_rules(item: MinutesItem) -> None:
    row = note(item, NoteKind.STATEMENT, "Lindqvist")
    with pytest.raises(Refused, match=r"note.empty"):
        actions.write_note(note=row, text=" ", by=None)
    assert actions.write_note(note=row, text="Annars.", by=None).text == "Annars."
    actions.remove_note(note=row, by=None)
    assert not item.notes.exists()


@pytest.mark.law("KL-04")
def test_jav_when_the_board_found_it_is_told_apart_and_the_vice_presides(
    item: MinutesItem,
) -> None:
    chair = who(item, "Ekström")
    actions.recuse(item=item, attendance=chair, by=None)
    row = actions.recuse(item=item, attendance=chair, is_finding=True, by=None)
    assert row.is_finding
    assert item.recusals.count() == 1
    service = ServiceMap(item.meeting).at(item)
    assert service.presiding == who(item, "Lindqvist")
    with pytest.raises(Refused, match=r"note.recused"):
        note(item, NoteKind.NOTE, "Ekström")


@pytest.mark.law("KL-04")
@pytest.mark.parametrize("did", ["note", "aside", "reserve"])
def test_jav_of_one_who_took_part_is_refused(item: MinutesItem, did: str) -> None:
    make.decided(item)
    {
        "note": lambda: note(item, NoteKind.NOTE, "Lindqvist"),
        "aside": lambda: aside(item, "Lindqvist"),
        "reserve": lambda: reserve(item, "Lindqvist"),
    }[did]()
    with pytest.raises(Refused, match=r"recusal.took_part"):
        actions.recuse(item=item, attendance=who(item, "Lindqvist"), by=None)

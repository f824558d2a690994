"""Decisions, reservations, and what goes with a §."""

from datetime import date
from functools import partial

import pytest

from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from cases.communication.models import Communication
from minutes.item import actions
from minutes.item.enums import AppealRegime, PointOutcome
from minutes.item.models import MinutesItem
from minutes.item.queries import missing, provisional_numbers
from minutes.meeting import actions as meetings
from tests.factories import items as make
from tests.factories.meetings import board_with_roster, planned

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> MinutesItem:
    return make.item_in_session()


def reserve(item: MinutesItem, *names: str, text: str = "") -> object:
    people = [make.attendance(item.meeting, name) for name in names]
    return actions.announce_reservation(item=item, people=people, text=text, by=None)


def closed(item: MinutesItem) -> MinutesItem:
    make.finished(item.meeting, item.meeting.secretary)
    return MinutesItem.objects.get(pk=item.pk)


@pytest.mark.law("P-01")
def test_decision_when_written_has_numbered_points_and_a_moment(
    item: MinutesItem,
) -> None:
    decided = make.decided(item, "Ett.", "Två.")
    assert [row.text for row in decided.decision_points.all()] == ["Ett.", "Två."]
    assert decided.decided_at
    again = make.decided(item, "Ett.")
    assert again.decision_points.count() == 1
    assert again.decided_at == decided.decided_at


def test_decision_when_emptied_is_no_decision(item: MinutesItem) -> None:
    make.decided(item)
    undone = actions.set_decision(item=item, points=[], by=None)
    assert undone.decided_at is None


@pytest.mark.law("A-08")
def test_decision_when_only_noted_or_informed_cannot_be_appealed(
    item: MinutesItem,
) -> None:
    noted = actions.Point("Läggs till handlingarna.", PointOutcome.NOTED)
    actions.set_decision(item=item, points=[noted], by=None)
    assert item.decision_points.get().appeal == AppealRegime.NONE
    actions.change_item(item=item, heading="Info", is_information=True, by=None)
    make.decided(item, "Tas emot.")
    point = item.decision_points.get()
    assert (point.outcome, point.appeal) == (PointOutcome.NOTED, AppealRegime.NONE)


def test_decision_when_a_question_has_no_answer_is_refused(item: MinutesItem) -> None:
    question = actions.Question("förslaget antas")
    actions.put_round(item=item, question=question, by=None)
    with pytest.raises(Refused, match=r"decision.round_unsettled"):
        make.decided(item)


def test_decision_when_the_meeting_has_not_begun_is_refused() -> None:
    meeting = planned(board_with_roster())
    make.with_points(meeting, 1)
    with pytest.raises(Refused, match=r"item.meeting_not_begun"):
        make.decided(meeting.items.get())


@pytest.mark.law("P-04")
def test_decision_when_changed_after_the_meeting_is_kept_with_what_it_said(
    item: MinutesItem,
) -> None:
    make.decided(item, "Skylten tas bort.")
    change = partial(
        actions.set_decision,
        item=closed(item),
        points=[actions.Point("Nämnden föreslår KF att skylten tas bort.")],
        by=None,
    )
    with pytest.raises(Refused, match=r"decision.no_comment") as no:
        change()
    assert no.value.refusals[0].field == "comment"
    assert item.decision_points.get().text == "Skylten tas bort."
    change(comment="KF beslutar om skyltar.")
    event = HistoryEvent.objects.get(code="item.decision_changed")
    assert event.values["before"][0]["text"] == "Skylten tas bort."
    assert event.values["comment"] == "KF beslutar om skyltar."


@pytest.mark.law("KL-11")
def test_reservation_when_announced_in_time_may_be_written_later(
    item: MinutesItem,
) -> None:
    make.decided(item)
    reservation = reserve(item, "Lindqvist")
    closed(item)
    text = "Jag anser att förslaget är ofullständigt."
    actions.write_reservation(reservation=reservation, text=text, by=None)
    reservation.refresh_from_db()
    assert reservation.text == text


@pytest.mark.law("KL-11")
def test_reservation_when_the_meeting_is_over_is_refused(item: MinutesItem) -> None:
    make.decided(item)
    with pytest.raises(Refused, match=r"reservation.meeting_closed"):
        reserve(closed(item), "Lindqvist")


@pytest.mark.law("KL-11")
@pytest.mark.parametrize("name", ["Åhlund", "Hedlund"])
def test_reservation_when_made_by_one_who_did_not_decide_is_refused(
    item: MinutesItem, name: str
) -> None:
    make.decided(item)
    with pytest.raises(Refused, match=r"reservation.did_not_serve"):
        reserve(item, name)


def test_reservation_when_nothing_is_decided_is_refused(item: MinutesItem) -> None:
    with pytest.raises(Refused, match=r"reservation.nothing_decided"):
        reserve(item, "Lindqvist")


def test_reservation_when_withdrawn_is_gone(item: MinutesItem) -> None:
    make.decided(item)
    actions.withdraw_reservation(reservation=reserve(item, "Lindqvist"), by=None)
    assert not item.reservations.exists()


def test_basis_when_set_again_replaces_what_was(item: MinutesItem) -> None:
    document = make.handling(make.case_of(item.board, 1))
    for label in ("Först", "Sedan"):
        basis = [actions.Basis(label, document), actions.Basis("")]
        actions.set_basis(item=item, basis=basis, by=None)
    assert [row.label for row in item.basis.all()] == ["Sedan"]


def test_document_when_of_another_board_or_a_draft_is_refused(
    item: MinutesItem,
) -> None:
    foreign = make.handling(make.case_of(board_with_roster("annan"), 1))
    draft = make.handling(
        make.case_of(item.board, 1), act_number=None, registered_at=None
    )
    with pytest.raises(Refused, match=r"item.document_of_other_board"):
        actions.add_appendix(item=item, document=foreign, by=None)
    with pytest.raises(Refused, match=r"item.document_not_registered"):
        actions.add_appendix(item=item, document=draft, by=None)


def test_appendix_when_removed_moves_the_later_ones_up(item: MinutesItem) -> None:
    case = make.case_of(item.board, 1)
    added = [
        actions.add_appendix(item=item, document=make.handling(case), by=None)
        for _number in range(3)
    ]
    again = actions.add_appendix(item=item, document=added[0].document, by=None)
    assert again == added[0]
    actions.remove_appendix(appendix=added[0], by=None)
    assert [row.number for row in item.appendices.all()] == [1, 2]


def test_communication_when_reported_elsewhere_is_refused(item: MinutesItem) -> None:
    message = Communication.objects.create(
        board=item.board, heading="Brev", received_on=date(2020, 9, 1)
    )
    actions.set_communications(item=item, communications=[message], by=None)
    other = item.meeting.items.last()
    with pytest.raises(Refused, match=r"item.communication_taken"):
        actions.set_communications(item=other, communications=[message], by=None)


def test_recipients_when_set_again_replace_what_was(item: MinutesItem) -> None:
    executive = make.executive(item.board)
    actions.set_recipients(item=item, recipients=[executive], by=None)
    actions.set_recipients(item=item, recipients=[], by=None)
    assert not item.recipients.exists()
    foreign = make.executive(board_with_roster("annan"))
    with pytest.raises(Refused, match=r"item.recipient_of_other_board"):
        actions.set_recipients(item=item, recipients=[foreign], by=None)


@pytest.mark.law("D-12")
def test_secrecy_when_marked_needs_a_ground_and_when_lifted_a_reason(
    item: MinutesItem,
) -> None:
    with pytest.raises(Refused, match=r"item.no_ground"):
        actions.mark_item_secret(item=item, legal_ground=" ", by=None)
    marked = actions.mark_item_secret(item=item, legal_ground="OSL 21:1", by=None)
    assert marked.is_secret
    with pytest.raises(Refused, match=r"item.no_reason"):
        actions.lift_item_secrecy(item=item, reason="", by=None)
    assert not actions.lift_item_secrecy(item=item, reason="Prövat", by=None).is_secret


@pytest.mark.law("P-01")
def test_missing_when_nothing_is_written_names_every_gap(item: MinutesItem) -> None:
    codes = [one.refusal.code for one in missing(item.meeting)]
    assert codes.count("missing.decision") == 3
    assert {"missing.meeting_open", "missing.approvers"} <= set(codes)


@pytest.mark.law("P-01")
def test_missing_when_the_model_meeting_is_written_finds_nothing() -> None:
    assert missing(make.model_meeting()) == []


@pytest.mark.law("P-09")
def test_numbers_when_a_draft_goes_away_are_given_to_those_after(
    item: MinutesItem,
) -> None:
    meeting = item.meeting
    assert list(provisional_numbers(meeting).values()) == [1, 2, 3]
    meetings.withdraw_agenda_item(item=item.agenda_item, by=None)
    assert list(provisional_numbers(meeting).values()) == [1, 2]

"""Signers who disagree, and an approver who cannot sign (P-06; KL 5:69)."""

from datetime import timedelta

import pytest

from boards.shared import clock
from boards.shared.paper.store import from_json
from boards.shared.paper.text import render_text
from boards.shared.refusals import Refused
from minutes.approval import actions
from minutes.approval.enums import ApprovalState, ReturnKind
from minutes.approval.models import Approval
from minutes.item.actions import set_decision
from minutes.item.actions.decision import Point
from minutes.meeting.enums import AgendaCause
from minutes.meeting.models import Meeting
from minutes.notice.models import Notice
from tests.factories import approvals as make
from tests.factories import meetings

SIGNERS = ("Lindqvist", "Ekström", "Sundell")
pytestmark = [pytest.mark.django_db, pytest.mark.law("P-06")]


def approver_of(approval: Approval):  # noqa: ANN201  a user
    return make.user_of(approval.approvers.get(role="approver").person)


def sent_back(approval: Approval, kind: ReturnKind, reason: str = "Det sades annat."):  # noqa: ANN201
    return actions.return_approval(
        approval=approval, reason=reason, by=approver_of(approval), kind=kind
    )


def codes_of(no: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [refusal.code for refusal in no.value.refusals]


def next_meeting(approval: Approval) -> Meeting:
    return meetings.actions.plan_meeting(
        board=approval.board,
        starts_at=approval.meeting.starts_at + timedelta(days=30),
        place="Alby",
        by=approval.meeting.secretary,
    )


def test_opinion_when_noted_then_printed_where_the_signers_sign() -> None:
    approval = sent_back(make.sealed(), ReturnKind.DISSENT, "Beslutet var ett annat.")
    again = make.frozen(approval.meeting)
    text = render_text(from_json(again.content))
    assert "Avvikande mening vid justeringen" in text
    assert "Beslutet var ett annat." in text
    assert again.state == ApprovalState.FROZEN


def test_referred_when_next_meeting_is_planned_then_point_is_on_its_agenda() -> None:
    approval = sent_back(make.sealed(), ReturnKind.REFERRED)
    meeting = next_meeting(approval)
    point = meeting.agenda_items.get(cause=AgendaCause.REFERRED_MINUTES)
    assert "Justering av protokoll" in point.heading
    assert approval.referral.agenda_item == point
    assert not Notice.objects.exists()
    actions.bring_referred(approval.board)
    assert meeting.agenda_items.filter(cause=point.cause).count() == 1


def test_referred_sections_when_board_has_not_decided_then_not_frozen_again() -> None:
    approval = sent_back(make.sealed(), ReturnKind.REFERRED)
    with pytest.raises(Refused) as no:
        make.frozen(approval.meeting)
    assert codes_of(no) == ["freeze.referred"]
    coming = next_meeting(approval)
    point = coming.agenda_items.get(cause=AgendaCause.REFERRED_MINUTES)
    with clock.at(coming.starts_at - timedelta(days=14)):
        meetings.called(coming)
    with clock.at(coming.starts_at):
        meetings.actions.open_meeting(meeting=coming, by=None)
        for row in coming.attendances.all():
            meetings.actions.set_attendance(attendance=row, is_present=True, by=None)
    set_decision(item=point.item, points=[Point("att protokollet är rätt.")], by=None)
    assert make.frozen(approval.meeting).state == ApprovalState.FROZEN


def with_reserve() -> Meeting:
    """Lindqvist leaves after the first §; the substitute who serves is the reserve."""
    meeting = make.decided(is_closed=False)
    first, second, _third = meeting.agenda_items.exclude(kind="opening")
    approver = meetings.attendance(meeting, "Lindqvist")
    reserve = meetings.attendance(meeting, "Åhlund")
    with clock.at(meeting.starts_at):
        meetings.actions.leave(
            attendance=approver, after_item=first, clock=None, by=None
        )
        meetings.actions.call_in_substitute(
            substitute=reserve, in_place_of=approver, span=(second, None), by=None
        )
        ends_at = meeting.starts_at + timedelta(hours=1)
        meetings.actions.close_meeting(meeting=meeting, ends_at=ends_at, by=None)
    meeting.chosen_approvers.create(attendance=reserve, is_reserve=True)
    return meeting


def let_reserve(approval: Approval, reason: str = "sjuk") -> Approval:
    return actions.let_reserve_sign(
        approver=approval.approvers.get(role="approver"),
        reserve=approval.meeting.chosen_approvers.get(is_reserve=True),
        reason=reason,
        by=approval.meeting.secretary,
    )


def test_reserve_when_approver_is_ill_then_signs_a_new_document() -> None:
    approval = make.sealed(with_reserve())
    make.sign_as(approval, "Ekström")
    reserve = approval.meeting.chosen_approvers.get(is_reserve=True).attendance.person
    made = let_reserve(approval)
    assert made.pk != approval.pk
    assert made.approvers.get(role="approver").person == reserve
    approval.refresh_from_db()
    assert approval.state == ApprovalState.RETURNED
    assert approval.return_kind == ReturnKind.RESERVE
    assert "sjuk" in approval.return_reason
    assert approval.approvers.filter(signature__isnull=False).count() == 1


def test_reserve_when_approver_has_signed_then_refused() -> None:
    approval = make.sealed(with_reserve())
    make.sign_as(approval, "Lindqvist")
    with pytest.raises(Refused) as no:
        let_reserve(approval)
    assert codes_of(no) == ["reserve.has_signed"]


def test_reserve_when_not_chosen_in_reserve_then_refused() -> None:
    approval = make.sealed(with_reserve())
    with pytest.raises(Refused) as no:
        actions.let_reserve_sign(
            approver=approval.approvers.get(role="approver"),
            reserve=approval.meeting.chosen_approvers.get(is_reserve=False),
            reason="sjuk",
            by=approval.meeting.secretary,
        )
    assert codes_of(no) == ["reserve.not_chosen"]

"""Freezing: what is refused, which numbers come out, who has to sign."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from boards.shared.models import HistoryEvent, OutboxMessage
from boards.shared.paper.store import from_json
from boards.shared.refusals import Refused
from minutes.approval import actions
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval
from minutes.item.actions import set_decision
from minutes.item.models import MinutesItem
from minutes.meeting.models import Meeting
from minutes.pdf.keys import item_key
from tests.factories import approvals as make
from tests.factories import meetings

pytestmark = pytest.mark.django_db


def later_meeting(meeting: Meeting, **options: object) -> Meeting:
    day = meeting.starts_at + meetings.timedelta(days=7)
    board = meeting.board
    later = meetings.actions.plan_meeting(
        board=board, starts_at=day, place="Alby", by=meeting.secretary, **options
    )
    later.secretary = meeting.secretary
    later.save()
    return make.decided(later)


@pytest.mark.law("P-09")
def test_freeze_when_meeting_is_closed_then_numbers_in_agenda_order() -> None:
    meeting = make.decided()
    approval = make.frozen(meeting)
    assert approval.state == ApprovalState.FROZEN
    assert [item.number for item in make.items_of(meeting)] == [1, 2, 3]
    assert approval.items_label == "1–3"
    assert OutboxMessage.objects.get(kind="approval.seal").object_id == approval.pk
    assert HistoryEvent.objects.filter(code="approval.frozen").count() == 1


@pytest.mark.law("P-08")
def test_freeze_when_secretary_signs_then_three_slots_in_order() -> None:
    approval = make.frozen()
    rows = [(row.role, row.field_name) for row in approval.approvers.all()]
    assert rows == [
        ("secretary", "signature_1"),
        ("chair", "signature_2"),
        ("approver", "signature_3"),
    ]


def test_freeze_when_done_then_content_holds_sections_and_signature_fields() -> None:
    approval = make.frozen()
    document = from_json(approval.content)
    item = approval.items.first()
    assert document.section(item_key(item)).number == f"§ {item.number}"
    assert "signature_3" in str(approval.content)


def test_freeze_when_meeting_is_open_then_refused() -> None:
    meeting = make.decided(is_closed=False)
    with pytest.raises(Refused, match=r"freeze.meeting_open"):
        make.frozen(meeting)
    assert not Approval.objects.exists()
    assert not MinutesItem.objects.filter(number__isnull=False).exists()


@pytest.mark.law("P-07")
def test_freeze_when_immediate_then_only_those_before_are_numbered() -> None:
    meeting = make.decided(is_closed=False)
    second = make.items_of(meeting)[1]
    approval = make.frozen(meeting, items=[second], is_immediate=True)
    assert [item.number for item in make.items_of(meeting)] == [1, 2, None]
    assert [item.pk for item in approval.items.all()] == [second.pk]


def test_freeze_when_decision_is_missing_then_refused_with_law() -> None:
    meeting = make.decided()
    set_decision(
        item=make.items_of(meeting)[0], points=[], by=None, comment="Skrevs fel."
    )
    with pytest.raises(Refused) as no:
        make.frozen(meeting)
    assert [row.law for row in no.value.refusals] == ["KL 5:66"]


@pytest.mark.law("P-08")
def test_freeze_when_secret_and_open_together_then_refused() -> None:
    meeting = make.decided()
    items = make.items_of(meeting)
    MinutesItem.objects.filter(pk=items[0].pk).update(
        legal_ground="OSL 21:1", marked_on=meeting.held_on
    )
    with pytest.raises(Refused, match=r"freeze.secret_with_open"):
        make.frozen(meeting)
    approval = make.frozen(meeting, items=items[1:])
    assert [item.number for item in make.items_of(meeting)] == [1, 2, 3]
    assert not approval.is_secret
    assert make.frozen(meeting, items=items[:1]).is_secret


def test_freeze_when_item_is_in_other_approval_then_refused() -> None:
    approval = make.frozen()
    with pytest.raises(Refused, match=r"freeze.item_in_other_approval"):
        make.frozen(approval.meeting)


def test_freeze_when_item_is_of_other_meeting_then_refused() -> None:
    meeting, other = (
        make.decided(),
        make.decided(meetings.planned(meetings.board_with_roster("andra"))),
    )
    mixed = [*make.items_of(meeting), make.items_of(other)[0]]
    with pytest.raises(Refused, match=r"freeze.unknown_item"):
        make.frozen(meeting, items=mixed)


@pytest.mark.law("P-09")
def test_freeze_when_earlier_meeting_has_no_numbers_then_refused_until_it_has() -> None:
    first = make.decided()
    second = later_meeting(first)
    with pytest.raises(Refused, match=r"numbering.earlier_meeting"):
        make.frozen(second)
    make.frozen(first)
    make.frozen(second)
    assert [item.number for item in make.items_of(second)] == [4, 5, 6]


def test_freeze_when_not_the_secretary_then_denied() -> None:
    meeting = make.decided()
    stranger = make.user_of(meetings.attendance(meeting, "Ekström").person)
    with pytest.raises(PermissionDenied):
        actions.freeze(meeting=meeting, items=make.items_of(meeting), by=stranger)


def test_item_when_frozen_then_plain_update_is_refused() -> None:
    item = make.frozen().items.first()
    with pytest.raises(DatabaseError, match="part of frozen"), transaction.atomic():
        MinutesItem.objects.filter(pk=item.pk).update(heading="Ändrad")

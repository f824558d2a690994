"""What is on the board, when, and why its dates are what they are."""

import json
from collections.abc import Iterator

import pytest
import time_machine

from boards.shared.clock import at, local
from minutes.approval.models import Approval
from minutes.item import actions as items
from minutes.item.models import MinutesItem
from minutes.meeting.models import Meeting
from minutes.notice.tasks import take_down_due_notices
from minutes.noticeboard import actions
from minutes.publication.models import PublishedNotice
from tests.factories import approvals, publications

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_at_noon")]


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


def secret_approval() -> Approval:
    """Minutes of one secret § among two open ones, published alone."""
    meeting = approvals.decided()
    chosen = approvals.items_of(meeting)[1]
    items.mark_item_secret(item=chosen, legal_ground="OSL 21:1", by=None)
    return publications_of(meeting, [chosen])


def publications_of(meeting: Meeting, chosen: list[MinutesItem]) -> Approval:
    approval = approvals.signed(meeting, items=chosen)
    approvals.work_off()
    return approval


def test_publish_notice_before_posting_then_nothing_is_published() -> None:
    approval = approvals.approved_on(publications.NOON)
    approvals.work_off()
    notice = approval.notices.first()
    assert actions.publish_notice(notice=notice) is None
    assert not PublishedNotice.objects.exists()


@pytest.mark.law("A-06")
def test_publish_notice_when_posted_then_model_dates_and_why() -> None:
    publications.published()
    for shown in PublishedNotice.objects.all():
        days = (shown.posted_on, shown.last_appeal_day, shown.removable_on)
        assert [f"{day:%Y-%m-%d}" for day in days] == [
            "2020-09-29",
            "2020-10-20",
            "2020-10-21",
        ]
        assert "2020-10-20" in shown.explanation
    assert PublishedNotice.objects.count() == 2


def test_publish_notice_when_one_board_waits_then_dates_are_open() -> None:
    approval = approvals.approved_on(publications.NOON)
    approvals.posted(approval, publications.NOON, "Alby")
    approvals.work_off()
    shown = PublishedNotice.objects.get()
    assert (shown.last_appeal_day, shown.removable_on) == (None, None)


def test_publish_notice_when_taken_down_then_it_is_off_the_board() -> None:
    publications.published()
    with at(local(publications.MEETING_DAY.replace(month=10, day=21), 0, 5)):
        take_down_due_notices()
        approvals.work_off()
    assert not PublishedNotice.objects.up_on(publications.MEETING_DAY).exists()
    assert PublishedNotice.objects.filter(taken_down_on__isnull=False).count() == 2


def test_publish_notice_of_secret_minutes_then_it_names_no_heading() -> None:
    approval = approvals.posted(secret_approval(), publications.NOON)
    approvals.work_off()
    rows = PublishedNotice.objects.values().order_by("pk")
    assert "Ärende" not in json.dumps(list(rows), default=str)
    assert rows[0]["items_label"] == approval.items_label == "2"


@pytest.mark.law("A-03")
def test_publish_notice_when_posted_then_every_date_has_its_reason() -> None:
    publications.published()
    reasons = PublishedNotice.objects.first().reasons
    assert set(reasons) == {"posted_on", "last_appeal_day", "removable_on"}
    for name, words in {
        "posted_on": ("2 dagar", "2020-09-29", "KL 8:12"),
        "last_appeal_day": ("2020-10-20", "KL 13:5"),
        "removable_on": ("sitter uppe", "KL 8:12"),
    }.items():
        assert all(word in reasons[name] for word in words), reasons[name]

"""Workers that remind at the same instant remind once; so do looks sent twice."""

from datetime import date
from functools import partial

import pytest

from boards.shared.clock import local
from boards.shared.models import OutboxMessage
from minutes.reminder import actions
from minutes.reminder.models import Reminder
from minutes.review.models import Look
from tests.concurrency.threads import at_once
from tests.factories import approvals as make
from tests.factories import reviews

pytestmark = [
    pytest.mark.concurrency,
    pytest.mark.django_db(transaction=True),
    pytest.mark.law("P-03"),
    pytest.mark.time_machine(local(date(2020, 9, 30), 10), tick=False),
]


def test_remind_when_two_workers_run_at_once_then_one_row_each() -> None:
    meeting = reviews.sent()
    job = partial(actions.remind, meeting=meeting, day=date(2020, 10, 6))
    at_once([job] * 3)
    assert Reminder.objects.count() == 2
    assert OutboxMessage.objects.filter(kind="reminder.send").count() == 2


def test_look_when_sent_twice_at_once_then_one_look() -> None:
    meeting = reviews.sent()
    item = make.items_of(meeting)[0]
    by = reviews.reviewer(meeting)
    at_once([partial(reviews.remark, item, by)] * 3)
    assert Look.objects.count() == 1

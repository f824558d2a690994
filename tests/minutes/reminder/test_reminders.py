"""Reminders: to whom, when, once, and nothing of what the minutes say."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, IntegrityError, connection, transaction

from boards.shared.clock import at, local
from minutes.meeting.models import Meeting
from minutes.reminder.models import Reminder
from minutes.reminder.tasks import remind_before_due
from tests.factories import approvals as make
from tests.factories import reviews

pytestmark = [pytest.mark.django_db, pytest.mark.law("P-03")]
# The meeting is on the 29th of September; the 14 days end on the 13th of October.
DUE = date(2020, 10, 13)
ASKED = local(date(2020, 9, 30), 10)
CHAIR, APPROVER = "göran.ekström@alby.example", "birgitta.lindqvist@alby.example"


def run(moment: datetime) -> list[str]:
    """Let the worker work at a moment; return to whom mails went."""
    mail.outbox.clear()
    with at(moment):
        remind_before_due()
        remind_before_due()
        make.work_off()
    return sorted(one.to[0] for one in mail.outbox)


def before(days: int, hour: int = 8) -> datetime:
    return local(DUE - timedelta(days=days), hour)


def out() -> Meeting:
    with at(ASKED):
        meeting = reviews.sent()
        make.work_off()
    return meeting


def test_reviewers_when_days_run_then_reminded_three_times() -> None:
    out()
    days = {days: run(before(days)) for days in range(9, -1, -1)}
    both = [CHAIR, APPROVER]
    both.sort()
    assert {day: to for day, to in days.items() if to} == {7: both, 3: both, 1: both}


def test_reviewer_when_done_then_not_reminded() -> None:
    meeting = out()
    with at(ASKED):
        for item in make.items_of(meeting):
            reviews.look(item, reviews.reviewer(meeting))
        make.work_off()
    assert run(before(7)) == [CHAIR]
    with at(before(6)):
        reviews.rewrite(make.items_of(meeting)[0])
    assert run(before(3)) == sorted([CHAIR, APPROVER])


def test_reviewer_when_done_between_row_and_mail_then_no_mail() -> None:
    meeting = out()
    with at(before(7)):
        remind_before_due()
        for item in make.items_of(meeting):
            reviews.look(item, reviews.reviewer(meeting))
    told = meeting.secretary.person.email
    assert run(before(7, 9)) == sorted([CHAIR, told])


def test_reviewer_when_the_secretary_wants_it_sooner_then_that_day_counts() -> None:
    with at(ASKED):
        reviews.sent(due_on=date(2020, 10, 6))
        make.work_off()
    assert run(local(date(2020, 10, 3), 8)) == sorted([CHAIR, APPROVER])
    assert "2020-10-06" in mail.outbox[0].body


def test_days_when_the_clock_passes_midnight_then_local_date_counts() -> None:
    out()
    late = local(DUE - timedelta(days=8), 23, 59)
    assert run(late) == []
    assert run(late + timedelta(minutes=2)) == sorted([CHAIR, APPROVER])


def test_signers_when_frozen_then_those_who_have_not_signed() -> None:
    meeting = out()
    with at(local(date(2020, 10, 2), 10)):
        approval = make.sealed(meeting)
        make.work_off()
        make.sign_as(approval, "Ekström")
        make.work_off()
    secretary = meeting.secretary.person.email
    assert run(before(3)) == sorted([APPROVER, secretary])
    assert "/uppdrag/justering/" in mail.outbox[0].body
    assert Reminder.objects.filter(kind="look").count() == 0


def test_secretary_when_late_then_told_once() -> None:
    meeting = out()
    for days in range(8, 0, -1):
        run(before(days))
    told = meeting.secretary.person.email
    assert run(before(0)) == []
    assert run(before(-1)) == [told]
    assert run(before(-2)) == []
    assert Reminder.objects.filter(kind="late", person=None).count() == 1


def test_secretary_when_all_is_approved_then_not_told() -> None:
    make.approved_on(local(date(2020, 10, 2), 10))
    make.work_off()
    assert run(before(-1)) == []


def test_mail_when_sent_then_neither_item_nor_heading() -> None:
    out()
    run(before(7))
    for one in mail.outbox:
        assert "Ärende" not in one.subject + one.body
        assert "§" not in one.subject + one.body
        assert "2020-10-13" in one.body


def test_row_when_made_twice_or_changed_then_the_database_refuses() -> None:
    out()
    run(before(-1))
    row = Reminder.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE minutes_reminder SET days = 3")

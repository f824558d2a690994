"""No notice is late unseen: mail before, on and after the day (KL 8:12)."""

from datetime import date

import pytest
from django.core import mail

from boards.board.models import Municipality
from boards.shared.clock import at, local
from minutes.notice.models import NoticeMail
from minutes.notice.tasks import mail_about_waiting_notices
from tests.factories import approvals as make

pytestmark = [pytest.mark.django_db, pytest.mark.law("A-04")]
NOON = local(date(2020, 9, 29), 12)


def run(day: date) -> list[str]:
    """Run the task twice on a day; return the subjects of what it mailed."""
    mail.outbox.clear()
    with at(local(day, 9)):
        mail_about_waiting_notices()
        mail_about_waiting_notices()
        make.work_off()
    return [one.subject for one in mail.outbox]


@pytest.fixture
def approval() -> make.Approval:
    approval = make.approved_on(NOON)
    by = approval.meeting.secretary
    by.email = "sekreterare@alby.example"
    by.save(update_fields=["email"])
    return approval


def test_mail_when_nothing_is_posted_then_due_and_late_once_a_day(
    approval: make.Approval,
) -> None:
    make.work_off()
    assert run(date(2020, 9, 29)) == []
    for day in (date(2020, 9, 30), date(2020, 10, 1)):
        assert len(run(day)) == 2
        assert "Anslag att sätta upp" in mail.outbox[0].subject
    for day in (date(2020, 10, 2), date(2020, 10, 3)):
        assert len(run(day)) == 2
        assert "Sent anslag" in mail.outbox[0].subject


def test_mail_when_posted_then_none_about_that_board(approval: make.Approval) -> None:
    make.work_off()
    make.posted(approval, NOON, "Alby")
    run(date(2020, 9, 30))
    assert [one.body.count("Berga") > 0 for one in mail.outbox] == [True]


@pytest.mark.law("A-07")
def test_mail_when_the_board_is_anothers_then_it_asks_for_proof(
    approval: make.Approval,
) -> None:
    make.work_off()
    Municipality.objects.filter(name="Berga").update(is_served_here=False)
    run(date(2020, 10, 2))
    assert any("inget bevis" in one.body for one in mail.outbox)


def test_mail_when_posted_before_it_is_sent_then_not_sent(
    approval: make.Approval,
) -> None:
    make.work_off()
    with at(local(date(2020, 9, 30), 9)):
        mail_about_waiting_notices()
        make.posted(approval, NOON)
        mail.outbox.clear()
        make.work_off()
    assert NoticeMail.objects.count() == 2
    assert [one for one in mail.outbox if "att sätta upp" in one.subject] == []

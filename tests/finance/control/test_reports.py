"""The report: registered in the ärende, decided, sent to every kommunstyrelse."""

from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.core import mail
from django.db import DatabaseError, transaction
from pypdf import PdfReader

from boards.shared.clock import local
from boards.shared.refusals import Refused
from boards.shared.tasks import deliver_due
from finance.control.actions import reminders, reports
from finance.control.enums import Grade, SendingState
from finance.control.models import ControlPlan, ControlReminder, ControlReport
from tests.factories import control

pytestmark = pytest.mark.django_db


def followed() -> ControlPlan:
    plan = control.plan(adopted=True)
    first, *others = control.rows(plan)
    control.measure(control.check(first, Grade.DEVELOP))
    for row in others[:3]:
        control.check(row)
    control.check(others[3], Grade.NOT_PERFORMED, result="Projektet sköts upp.")
    return plan


def made(plan: ControlPlan) -> ControlReport:
    with time_machine.travel(local(date(2022, 1, 10), 9)):
        return reports.make_report(
            plan=plan,
            case=plan.case,
            title="Uppföljning av internkontroll 2021",
            summary="Kontrollerna är i huvudsak genomförda.",
            by=None,
        )


@pytest.mark.law("I-05")
def test_report_when_made_is_a_registered_pdf_that_tells_everything() -> None:
    report = made(followed())
    assert report.document.is_registered
    pdf = PdfReader(BytesIO(report.document.file.read()))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    for said in ("Två konton var kvar.", "Projektet sköts upp.", "senast 2021-05-31"):
        assert said in text
    with pytest.raises(DatabaseError), transaction.atomic():
        report.checks.update(result="Annat")


@pytest.mark.law("I-05")
def test_report_when_a_control_is_not_followed_up_then_refused() -> None:
    with pytest.raises(Refused) as no:
        made(control.plan(adopted=True))
    assert {one.code for one in no.value.refusals} == {"control.not_followed"}


@pytest.mark.law("I-05")
def test_report_when_decided_goes_to_every_member_kommun() -> None:
    report = made(followed())
    with time_machine.travel(local(date(2022, 2, 1), 9)):
        with pytest.raises(Refused):
            reports.send_report(report=report, by=None)
        reports.decide_report(
            report=report,
            citation="ITVT § 2/2022-01-31",
            decided_on=date(2022, 1, 31),
            by=None,
        )
        sent = reports.send_report(report=report, by=None)
        deliver_due()
    assert [row.name for row in sent] == [
        "Kommunstyrelsen i Alby kommun",
        "Kommunstyrelsen i Berga kommun",
    ]
    assert len(mail.outbox) == 2
    assert set(report.sendings.values_list("state", flat=True)) == {
        SendingState.DELIVERED
    }
    with pytest.raises(Refused):
        reports.send_report(report=report, by=None)


@pytest.mark.law("I-05")
def test_reminders_when_made_twice_the_same_day_are_made_once() -> None:
    plan = control.plan(adopted=True)
    control.added(plan)
    control.measure(control.check(control.rows(plan)[0], Grade.DEVELOP))
    with time_machine.travel(local(date(2021, 6, 1), 9)):
        assert {one.kind for one in reminders.remind(day=date(2021, 6, 1))} == {
            "incomplete",
            "measure",
        }
        assert reminders.remind(day=date(2021, 6, 1)) == []
        deliver_due()
    assert len(mail.outbox) == 2
    assert ControlReminder.objects.count() == 2


@pytest.mark.law("I-05")
def test_reminder_when_no_report_is_there_after_the_year() -> None:
    control.plan(adopted=True)
    day = date(2022, 12, 20)
    with time_machine.travel(local(day, 9)):
        (row,) = reminders.remind(day=day)
    assert (row.kind, row.due_on) == ("no_report", date(2022, 12, 31))

"""A report becomes an ärende, once, and its words are kept in one place."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.db import IntegrityError, ProgrammingError, connection, transaction

from boards.access.enums import Role
from boards.shared.clock import local
from boards.shared.published.role import as_public
from boards.shared.refusals import Refused
from boards.shared.storage import read_bytes
from cases.case.actions import close_case
from cases.case.models import Case
from cases.diary.models import DiaryRow
from cases.document.models import Document
from cases.report.actions import publish_statement
from cases.report.enums import Compliance
from cases.report.models import AccessibilityReport, AccessibilityStatement
from cases.report.sending import send_report
from cases.report.tasks import open_reports
from tests.factories import approvals, registers
from tests.factories import statements as make

pytestmark = pytest.mark.django_db

LATE = local(date(2026, 5, 4), 23, 30)
TEXT = "Röstlängden läses inte upp."


@pytest.fixture
def statement() -> AccessibilityStatement:
    return make.statement()


def test_statement_when_not_an_administrator_then_refused() -> None:
    board = registers.board()
    with pytest.raises(PermissionDenied):
        publish_statement(board=board, by=registers.role(board, Role.SECRETARY))


@pytest.mark.law("T-04")
def test_statement_when_a_claim_lacks_its_text_then_not_even_in_sql(
    statement: AccessibilityStatement,
) -> None:
    rows = AccessibilityStatement.objects.filter(pk=statement.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(burden="Filmer")
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(compliance=Compliance.FULL)
    with pytest.raises(Refused):
        make.statement(slug="b", burden="Filmer")


@pytest.mark.law("T-03")
def test_report_when_sent_late_in_the_evening_then_an_arende_of_that_day(
    statement: AccessibilityStatement,
) -> None:
    with time_machine.travel(LATE, tick=False), as_public():
        send_report(
            statement=statement, text=TEXT, name="Eva Ek", email="eva@ek.example"
        )
    assert not Case.objects.exists()
    with time_machine.travel(local(date(2026, 5, 5), 6), tick=False):
        open_reports()

    case = Case.objects.get()
    assert (case.board, case.opened_on) == (statement.board, date(2026, 5, 4))
    document = Document.objects.select_related("file").get()
    assert document.act_number == 1
    assert document.handled_on == date(2026, 5, 4)
    assert document.file is not None
    words = read_bytes(document.file.sha256).decode()
    assert TEXT in words
    assert "Eva Ek" in words
    assert "eva@ek.example" in words


def test_report_when_opened_then_its_words_are_in_the_handling_alone(
    statement: AccessibilityStatement, mailoutbox: list[EmailMessage]
) -> None:
    send_report(statement=statement, text=TEXT, name="Eva Ek", email="eva@ek.example")
    open_reports()
    approvals.work_off()

    report = AccessibilityReport.objects.get()
    assert (report.text, report.name, report.email) == ("", "", "")
    row = DiaryRow.objects.get()
    assert "Ek" not in f"{row.counterparty} {row.subject} {row.case_title}"
    [mail] = mailoutbox
    assert mail.to == ["eva@ek.example"]
    assert Case.objects.get().dnr in mail.subject
    assert TEXT not in mail.body


def test_report_when_the_task_runs_twice_then_one_arende_and_no_mail(
    statement: AccessibilityStatement, mailoutbox: list[EmailMessage]
) -> None:
    send_report(statement=statement, text=TEXT)
    open_reports()
    open_reports()
    approvals.work_off()
    assert Case.objects.count() == 1
    assert mailoutbox == []


def test_report_when_sent_twice_then_the_same_arende_until_it_is_closed(
    statement: AccessibilityStatement,
) -> None:
    for _press in range(2):
        send_report(statement=statement, text=TEXT)
    open_reports()
    case = Case.objects.get()
    assert case.accessibility_reports.count() == 2
    assert case.documents.count() == 1

    close_case(case=case, by=None)
    send_report(statement=statement, text=TEXT)
    open_reports()
    assert Case.objects.count() == 2


def test_report_when_one_cannot_be_read_by_the_public_then_it_can_still_be_added(
    statement: AccessibilityStatement,
) -> None:
    with as_public():
        send_report(statement=statement, text=TEXT)
    for sql in (
        "SELECT text FROM cases_accessibilityreport",
        "UPDATE cases_accessibilityreport SET text = 'x'",
        "DELETE FROM cases_accessibilityreport",
    ):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            as_public(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)


def test_report_when_empty_then_refused(statement: AccessibilityStatement) -> None:
    with pytest.raises(Refused):
        send_report(statement=statement, text=" ")
    assert not AccessibilityReport.objects.exists()

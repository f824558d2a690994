"""A deficit's day: reminded of before it and on it, until somebody followed it up."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boards.access.enums import Role
from boards.board.models import Board
from boards.shared.clock import local
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from finance.report import actions, deficits, rules
from finance.report.models import (
    DeficitFollowUp,
    InterimReport,
    ReportTable,
)
from tests.factories import cases, registers
from tests.factories.approvals import work_off
from tests.factories.model_report import fill

pytestmark = pytest.mark.django_db
FROZEN, DUE = date(2020, 9, 20), date(2020, 11, 30)
WEEK = timedelta(7)
IT, FINANCE = "IT, växel och telefoni", "Ekonomiavdelningen"


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(DUE, 9), tick=False):
        yield


def started(board: Board | None = None, *days: tuple[str, date]) -> InterimReport:
    """A report with the model's tables, some with a day of follow-up."""
    report = actions.start_report(
        case=cases.case(board), title="Delår", period_end=date(2020, 8, 31), by=None
    )
    fill(report)
    for table in report.tables.all():
        words = {"description": "", "comment": "<p>Därför.</p>", "note": ""}
        actions.set_table_text(table=table, **words, by=None)
    for heading, day in days or ((IT, DUE),):
        table = report.tables.get(heading=heading)
        actions.set_measure(table=table, measure="", follow_up_on=day, by=None)
    if not report.tables.get(heading=IT).follow_up_on:
        table = report.tables.get(heading=IT)
        actions.set_measure(
            table=table, measure="Inköp väntar.", follow_up_on=None, by=None
        )
    return report


def frozen(board: Board | None = None, *days: tuple[str, date]) -> InterimReport:
    with time_machine.travel(local(FROZEN, 9), tick=False):
        report = started(board, *days)
        actions.freeze_report(report=report, by=None)
    report.refresh_from_db()
    work_off()
    mail.outbox.clear()
    return report


def with_address(board: Board, email: str) -> None:
    user = registers.role(board, Role.CONTROLLER)
    user.email = email
    user.save()


def of(report: InterimReport) -> ReportTable:
    return report.tables.get(heading=IT)


def followed(report: InterimReport, **said: object) -> DeficitFollowUp:
    values = {"done_on": DUE, "note": "Underskottet är 3 000 tkr.", "by": None}
    return deficits.follow_up_deficit(table=of(report), **values | said)


@pytest.mark.parametrize(
    ("days", "step"), [(-8, None), (-7, -7), (-1, -7), (0, 0), (40, 0)]
)
def test_reminded_on_when_days_pass_then_a_week_before_and_on_the_day(
    days: int, step: int | None
) -> None:
    found = rules.reminded_on(DUE, DUE + timedelta(days))
    assert found == (None if step is None else DUE + timedelta(step))


def test_deficit_when_its_day_comes_then_one_mail_a_step_to_each_controller() -> None:
    report = frozen()
    with_address(report.board, "a@alby.example")
    with_address(report.board, "b@alby.example")
    for day in range(-9, 5):
        moment = local(DUE + timedelta(day), 8)
        with time_machine.travel(moment, tick=False):
            for _time in range(2):
                deficits.remind_of_deficits(day=moment.date())
            work_off()
    people = [["a@alby.example"], ["b@alby.example"]]
    assert [one.to for one in mail.outbox] == people * len(rules.REMINDED_BEFORE)
    assert IT in mail.outbox[0].subject
    assert report.get_absolute_url() in mail.outbox[0].body
    assert "2020-11-30" in mail.outbox[0].body


def test_deficit_when_there_is_no_controller_then_the_board_is_asked() -> None:
    report = frozen()
    deficits.remind_of_deficits(day=DUE)
    work_off()
    assert [one.to for one in mail.outbox] == [[report.board.email]]


def test_deficits_when_two_are_due_then_one_mail_names_both() -> None:
    frozen(None, (IT, DUE), (FINANCE, DUE + timedelta(3)))
    made = deficits.remind_of_deficits(day=DUE)
    work_off()
    (sent,) = mail.outbox
    assert (len(made), IT in sent.subject, FINANCE in sent.subject) == (2, True, True)


def test_deficit_when_its_report_is_a_draft_then_nobody_is_reminded() -> None:
    started()
    assert deficits.remind_of_deficits(day=DUE) == []


def test_deficit_when_followed_up_then_no_more_reminders() -> None:
    report = frozen()
    deficits.remind_of_deficits(day=DUE - WEEK)
    followed(report)
    assert deficits.remind_of_deficits(day=DUE) == []
    work_off()
    assert mail.outbox == []


def test_tables_to_follow_when_more_tables_then_one_query() -> None:
    counts = []
    for days in [((IT, DUE),), ((IT, DUE), (FINANCE, DUE))]:
        frozen(registers.board(f"n{len(days)}"), *days)
        with CaptureQueriesContext(connection) as found:
            list(deficits.tables_to_follow())
        counts.append(len(found))
    assert counts == [1, 1]


def test_follow_up_deficit_when_done_then_kept_with_its_history() -> None:
    report = frozen()
    by = registers.role(report.board, Role.CONTROLLER)
    made = followed(report, by=by)
    assert (made.done_on, made.by) == (DUE, by)
    event = HistoryEvent.objects.get(code="report.deficit_followed_up")
    assert (event.object_id, event.values["table"]) == (report.pk, IT)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (DUE + timedelta(1), "report.follow_up_later"),
        (FROZEN - timedelta(1), "report.follow_up_before"),
    ],
)
def test_follow_up_deficit_when_its_day_is_impossible_then_refused(
    day: date, code: str
) -> None:
    report = frozen()
    with pytest.raises(Refused) as no:
        followed(report, done_on=day)
    assert [(one.code, one.field) for one in no.value.refusals] == [(code, "done_on")]
    assert not DeficitFollowUp.objects.exists()


def test_follow_up_deficit_when_done_already_then_refused() -> None:
    report = frozen()
    followed(report)
    with pytest.raises(Refused, match=r"report\.follow_up_done"):
        followed(report)


def test_follow_up_deficit_when_the_report_sets_no_day_then_refused() -> None:
    report = frozen()
    table = report.tables.get(heading=FINANCE)
    with pytest.raises(Refused, match=r"report\.follow_up_no_day"):
        deficits.follow_up_deficit(table=table, done_on=DUE, note="x", by=None)


def test_follow_up_deficit_when_a_draft_then_refused() -> None:
    with pytest.raises(Refused, match=r"report\.follow_up_draft"):
        followed(started())


def test_follow_up_deficit_when_no_controller_then_denied() -> None:
    report = frozen()
    with pytest.raises(PermissionDenied):
        followed(report, by=registers.role(report.board, Role.SECRETARY))


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_follow_up_when_changed_in_plain_sql_then_no(verb: str) -> None:
    followed(frozen())
    rows = DeficitFollowUp.objects.all()
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(note="") if verb == "update" else rows._raw_delete("default")


def test_follow_up_when_its_report_is_a_draft_then_the_database_says_no() -> None:
    report = started()
    with pytest.raises(DatabaseError), transaction.atomic():
        DeficitFollowUp.objects.create(
            table=of(report), done_on=DUE, note="x", at=local(DUE, 9)
        )


def test_report_page_when_a_deficit_is_followed_up_then_it_says_what_came_of_it(
    client: Client,
) -> None:
    report = frozen()
    client.force_login(registers.role(report.board, Role.CONTROLLER))
    address = reverse("report-follow-up", args=[of(report).pk])
    assert address in client.get(report.get_absolute_url()).content.decode()
    sent = {"done_on": "2020-11-28", "note": "Kvar: 3 000 tkr."}
    answer = client.post(address, sent, follow=True)
    assert answer.redirect_chain == [(report.get_absolute_url(), 302)]
    page = answer.content.decode()
    assert "Kvar: 3 000 tkr." in page
    assert address not in page


def test_follow_up_page_when_refused_then_what_was_typed_stays(client: Client) -> None:
    report = frozen()
    client.force_login(registers.role(report.board, Role.CONTROLLER))
    address = reverse("report-follow-up", args=[of(report).pk])
    answer = client.post(address, {"done_on": "2020-12-24", "note": "Kvar."})
    assert answer.context["form"].errors["done_on"]
    assert "Kvar." in answer.content.decode()

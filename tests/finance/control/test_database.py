"""Plain SQL against what a board has adopted: PostgreSQL says no by itself."""

import pytest
from django.db import DatabaseError, connection, transaction

from finance.control.enums import Grade
from finance.control.models import ControlPlan
from tests.factories import cases, control, registers

pytestmark = pytest.mark.django_db


def refused(sql: str, *values: object) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        run(sql, *values)


def run(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def adopted() -> ControlPlan:
    return control.plan(adopted=True)


@pytest.mark.parametrize(
    "change",
    ["moment = 'Annat'", "responsible = 'Annan'", "report_to = ''", "position = 9"],
)
def test_control_when_adopted_never_changes(adopted: ControlPlan, change: str) -> None:
    row = control.rows(adopted)[0]
    refused(f"UPDATE finance_control SET {change} WHERE id = %s", row.pk)


@pytest.mark.parametrize(
    "change", ["process = 'Annat'", "assessment = 1", "likelihood = 1, consequence = 1"]
)
def test_risk_when_adopted_never_changes(adopted: ControlPlan, change: str) -> None:
    row = control.rows(adopted)[0]
    refused(f"UPDATE finance_controlrisk SET {change} WHERE id = %s", row.risk_id)


def test_rows_when_adopted_are_neither_deleted_nor_slipped_in(
    adopted: ControlPlan,
) -> None:
    row = control.rows(adopted)[0]
    refused("DELETE FROM finance_control WHERE id = %s", row.pk)
    refused(
        "INSERT INTO finance_controlrisk (plan_id, process, position)"
        " VALUES (%s, 'Ny', 9)",
        adopted.pk,
    )
    refused(
        "INSERT INTO finance_control (risk_id, moment, responsible, report_to,"
        " interval, contact, position) VALUES (%s, 'Ny', '', '', '', '', 9)",
        row.risk_id,
    )


def test_rows_when_moved_between_plans_then_refused(adopted: ControlPlan) -> None:
    draft = control.plan(adopted.board, year=2022)
    row = control.rows(draft)[0]
    refused(
        "UPDATE finance_controlrisk SET plan_id = %s WHERE id = %s",
        adopted.pk,
        row.risk_id,
    )


def test_rows_when_tied_to_another_plan_s_beslut_then_refused(
    adopted: ControlPlan,
) -> None:
    other = control.plan(registers.board("annan"), adopted=True)
    row = control.rows(adopted)[0]
    refused(
        "UPDATE finance_control SET ended_by_id = %s WHERE id = %s",
        other.decisions.get().pk,
        row.pk,
    )


def test_added_row_when_filled_in_then_what_is_filled_stays(
    adopted: ControlPlan,
) -> None:
    row = control.added(adopted)
    run("UPDATE finance_control SET moment = 'Loggar' WHERE id = %s", row.pk)
    refused("UPDATE finance_control SET moment = 'Annat' WHERE id = %s", row.pk)
    refused("UPDATE finance_control SET decision_id = NULL WHERE id = %s", row.pk)


@pytest.mark.parametrize(
    "change",
    ["state = 'draft', adopted_on = NULL", "year = 2030", "medium_from = 3"],
)
def test_plan_when_adopted_never_changes(adopted: ControlPlan, change: str) -> None:
    refused(f"UPDATE finance_controlplan SET {change} WHERE id = %s", adopted.pk)
    refused("DELETE FROM finance_controlplan WHERE id = %s", adopted.pk)


def test_plan_when_adopted_without_a_beslut_then_refused() -> None:
    refused(
        "UPDATE finance_controlplan SET state = 'adopted', adopted_on = '2020-09-29'"
        " WHERE id = %s",
        control.plan().pk,
    )


def test_beslut_never_changes(adopted: ControlPlan) -> None:
    refused("UPDATE finance_controldecision SET citation = '§ 99'")
    refused("DELETE FROM finance_controldecision")
    refused(
        "INSERT INTO finance_controldecision (plan_id, kind, citation, decided_on)"
        " VALUES (%s, 'adopt', '§ 2', '2020-10-01')",
        adopted.pk,
    )


@pytest.mark.law("I-03")
def test_step_when_the_scale_has_it_not_then_refused() -> None:
    row = control.rows(control.plan())[0]
    sql = (
        "UPDATE finance_controlrisk SET likelihood = %s, consequence = %s,"
        " assessment = NULL WHERE id = %s"
    )
    refused(sql, 1, 1, row.risk_id)
    run(
        "UPDATE finance_controlplan SET likelihood_labels = '{a,b,c,d}',"
        " consequence_labels = '{a,b,c,d}', medium_from = 4, high_from = 9"
    )
    run(sql, 4, 4, row.risk_id)
    refused(sql, 5, 4, row.risk_id)
    refused(sql, 0, 4, row.risk_id)
    refused("UPDATE finance_controlplan SET likelihood_labels = '{a,b,c}'")
    refused("UPDATE finance_controlrisk SET assessment = 4 WHERE id = %s", row.risk_id)


@pytest.mark.law("I-05")
def test_follow_up_when_half_said_then_refused(adopted: ControlPlan) -> None:
    check = control.check(control.rows(adopted)[0], Grade.DEVELOP)
    refused("UPDATE finance_controlcheck SET performed_on = NULL")
    refused("UPDATE finance_controlcheck SET deviation = ''")
    measure = control.measure(check)
    refused("DELETE FROM finance_controlmeasure")
    refused("UPDATE finance_controlmeasure SET outcome = 'Klart'")
    run(
        "UPDATE finance_controlmeasure SET outcome = 'Klart', done_on = '2021-05-01'"
        " WHERE id = %s",
        measure.pk,
    )
    refused("UPDATE finance_controlmeasure SET outcome = 'Annat'")


def test_plan_when_doubled_for_a_year_then_refused(adopted: ControlPlan) -> None:
    case = cases.case(adopted.board)
    refused(
        "INSERT INTO finance_controlplan (board_id, year, case_id, likelihood_labels,"
        " consequence_labels, medium_from, high_from, state)"
        " VALUES (%s, 2021, %s, '{}', '{}', 0, 0, 'draft')",
        adopted.board_id,
        case.pk,
    )

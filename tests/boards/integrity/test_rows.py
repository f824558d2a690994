"""Rows changed, put in or deleted past their history, and guards switched off."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection

from boards.integrity.checks import Fault, Looked, checks
from boards.integrity.inspecting import inspect
from boards.integrity.rows import (
    alike,
    look_at_rows,
    tables,
    unlike,
)
from boards.integrity.sealing import extend_chain
from boards.shared.clock import local
from cases.case.actions import change_case
from tests.factories import approvals, cases
from tests.factories.tampering import past_triggers

pytestmark = [pytest.mark.django_db, pytest.mark.law("R-01")]


def found() -> list[Fault]:
    return list(look_at_rows(Counter()))


def test_rows_when_changed_by_the_product_then_agree_with_their_history() -> None:
    case = cases.case()
    change_case(case=case, title="Ny rubrik", by=None)
    document = cases.document(case, draft=True)
    document.delete()
    looked: Looked = Counter()
    assert list(look_at_rows(looked)) == []
    assert looked["tables"] == len(tables()) > 50
    assert looked["rows"] > 1


def test_rows_when_changed_in_psql_with_triggers_off_then_row_and_field_are_named() -> (
    None
):
    case = cases.case()
    past_triggers("UPDATE cases_case SET title = 'Annat' WHERE id = %s", [case.pk])
    [fault] = found()
    assert (fault.where, fault.code, fault.values) == (
        f"cases_case {case.pk}",
        "integrity.row_differs",
        {"fields": "title"},
    )


def test_rows_when_deleted_in_psql_with_triggers_off_then_are_named() -> None:
    first, second = cases.case(), cases.case()
    past_triggers("DELETE FROM cases_case WHERE id = ANY(%s)", [[first.pk, second.pk]])
    [fault] = found()
    assert fault.where == f"cases_case {first.pk}–{second.pk}"
    assert fault.code == "integrity.row_gone"


def test_rows_when_put_in_with_triggers_off_then_are_named() -> None:
    case = cases.case()
    past_triggers(
        "INSERT INTO cases_case SELECT (jsonb_populate_record(c,"
        " jsonb_build_object('id', c.id + 1, 'number', 9, 'dnr', 'X'))).*"
        " FROM cases_case c WHERE id = %s",
        [case.pk],
    )
    [fault] = found()
    assert (fault.where, fault.code) == (
        f"cases_case {case.pk + 1}",
        "integrity.row_unknown",
    )


def test_rows_when_a_column_is_new_then_that_is_no_change() -> None:
    cases.case()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE cases_case ADD COLUMN shelf text DEFAULT 'A'")
    assert found() == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2020-09-29T12:00:00+02:00", "2020-09-29T10:00:00+00:00", True),
        ("2020-09-29T12:00:00+02:00", "2020-09-29T12:00:00+00:00", False),
        ("Anna", "Eva", False),
        (Decimal("1.10"), Decimal("1.1"), True),
        (1, "1", False),
    ],
)
def test_values_when_compared_then_moments_of_two_zones_are_one(
    one: object, other: object, same: bool
) -> None:
    assert alike(one, other) is same


def test_rows_when_only_one_side_knows_a_field_then_it_is_left_out() -> None:
    assert unlike({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 4, "d": 5}) == "b"


def test_world_when_minutes_were_approved_and_nobody_cheated_then_is_whole() -> None:
    approvals.approved_on(local(date(2020, 9, 29), 12))
    approvals.work_off()
    extend_chain()
    wrong = {check.name: inspect(check).faults for check in checks}
    assert not any(wrong.values()), wrong

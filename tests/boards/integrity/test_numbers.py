"""A number that is missing from its series, or that nobody gave, is found."""

from collections import Counter
from datetime import date

import pytest

from boards.integrity.checks import Check, Fault, checks, ranges
from boards.integrity.inspecting import inspect
from boards.shared.clock import local
from boards.shared.enums import SeriesKind
from boards.shared.numbers import next_number
from cases.case.models import Case
from minutes.item.models import MinutesItem
from tests.factories import approvals, cases, registers
from tests.factories.tampering import past_triggers

pytestmark = pytest.mark.django_db


def named(name: str) -> Check:
    return next(check for check in checks if check.name == name)


def faults(name: str) -> list[Fault]:
    return inspect(named(name)).faults


@pytest.mark.parametrize(
    ("numbers", "written"),
    [([2], "2"), ([2, 3], "2–3"), ([1, 4, 5, 6, 9], "1, 4–6, 9"), ([], "")],
)
def test_ranges_when_numbers_follow_each_other_then_are_one(
    numbers: list[int], written: str
) -> None:
    assert ranges(numbers) == written


@pytest.mark.law("D-01")
def test_case_numbers_when_a_row_is_deleted_then_the_gap_is_named() -> None:
    board = registers.board()
    made = [cases.case(board) for _ in range(4)]
    assert inspect(named("cases")).looked == Counter(numbers=4)
    past_triggers("DELETE FROM cases_case WHERE id = %s", [made[1].pk])
    [fault] = faults("cases")
    assert fault == Fault(f"{board} 2020", "integrity.case_missing", {"numbers": "2"})


def test_case_numbers_when_one_was_never_given_then_is_named() -> None:
    case = cases.case()
    past_triggers("UPDATE cases_case SET number = 7 WHERE id = %s", [case.pk])
    missing, beyond = faults("cases")
    assert missing.values == {"numbers": "1"}
    assert beyond.values == {"numbers": "7", "last": 1}


@pytest.mark.law("D-01")
def test_act_numbers_when_a_handling_is_deleted_then_its_case_is_named() -> None:
    case = cases.case()
    made = [cases.document(case) for _ in range(3)]
    assert faults("documents") == []
    past_triggers("DELETE FROM cases_document WHERE id = %s", [made[0].pk])
    [fault] = faults("documents")
    assert fault == Fault(case.dnr, "integrity.act_missing", {"numbers": "1"})


@pytest.mark.law("P-09")
def test_item_numbers_when_a_paragraph_is_renumbered_then_the_gap_is_named() -> None:
    approval = approvals.approved_on(local(date(2020, 9, 29), 12))
    assert faults("items") == []
    last = MinutesItem.objects.filter(approval=approval).latest("number")
    past_triggers(
        "UPDATE minutes_minutesitem SET number = NULL WHERE id = %s", [last.pk]
    )
    [fault] = faults("items")
    assert fault.code == "integrity.item_missing"
    assert fault.values == {"numbers": str(last.number)}


def test_series_when_nothing_was_made_of_the_numbers_then_all_are_missing() -> None:
    board = registers.board()
    for _ in range(3):
        next_number(board=board, kind=SeriesKind.CASE, year=2020)
    assert not Case.objects.exists()
    assert faults("cases")[0].values == {"numbers": "1–3"}

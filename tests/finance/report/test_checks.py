"""What is checked of a report, and what stops it from being frozen."""

from dataclasses import replace
from datetime import date

import pytest

from finance.report import checks
from finance.report.checks import CheckState, Limit
from finance.report.enums import RowKind, TableKind
from finance.report.rules import TableFacts
from tests.factories.model_report import FINANCE, INVESTMENTS, IT, STAFF, line, row

TKR = 100_000
LIMIT = Limit(500 * TKR, 5)


def income(rows: list, **said: object) -> TableFacts:
    return TableFacts("Enheten", TableKind.INCOME, tuple(rows), **said)


@pytest.mark.law("F-01")
@pytest.mark.parametrize(
    ("period_end", "due"),
    [
        (date(2020, 8, 31), date(2020, 11, 2)),
        (date(2024, 8, 31), date(2024, 10, 31)),
        (date(2025, 8, 31), date(2025, 10, 31)),
        (date(2026, 8, 31), date(2026, 11, 2)),
        (date(2027, 8, 31), date(2027, 11, 1)),
        (date(2026, 12, 31), date(2027, 3, 1)),
    ],
)
def test_handed_over_by_then_two_months_and_the_next_weekday(
    period_end: date, due: date
) -> None:
    assert checks.handed_over_by(period_end).day == due


@pytest.mark.law("F-01")
def test_check_period_when_moved_or_outside_then_said() -> None:
    moved = checks.check_period(date(2020, 8, 31))
    assert moved.said.code == "report.check_period_moved"
    assert checks.check_period(date(2024, 8, 31)).said.code == "report.check_period"
    assert checks.check_period(date(2020, 9, 30)).state == CheckState.NOTE


@pytest.mark.parametrize(
    ("rows", "deficit", "codes"),
    [
        (FINANCE, 0, ["report.comment_missing"]),
        (STAFF, 0, []),
        (IT, 3_850 * TKR, ["report.comment_missing", "report.measure_missing"]),
    ],
)
def test_blocks_silence_when_model_then_its_deviations_want_words(
    rows: list, deficit: int, codes: list[str]
) -> None:
    table = income(rows)
    assert checks.deficit(table) == deficit
    assert [one.code for one in checks.blocks_silence([table], LIMIT)] == codes
    said = replace(table, comment="<p>x</p>", follow_up_on=date(2020, 11, 30))
    assert checks.blocks_silence([said], LIMIT) == []


def test_blocks_silence_when_investments_overspend_then_comment_alone() -> None:
    table = TableFacts("I", TableKind.INVESTMENT, tuple(INVESTMENTS))
    found = checks.blocks_silence([table], LIMIT)
    assert [one.code for one in found] == ["report.comment_missing"]


def states(table: TableFacts) -> dict[str, str]:
    found = checks.check_tables([table], LIMIT)
    return {
        one.said.code.removeprefix("report.check_"): str(one.state) for one in found
    }


@pytest.mark.law("F-02", "F-03")
def test_check_tables_when_model_then_each_check_has_a_result() -> None:
    assert states(income(IT)) == {
        "sums_rounded": "note",
        "deviation": "ok",
        "result": "ok",
        "measure_missing": "wrong",
        "comment_missing": "wrong",
    }
    assert states(income(IT, measure="Ja", comment="<p>x</p>")) == {
        "sums_rounded": "note",
        "deviation": "ok",
        "result": "ok",
        "measure": "ok",
        "commented": "ok",
    }


@pytest.mark.law("F-02")
@pytest.mark.parametrize(
    ("rows", "code", "state"),
    [
        ([line("A", 1, 1, 1, 9, 5)], "sums_computed", "ok"),
        ([line("A", 1, 1, 1, 9, 5)], "no_grant", "note"),
        ([line("A", 1)], "deviation_missing", "note"),
        ([line("A", 1), row(RowKind.GRANT, "K", 9)], "result_missing", "note"),
        (
            [line("A", 1, 1, 1, 9, 5), row(RowKind.GRANT, "K", 1, 1, 1, 8, 8)],
            "result_off",
            "note",
        ),
        (
            [line("A", 1, 1, 1, 9, 5), row(RowKind.SUM, "S", 9, 1, 1, 9, 9)],
            "sums_wrong",
            "wrong",
        ),
        (
            [line("A", 1, 1, 1, 9, 5), row(RowKind.SUM, "S", 1, 1, 1, 9, 9)],
            "deviation_off",
            "wrong",
        ),
        ([line("A", 1), row(RowKind.SUM, "S", 1)], "sums", "ok"),
        ([line("A", 1, 1, 1, 9, 9)], "no_deficit", "ok"),
        ([line("A", 1, 1, 1, 9, 9)], "within_limit", "ok"),
    ],
)
def test_check_tables_when_figures_differ_then_said(
    rows: list, code: str, state: str
) -> None:
    assert states(income(rows))[code] == state


def test_check_tables_when_deficit_is_followed_up_then_a_note() -> None:
    assert states(income(IT, follow_up_on=date(2020, 11, 30)))["follow_up"] == "note"


def test_check_tables_when_summary_then_its_measures_are_said() -> None:
    table = TableFacts("S", TableKind.SUMMARY, (line("IT", 1, None, 2, 3, 3),))
    assert states(table)["measures"] == "ok"

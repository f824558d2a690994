import pytest

from finance.ledger.enums import Ground, Measure, Reading
from finance.ledger.sie.facts import Ledger
from finance.ledger.sie.months import account_total, remainders
from tests.finance.ledger.sie_files import HEAD, VOUCHER, codes, read_lines

FIRST = len(HEAD) + 1
BARE = "#PSALDO 0 202001 5011 {} 150.00"
IT = '#PSALDO 0 202001 5011 {1 "410"} 100.00'
SWITCH = '#PSALDO 0 202001 5011 {1 "420"} 50.00'
PROJECT = '#PSALDO 0 202001 5011 {6 "5201"} 150.00'


def total(ledger: Ledger, account: str = "5011") -> int:
    return sum(
        account_total(cell, ledger.decided[key[0]])
        for key, cell in ledger.cells.items()
        if key[2] == account
    )


# Each habit of a program: its rows, what they sum to, how they were read and why.
HABITS = [
    ([BARE], 15000, Reading.PLAIN, Ground.NO_OBJECTS),
    ([IT, SWITCH], 15000, Reading.PARTS, Ground.COVER),
    ([BARE, IT, SWITCH], 15000, Reading.TOTAL, Ground.COVER),
    ([BARE, IT, SWITCH, PROJECT], 15000, Reading.TOTAL, Ground.COVER),
    ([BARE, IT], 15000, Reading.TOTAL, Ground.STANDARD),
    ([BARE, IT, "#RES 0 5011 150.00"], 15000, Reading.TOTAL, Ground.BALANCES),
    ([BARE, IT, "#RES 0 5011 250.00"], 25000, Reading.PARTS, Ground.BALANCES),
    (
        [IT, SWITCH, PROJECT, "#RES 0 5011 150.00"],
        15000,
        Reading.TOTAL,
        Ground.BALANCES,
    ),
    (
        [BARE, IT, "#PSALDO 0 202002 5011 {1 410} 1.00"],
        25100,
        Reading.PARTS,
        Ground.COVER,
    ),
    ([IT, SWITCH, PROJECT], 15000, Reading.TOTAL, Ground.COVER),
]


@pytest.mark.parametrize(("lines", "ore", "reading", "ground"), HABITS)
@pytest.mark.law("F-04")
def test_each_programs_habit_is_told_from_its_rows(
    lines: list[str], ore: int, reading: Reading, ground: Ground
) -> None:
    ledger, _ = read_lines(*HEAD, *lines)
    assert codes(ledger) == []
    decided = ledger.decided[Measure.ACTUAL]
    assert (total(ledger), decided.reading, decided.ground) == (ore, reading, ground)


def test_vouchers_tell_the_habit_too() -> None:
    lines = ["#PSALDO 0 202001 5011 {} 100.50", '#PSALDO 0 202001 5011 {1 "410"} 60.00']
    bank = "#PSALDO 0 202001 1930 {} -100.50"
    ledger, _ = read_lines(*HEAD, *lines, bank, *VOUCHER)
    assert codes(ledger) == []
    assert ledger.decided[Measure.ACTUAL].ground == Ground.BALANCES
    left = {key[2]: ore for key, _cut, ore in remainders(ledger)}
    assert left == {"5011": 4050, "1930": -10050}


def test_a_budget_without_ground_is_read_as_the_actual() -> None:
    budget = ["#PBUDGET 0 202001 5011 {} 9.00", "#PBUDGET 0 202001 5011 {1 410} 5.00"]
    ledger, _ = read_lines(*HEAD, BARE, IT, "#RES 0 5011 250.00", *budget)
    assert ledger.decided[Measure.BUDGET].reading == Reading.PARTS


def test_two_breakdowns_of_the_same_money_are_kept_apart() -> None:
    ledger, _ = read_lines(*HEAD, BARE, IT, SWITCH, PROJECT)
    decided = ledger.decided[Measure.ACTUAL]
    assert decided.cuts == (("1",), ("6",))
    assert [ore for _key, _cut, ore in remainders(ledger)] == [0, 0]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([BARE, "#RES 0 5011 151.00"], (1, "sie.result_contradicts")),
        ([BARE, "#RES 0 3011 0.00"], (0, "sie.result_contradicts")),
        (
            ["#IB 0 1930 10.00", "#UB 0 1930 20.00", "#PSALDO 0 202001 1930 {} 9.00"],
            (1, "sie.closing_contradicts"),
        ),
        ([BARE, IT, "#RES 0 5011 150.00", BARE], (3, "sie.doubled_period")),
        (["#RES 0 5011 1.00", "#RES 0 5011 1.00"], (1, "sie.doubled_balance")),
    ],
)
@pytest.mark.law("F-04")
def test_sums_that_contradict_are_told(
    lines: list[str], found: tuple[int, str]
) -> None:
    ledger, _ = read_lines(*HEAD, *lines)
    assert found[1] in [code for _, code in codes(ledger)]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["#RES 0 5011 100.50", "#UB 0 1930 -100.50"], None),
        (["#IB 0 1930 5.00", "#UB 0 1930 -95.50"], None),
        (["#RES 0 5011 99.00"], "sie.result_contradicts"),
        (["#UB 0 1930 -99.00"], "sie.closing_contradicts"),
        (["#PSALDO 0 202001 5011 {} 99.00"], "sie.month_against_vouchers"),
        (["#PSALDO 0 202002 5011 {} 100.50"], "sie.month_against_vouchers"),
    ],
)
@pytest.mark.law("F-04")
def test_vouchers_are_held_against_balances_and_months(
    lines: list[str], code: str | None
) -> None:
    ledger, _ = read_lines(*HEAD, *lines, *VOUCHER)
    found = {code for _, code in codes(ledger)}
    assert (code in found) if code else not found

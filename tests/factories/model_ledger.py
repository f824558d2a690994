"""The model's year as a ledger, a budget and forecasts, in öre that round as printed.

The model prints twelve sums that differ by one from their rows (F-03). Here some cells
are moved by less than half a thousand, so that cells and sums come out as printed.
"""

from collections.abc import Sequence
from datetime import date

from boards.board.models import Board
from boards.shared.clock import at, local
from finance.budget import actions as budgets
from finance.chart.models import ReportLine, ReportUnit
from finance.forecast import actions as forecasts
from finance.report.enums import RowKind
from finance.report.rules import Row
from tests.factories import charts, registers
from tests.factories.budgets import adopted
from tests.factories.model_report import FINANCE, INVESTMENTS, IT, STAFF
from tests.finance.ledger.imports import take_in

UNITS = {
    "410": ("Ekonomiavdelningen", FINANCE),
    "420": ("Personalavdelningen", STAFF),
    "430": ("IT, växel och telefoni", IT),
}
ACCOUNTS = {
    "Intäkter": "3011",
    "Personalkostnader": "5011",
    "Lokalkostnader": "6011",
    "Övriga kostnader": "4010",
    "Kapitalkostnad": "7910",
}
# Öre added to each of the first rows: unit, column, how many rows, how much.
STEP = 30_000
MOVED = {
    ("410", "prior_actual"): (1, STEP),
    ("410", "budget_to_date"): (2, STEP),
    ("420", "prior_actual"): (2, -STEP),
    ("420", "actual_to_date"): (1, 40_000),
    ("430", "prior_actual"): (4, STEP),
    ("430", "budget_to_date"): (2, -STEP),
    ("430", "actual_to_date"): (4, STEP),
    ("", "budget_to_date"): (2, STEP),
    ("", "actual_to_date"): (2, STEP),
    ("", "budget_year"): (2, -STEP),
    ("", "forecast_year"): (2, -STEP),
}
Moved = dict[str, int]


def moved(unit: str, rows: Sequence[Row], column: str) -> Moved:
    """Return a column's lines in öre that round as printed, by label."""
    count, step = MOVED.get((unit, column), (0, 0))
    lines = [row for row in rows if row.kind == RowKind.LINE]
    return {
        row.label: getattr(row.amounts, column) + (step if n < count else 0)
        for n, row in enumerate(lines)
    }


def of_grant(rows: Sequence[Row], column: str) -> int:
    (row,) = (row for row in rows if row.kind == RowKind.GRANT)
    return int(getattr(row.amounts, column))


def months(year: int, to_date: int, whole: int | None = None) -> dict[date, int]:
    """Split a figure to August unevenly, and what is left over the last months."""
    found = {date(year, month, 1): to_date // 8 + month for month in range(1, 8)}
    found[date(year, 8, 1)] = to_date - sum(found.values())
    if whole is not None:
        found |= {date(year, month, 1): 0 for month in (9, 10, 11)}
        found[date(year, 12, 1)] = whole - to_date
    return found


def ledger_lines(year: int, column: str) -> list[str]:
    """Return a SIE 4 file with a voucher for each row and month."""
    amounts = [
        (ACCOUNTS[label], f'1 "{unit}"', ore)
        for unit, (_name, rows) in UNITS.items()
        for label, ore in moved(unit, rows, column).items()
    ]
    amounts += [
        ("1210", f'6 "{label.split()[0]}"', ore)
        for label, ore in moved("", INVESTMENTS, column).items()
    ]
    lines = [
        "#FLAGGA 0",
        "#FORMAT PC8",
        "#SIETYP 4",
        '#FNAMN "Alby kommun"',
        f"#RAR 0 {year}0101 {year}1231",
        *(f"#KONTO {one} {one}" for one in ("1210", "1930", *ACCOUNTS.values())),
    ]
    number = 0
    for account, objects, total in amounts:
        # What comes after August is no part of the figures to date.
        for month, ore in (months(year, total) | {date(year, 9, 1): 777}).items():
            number += 1
            lines += [
                f"#VER A {number} {month:%Y%m}25",
                "{",
                f"#TRANS {account} {{{objects}}} {kronor(ore)}",
                f"#TRANS 1930 {{}} {kronor(-ore)}",
                "}",
            ]
    return lines


def charted_board(
    slug: str = "itvt",
) -> tuple[Board, dict[str, ReportUnit], dict[str, ReportLine]]:
    """A joint board with the model's units by ansvar, rows by label, and mappings."""
    board = registers.board(slug, joint=True)
    lines = {
        label: charts.line(board, label, place) for place, label in enumerate(ACCOUNTS)
    }
    units = {
        code: charts.unit(board, code, name, place)
        for place, (code, (name, _rows)) in enumerate(UNITS.items())
    }
    for code, unit in units.items():
        for label in moved(code, UNITS[code][1], "actual_to_date"):
            account = ACCOUNTS[label]
            charts.mapping(unit, lines[label], (account, ""), responsibility=code)
    return board, units, lines


def model_board() -> Board:
    """A joint board whose ledger, budget and forecasts give the model's figures."""
    board, units, lines = charted_board()
    for year, column in ((2019, "prior_actual"), (2020, "actual_to_date")):
        take_in(board, ledger_lines(year, column), is_confirmed=True, name=f"{year}.se")
    budget(board, units, lines)
    forecast(board, units, lines)
    return board


def budget_lines() -> list[str]:
    """Return a SIE 3 file whose #PBUDGET are the year's budget, month by month."""
    amounts = [
        (ACCOUNTS[label], f'1 "{unit}"', months(2020, part[label], whole[label]))
        for unit, (_name, rows) in UNITS.items()
        for part in [moved(unit, rows, "budget_to_date")]
        for whole in [moved(unit, rows, "budget_year")]
        for label in part
    ]
    part, whole = (moved("", INVESTMENTS, f"budget_{of}") for of in ("to_date", "year"))
    amounts += [
        ("1210", f'6 "{label[:4]}"', months(2020, part[label], whole[label]))
        for label in part
    ]
    return [
        "#FLAGGA 0",
        "#FORMAT PC8",
        "#SIETYP 3",
        '#FNAMN "Alby kommun"',
        "#RAR 0 20200101 20201231",
        *(f"#KONTO {one} {one}" for one in ("1210", *ACCOUNTS.values())),
        *(
            f"#PBUDGET 0 {month:%Y%m} {account} {{{objects}}} {kronor(ore)}"
            for account, objects, said in amounts
            for month, ore in said.items()
        ),
    ]


def kronor(ore: int) -> str:
    """Write öre as a SIE file does."""
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def budget(
    board: Board, units: dict[str, ReportUnit], lines: dict[str, ReportLine]
) -> None:
    """Adopt last year's grant, and this year's budget with its projects."""
    before = budgets.start_budget(board=board, year=2019, by=None)
    version = None
    for code, unit in units.items():
        prior = months(2019, of_grant(UNITS[code][1], "prior_actual"))
        cells = {(None, month): ore for month, ore in prior.items()}
        budgets.set_amounts(version=before, unit=unit, cells=cells, by=None)
    adopted(before, on=date(2018, 11, 26))
    version = budgets.start_budget(board=board, year=2020, by=None)
    for code, unit in units.items():
        rows = UNITS[code][1]
        part = moved(code, rows, "budget_to_date")
        whole = moved(code, rows, "budget_year")
        cells = {
            (lines[label].pk, month): ore
            for label in part
            for month, ore in months(2020, part[label], whole[label]).items()
        }
        grant = months(2020, sum(part.values()), of_grant(rows, "budget_year"))
        cells |= {(None, month): ore for month, ore in grant.items()}
        budgets.set_amounts(version=version, unit=unit, cells=cells, by=None)
    part, whole = (
        moved("", INVESTMENTS, column) for column in ("budget_to_date", "budget_year")
    )
    cells = {}
    for place, label in enumerate(part):
        project = make_project(board, label, place)
        for month, ore in months(2020, part[label], whole[label]).items():
            cells[project.pk, month] = ore
    budgets.set_project_amounts(version=version, cells=cells, by=None)
    adopted(version)


def make_project(board: Board, label: str, place: int) -> budgets.InvestmentProject:
    """Add a project; a star says that the partner budgets it."""
    code, name = label.removesuffix(" *").split(" ", 1)
    partner = board.partners.first() if label.endswith("*") else None
    return budgets.save_project(
        board=board, code=code, name=name, budgeted_by=partner, position=place, by=None
    )


def forecast(
    board: Board, units: dict[str, ReportUnit], lines: dict[str, ReportLine]
) -> None:
    """Give every unit's and project's forecast as of August."""
    with at(local(date(2020, 9, 8), 10)):
        made = forecasts.open_round(
            board=board, as_of=date(2020, 8, 31), due_on=date(2020, 9, 10), by=None
        )
        for code, unit in units.items():
            figures = moved(code, UNITS[code][1], "forecast_year")
            forecasts.give_forecast(
                of=made,
                unit=unit,
                figures={lines[label].pk: ore for label, ore in figures.items()},
                comment="Vakanta tjänster.",
                by=None,
            )
        projects = {one.code: one for one in board.investment_projects.all()}
        figures = moved("", INVESTMENTS, "forecast_year")
        forecasts.give_project_forecasts(
            of=made,
            figures={projects[la.split()[0]]: ore for la, ore in figures.items()},
            comment="Bytet av plattform.",
            by=None,
        )

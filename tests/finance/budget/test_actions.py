"""A budget from draft to decision, and the changes after it."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from boards.shared.clock import local
from boards.shared.refusals import Refused
from finance.budget import actions
from finance.budget.enums import BudgetKind, BudgetState
from finance.budget.models import BudgetAmount, BudgetVersion
from finance.budget.queries import budget_sums, grant_sums, project_budgets
from tests.factories import budgets, charts, registers

pytestmark = pytest.mark.django_db
TKR = 100_000


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(date(2020, 9, 1), 9), tick=False):
        yield


@pytest.fixture
def unit() -> charts.ReportUnit:
    board = registers.board()
    charts.line(board, "Intäkter")
    charts.line(board, "Personalkostnader", 1)
    return charts.unit(board)


def first(unit: charts.ReportUnit) -> BudgetVersion:
    draft = budgets.cells(
        budgets.draft(unit.board),
        unit,
        Personalkostnader=budgets.every_month(10 * TKR),
        grant=budgets.every_month(10 * TKR),
    )
    return budgets.adopted(draft)


def total(unit: charts.ReportUnit, on: date) -> int:
    return sum(budget_sums(unit.board, budgets.YEAR, on).values())


@pytest.mark.law("F-02")
def test_budget_when_adopted_then_holds_from_its_decision(
    unit: charts.ReportUnit,
) -> None:
    first(unit)
    assert total(unit, date(2019, 11, 25)) == 0
    assert total(unit, date(2019, 11, 26)) == 120 * TKR
    assert sum(grant_sums(unit.board, budgets.YEAR).values()) == 120 * TKR


def test_revision_when_decided_then_replaces_its_cells_and_no_others(
    unit: charts.ReportUnit,
) -> None:
    first(unit)
    revision = budgets.draft(unit.board, BudgetKind.REVISION)
    budgets.cells(revision, unit, Personalkostnader={9: 0, 10: 15 * TKR})
    before = total(unit, date(2020, 8, 31))
    budgets.adopted(revision, "KF § 80/2020-06-16", date(2020, 6, 16))
    assert before == 120 * TKR
    assert total(unit, date(2020, 6, 15)) == 120 * TKR
    assert total(unit, date(2020, 6, 16)) == 115 * TKR
    assert (revision.number, BudgetKind(revision.kind)) == (2, BudgetKind.REVISION)


def test_draft_when_there_is_one_then_no_second(unit: charts.ReportUnit) -> None:
    budgets.draft(unit.board)
    with pytest.raises(Refused) as refused:
        budgets.draft(unit.board)
    assert [one.code for one in refused.value.refusals] == ["budget.draft_exists"]


@pytest.mark.parametrize(
    ("citation", "on", "code"),
    [
        ("", date(2020, 6, 1), "budget.no_citation"),
        ("KF § 1", date(2021, 1, 1), "budget.decided_later"),
        ("KF § 1", date(2019, 11, 1), "budget.before_last"),
    ],
)
def test_adoption_when_its_decision_cannot_be_then_refused(
    unit: charts.ReportUnit, citation: str, on: date, code: str
) -> None:
    first(unit)
    revision = budgets.draft(unit.board)
    budgets.cells(revision, unit, grant={1: TKR})
    with pytest.raises(Refused) as refused:
        budgets.adopted(revision, citation, on)
    assert [one.code for one in refused.value.refusals] == [code]
    revision.refresh_from_db()
    assert revision.state == BudgetState.DRAFT


def test_adoption_when_nothing_is_entered_then_refused(
    unit: charts.ReportUnit,
) -> None:
    with pytest.raises(Refused) as refused:
        budgets.adopted(budgets.draft(unit.board))
    assert [one.code for one in refused.value.refusals] == ["budget.empty"]


def test_adopted_budget_when_changed_by_anybody_then_no(
    unit: charts.ReportUnit,
) -> None:
    version = first(unit)
    with pytest.raises(Refused):
        budgets.cells(version, unit, grant={1: 0})
    for attack in (
        lambda: BudgetVersion.objects.filter(pk=version.pk).update(year=2021),
        lambda: BudgetAmount.objects.filter(version=version).update(ore=0),
        lambda: BudgetAmount.objects.filter(version=version)[:1].get().delete(),
        lambda: BudgetAmount.objects.create(
            version=version, unit=unit, month=date(2021, 1, 1), ore=1
        ),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attack()
    assert total(unit, date(2020, 1, 1)) == 120 * TKR


def test_amount_when_the_unit_is_another_board_s_then_no(
    unit: charts.ReportUnit,
) -> None:
    other = charts.unit(registers.board("ks"))
    draft = budgets.draft(unit.board)
    with pytest.raises(Refused):
        budgets.cells(draft, other, grant={1: TKR})
    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetAmount.objects.create(
            version=draft, unit=other, month=date(2020, 1, 1), ore=1
        )


def test_cell_when_written_twice_then_the_database_says_no(
    unit: charts.ReportUnit,
) -> None:
    draft = budgets.cells(budgets.draft(unit.board), unit, grant={1: TKR})
    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetAmount.objects.create(
            version=draft, unit=unit, month=date(2020, 1, 1), ore=1
        )


def test_draft_when_thrown_away_then_nothing_of_it_holds(
    unit: charts.ReportUnit,
) -> None:
    draft = budgets.cells(budgets.draft(unit.board), unit, grant={1: TKR})
    actions.drop_draft(version=draft, by=None)
    assert not BudgetAmount.objects.exists()
    assert budgets.draft(unit.board).number == 1


@pytest.mark.law("F-06")
def test_project_when_a_partner_budgets_it_then_it_says_so(
    unit: charts.ReportUnit,
) -> None:
    board = unit.board
    partner = registers.municipality("Berga")
    for code, by in (("5201", None), ("5215", partner)):
        actions.save_project(
            board=board, code=code, name="Nät", budgeted_by=by, by=None
        )
    draft = budgets.draft(board)
    own, theirs = board.investment_projects.all()
    cells = {(own.pk, date(2020, 1, 1)): 2 * TKR, (theirs.pk, date(2020, 2, 1)): TKR}
    actions.set_project_amounts(version=draft, cells=cells, by=None)
    budgets.adopted(draft)
    found = [
        (one.code, one.year, one.budgeted_by) for one in project_budgets(board, 2020)
    ]
    assert found == [("5201", 2 * TKR, ""), ("5215", TKR, "Berga")]


def test_budget_when_asked_for_then_as_many_queries_however_many_units(
    unit: charts.ReportUnit,
) -> None:
    first(unit)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            budget_sums(unit.board, budgets.YEAR)
            project_budgets(unit.board, budgets.YEAR)
        return len(queries)

    before = asked()
    draft = budgets.draft(unit.board)
    for number in range(20):
        one = charts.unit(unit.board, f"u{number}")
        budgets.cells(draft, one, grant=budgets.every_month(TKR))
    budgets.adopted(draft, on=date(2020, 1, 1))
    assert asked() == before


def test_budget_when_a_stranger_tries_then_no(unit: charts.ReportUnit) -> None:
    stranger = registers.secretary(registers.board("ks"))
    with pytest.raises(PermissionDenied):
        actions.start_budget(board=unit.board, year=2020, by=stranger)


def test_database_when_a_version_skips_its_draft_or_its_amounts_then_no(
    unit: charts.ReportUnit,
) -> None:
    adopted = {
        "state": BudgetState.ADOPTED,
        "citation": "KF § 1",
        "decided_on": date(2020, 1, 1),
        "adopted_at": local(date(2020, 1, 2), 9),
    }
    empty = budgets.draft(unit.board)
    for attack in (
        lambda: BudgetVersion.objects.create(
            board=unit.board, year=2021, number=1, kind=BudgetKind.FIRST, **adopted
        ),
        lambda: BudgetVersion.objects.filter(pk=empty.pk).update(**adopted),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attack()


def test_database_when_a_later_decision_is_there_then_no_earlier_one(
    unit: charts.ReportUnit,
) -> None:
    first(unit)
    revision = budgets.cells(budgets.draft(unit.board), unit, grant={1: TKR})
    early = {"decided_on": date(2019, 1, 1), "adopted_at": local(date(2020, 1, 2), 9)}
    with pytest.raises(DatabaseError), transaction.atomic():
        BudgetVersion.objects.filter(pk=revision.pk).update(
            state=BudgetState.ADOPTED, citation="KF § 1", **early
        )


def test_amount_when_its_month_is_of_another_year_then_no(
    unit: charts.ReportUnit,
) -> None:
    draft = budgets.draft(unit.board)
    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetAmount.objects.create(
            version=draft, unit=unit, month=date(2021, 3, 1), ore=1
        )


@pytest.mark.law("F-06")
@pytest.mark.parametrize("code", ["=x", "520", "52011", "", "٥٢٠١"])
def test_project_when_its_code_is_not_four_digits_then_refused(
    unit: charts.ReportUnit, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        actions.save_project(board=unit.board, code=code, name="Nät", by=None)
    assert [one.code for one in refused.value.refusals] == ["budget.project_code"]

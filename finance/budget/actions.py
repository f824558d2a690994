"""The verbs of the budget: start a version, enter its months, adopt it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.board.models import Board, Municipality
from boards.shared.clock import now, today
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from finance.budget import rules
from finance.budget.enums import BudgetKind, BudgetState
from finance.budget.models import (
    BudgetAmount,
    BudgetVersion,
    InvestmentProject,
    ProjectAmount,
)

if TYPE_CHECKING:
    from boards.person.models import User
    from finance.chart.models import ReportUnit

# A row's key, None for the kommunbidrag, and the month.
Cell = tuple[int | None, date]


@transaction.atomic
def start_budget(
    *,
    board: Board,
    year: int,
    by: User | None,
    kind: BudgetKind = BudgetKind.REVISION,
    purpose: str = "",
) -> BudgetVersion:
    """Start the year's budget; where there is one, a change of it."""
    require(by, "budget.edit", board)
    Board.objects.select_for_update(of=("self",)).get(pk=board.pk)
    there = list(board.budget_versions.filter(year=year))
    has_draft = any(not version.is_adopted for version in there)
    refuse_if(rules.blocks_start(year, has_draft=has_draft))
    version = BudgetVersion.objects.create(
        board=board,
        year=year,
        number=len(there) + 1,
        kind=_kind(kind, is_first=not there),
        purpose=purpose,
    )
    record(version, "budget.started", by=by, version=str(version))
    return version


def _kind(asked: BudgetKind, *, is_first: bool) -> BudgetKind:
    if is_first:
        return BudgetKind.FIRST
    return BudgetKind.REVISION if asked == BudgetKind.FIRST else asked


def lock_draft(version: BudgetVersion, by: User | None) -> BudgetVersion:
    """Return a draft, held for this transaction, for who may change it."""
    require(by, "budget.edit", version)
    locked = BudgetVersion.objects.select_for_update(of=("self",))
    version = locked.select_related("board").get(pk=version.pk)
    refuse_if([Refusal("budget.adopted")] if version.is_adopted else [])
    return version


@transaction.atomic
def set_amounts(
    *,
    version: BudgetVersion,
    unit: ReportUnit,
    cells: Mapping[Cell, int | None],
    by: User | None,
) -> BudgetVersion:
    """Enter a unit's months, in öre; a cell of None is left to earlier versions."""
    version = lock_draft(version, by)
    refuse_if(_foreign(unit.board_id, version))
    version.amounts.filter(unit=unit).delete()
    BudgetAmount.objects.bulk_create(
        BudgetAmount(version=version, unit=unit, line_id=line, month=month, ore=ore)
        for (line, month), ore in cells.items()
        if ore is not None
    )
    record(version, "budget.amounts_set", by=by, name=unit.name)
    return version


def _foreign(board: int, version: BudgetVersion) -> list[Refusal]:
    return [] if board == version.board_id else [Refusal("chart.other_board")]


@transaction.atomic
def set_project_amounts(
    *,
    version: BudgetVersion,
    cells: Mapping[tuple[int, date], int | None],
    by: User | None,
) -> BudgetVersion:
    """Enter the months of the investment projects, in öre, by project and month."""
    version = lock_draft(version, by)
    version.project_amounts.all().delete()
    ProjectAmount.objects.bulk_create(
        ProjectAmount(version=version, project_id=project, month=month, ore=ore)
        for (project, month), ore in cells.items()
        if ore is not None
    )
    record(version, "budget.projects_set", by=by)
    return version


@transaction.atomic
def save_project(
    *,
    board: Board,
    code: str,
    name: str,
    by: User | None,
    budgeted_by: Municipality | None = None,
    position: int = 0,
    project: InvestmentProject | None = None,
) -> InvestmentProject:
    """Add an investment project or change it; its budget may be a partner's (F-06)."""
    require(by, "budget.edit", board)
    project = project or InvestmentProject(board=board)
    same = board.investment_projects.filter(code=code).exclude(pk=project.pk)
    refuse_if(rules.blocks_project(code, is_taken=same.exists()))
    project.code, project.name, project.position = code, name, position
    project.budgeted_by = budgeted_by
    project.save()
    record(project, "budget.project_saved", by=by, name=str(project))
    return project


@transaction.atomic
def adopt_budget(
    *, version: BudgetVersion, citation: str, decided_on: date, by: User | None
) -> BudgetVersion:
    """Enter the decision a version rests on; from then on nothing in it changes."""
    version = lock_draft(version, by)
    earlier = version.board.budget_versions.filter(year=version.year)
    refuse_if(
        rules.blocks_adoption(
            amounts=version.amounts.count() + version.project_amounts.count(),
            citation=citation,
            decided_on=decided_on,
            today=today(),
            earlier=[one.decided_on for one in earlier if one.decided_on],
        )
    )
    version.state = BudgetState.ADOPTED
    version.citation, version.decided_on = citation.strip(), decided_on
    version.adopted_at, version.adopted_by = now(), by
    version.save()
    record(version, "budget.adopted_by_decision", by=by, citation=version.citation)
    return version


@transaction.atomic
def drop_draft(*, version: BudgetVersion, by: User | None) -> None:
    """Throw a draft away; the history keeps what was in it."""
    version = lock_draft(version, by)
    record(version.board, "budget.draft_dropped", by=by, version=str(version))
    version.delete()

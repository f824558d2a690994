"""Reads of internal control."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from boards.access.enums import Role
from boards.access.queries import boards_with_role
from boards.shared.models import HistoryEvent
from cases.case import registry
from cases.case.models import Case
from finance.control.enums import Level, PlanState
from finance.control.models import (
    Control,
    ControlCheck,
    ControlMeasure,
    ControlPlan,
    ControlReport,
    ControlRisk,
)
from finance.control.rules import level

if TYPE_CHECKING:
    from boards.board.models import Board

KEEPERS = (Role.CONTROLLER, Role.SECRETARY)
LATEST_EVENTS = 60


def visible_plans(user: Any) -> QuerySet[ControlPlan]:
    """Plans of the boards the user works in, with how far their follow-up has come."""
    live = Q(risks__controls__ended_by__isnull=True, risks__controls__isnull=False)
    checked = live & Q(risks__controls__checks__isnull=False)
    reports = ControlReport.objects.filter(plan=OuterRef("pk"))
    return (
        ControlPlan.objects.filter(board__in=boards_with_role(user))
        .select_related("board", "case")
        .annotate(
            row_count=Count("risks__controls", filter=live, distinct=True),
            checked_count=Count("risks__controls", filter=checked, distinct=True),
            has_report=Exists(reports),
        )
    )


def boards_kept(user: Any) -> QuerySet[Board]:
    """Boards whose internal control the user keeps."""
    return boards_with_role(user, *KEEPERS)


def open_cases(user: Any) -> QuerySet[Case]:
    """Open ärenden a plan or a report may belong to."""
    rows = Case.objects.open().filter(board__in=boards_kept(user))
    return rows.select_related("board")


def whole_plans() -> QuerySet[ControlPlan]:
    """Plans with everything a page or the PDF needs."""
    checks = ControlCheck.objects.prefetch_related("measures")
    controls = Control.objects.select_related(
        "risk__plan__board", "decision", "ended_by"
    )
    controls = controls.prefetch_related(Prefetch("checks", queryset=checks))
    risks = ControlRisk.objects.select_related("decision", "ended_by")
    risks = risks.prefetch_related(Prefetch("controls", queryset=controls))
    return ControlPlan.objects.select_related("board__host", "case").prefetch_related(
        "board__partners",
        "decisions",
        Prefetch("risks", queryset=risks),
        Prefetch(
            "reports",
            queryset=ControlReport.objects.select_related(
                "document__case"
            ).prefetch_related("sendings"),
        ),
    )


def whole_controls() -> QuerySet[Control]:
    """Controls with what their page shows."""
    return Control.objects.select_related(
        "risk__plan__board", "decision", "ended_by"
    ).prefetch_related(
        Prefetch("checks", queryset=ControlCheck.objects.prefetch_related("measures"))
    )


def live_risks(plan: ControlPlan) -> list[ControlRisk]:
    """Return the risks that are part of the plan now, in order."""
    return [risk for risk in plan.risks.all() if risk.ended_by_id is None]


def live_controls(plan: ControlPlan) -> list[Control]:
    """Return the rows of the plan as it is now, in order."""
    return [
        control
        for risk in plan.risks.all()
        for control in risk.controls.all()
        if control.ended_by_id is None
    ]


def ended_controls(plan: ControlPlan) -> list[Control]:
    """Return the rows a later beslut took away or changed."""
    return [
        control
        for risk in plan.risks.all()
        for control in risk.controls.all()
        if control.ended_by_id is not None
    ]


def original_controls(plan: ControlPlan) -> list[Control]:
    """Return the rows as they were put before the board: before any beslut on them."""
    return [
        control
        for risk in plan.risks.all()
        for control in risk.controls.all()
        if control.decision_id is None
    ]


@dataclass(frozen=True)
class MatrixCell:
    """A square of the matrix: its product, its level, the risks in it."""

    likelihood: int
    consequence: int
    value: int
    level: Level | None
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Matrix:
    """The risks on the board's scale: the gravest likelihood on top."""

    rows: tuple[tuple[MatrixCell, ...], ...]
    unplaced: tuple[int, ...]


def matrix_of(plan: ControlPlan) -> Matrix:
    """Return where each risk stands, by its number in the risk analysis."""
    placed: dict[tuple[int, int], list[int]] = defaultdict(list)
    unplaced = []
    for number, risk in enumerate(live_risks(plan), start=1):
        if risk.likelihood is None or risk.consequence is None:
            unplaced.append(number)
        else:
            placed[risk.likelihood, risk.consequence].append(number)
    scale = plan.scale
    rows = tuple(
        tuple(
            MatrixCell(s, k, s * k, _level(plan, s, k), tuple(placed[s, k]))
            for k in range(1, scale.consequence + 1)
        )
        for s in range(scale.likelihood, 0, -1)
    )
    return Matrix(rows, tuple(unplaced))


def _level(plan: ControlPlan, likelihood: int, consequence: int) -> Level | None:
    facts = ControlRisk(likelihood=likelihood, consequence=consequence).facts()
    return level(facts, plan.scale)


def level_of(risk: ControlRisk, plan: ControlPlan) -> Level | None:
    """Return how grave a risk is on the plan's scale."""
    return level(risk.facts(), plan.scale)


def incomplete_rows(plan: ControlPlan) -> list[Control]:
    """Return the rows a beslut added that still lack something (I-04)."""
    return [row for row in live_controls(plan) if row.decision_id and row.missing]


def open_measures(boards: QuerySet[Board]) -> QuerySet[ControlMeasure]:
    """Measures not carried out yet, the one to be done first on top."""
    return (
        ControlMeasure.objects.filter(
            done_on__isnull=True, check_row__control__risk__plan__board__in=boards
        )
        .select_related("check_row__control__risk__plan__board")
        .order_by("due_on", "pk")
    )


def to_complete(boards: QuerySet[Board]) -> list[Control]:
    """Rows added by a beslut that lack something, oldest first (I-04)."""
    rows = (
        Control.objects.filter(
            decision__isnull=False, ended_by__isnull=True, risk__plan__board__in=boards
        )
        .select_related("risk__plan__board", "decision")
        .order_by("decision__decided_on", "pk")
    )
    return [row for row in rows if row.missing]


def unreported(boards: QuerySet[Board]) -> QuerySet[ControlPlan]:
    """Adopted plans whose follow-up no report has told the board of yet (I-05)."""
    return (
        ControlPlan.objects.filter(
            state=PlanState.ADOPTED, reports__isnull=True, board__in=boards
        )
        .select_related("board", "case")
        .order_by("year", "pk")
    )


def first_meetings(boards: Collection[int], year: int) -> dict[int, date]:
    """Return the day of each board's first meeting in a year, where there is one."""
    found: dict[int, date] = {}
    for ask in registry.first_meetings:
        found |= ask(boards, year)
    return found


def cited_decisions(case: Case) -> list[registry.CitedDecision]:
    """Return the §§ that have decided in an ärende."""
    return [row for ask in registry.decisions for row in ask(case)]


def history_of(plan: ControlPlan) -> list[HistoryEvent]:
    """Return what was done with a plan and its rows, latest first, and with which."""
    rows = HistoryEvent.objects.filter(
        Q(model="finance.ControlPlan", object_id=plan.pk)
    )
    rows = rows.select_related("by__person").order_by("-at", "-pk")
    events: list[Any] = list(rows[:LATEST_EVENTS])
    for event in events:
        about = [event.values.get(name) for name in ("process", "text", "citation")]
        event.about = ", ".join(said for said in about if said)
    return events


@dataclass(frozen=True)
class LateReport:
    """A plan without a report, and the meeting by which it was to be there (I-05)."""

    plan: ControlPlan
    meeting_on: date | None
    due_on: date


def late_reports(boards: QuerySet[Board], day: date) -> list[LateReport]:
    """Plans of years gone by whose follow-up is not on file, with the day it is due.

    Due is the board's first meeting of the year after; none planned, that year's end.
    """
    plans = [plan for plan in unreported(boards) if plan.year < day.year]
    firsts = {
        year: first_meetings([p.board_id for p in plans if p.year == year], year + 1)
        for year in {plan.year for plan in plans}
    }
    rows = []
    for plan in plans:
        meeting = firsts[plan.year].get(plan.board_id)
        rows.append(LateReport(plan, meeting, meeting or date(plan.year + 1, 12, 31)))
    return rows

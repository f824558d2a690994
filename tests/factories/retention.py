"""Dokumenthanteringsplaner and handlingar whose time is out."""

from datetime import date

from boards.board.models import Board
from boards.shared.clock import at, local
from cases.case.actions import close_case
from cases.case.models import Case
from cases.document.enums import DocumentKind
from cases.document.models import Document
from cases.retention import actions
from cases.retention.actions import Adoption, RuleValues
from cases.retention.enums import Outcome, StartEvent
from cases.retention.models import RetentionPlan
from tests.factories import cases, registers

DECIDED = date(2020, 1, 15)
CLOSED = date(2020, 10, 1)
DUE = date(2025, 10, 1)

RULES = (
    RuleValues("minutes", Outcome.PRESERVE, None, StartEvent.CASE_CLOSED),
    RuleValues("decision", Outcome.PRESERVE, None, StartEvent.CASE_CLOSED),
    RuleValues("letter", Outcome.YEARS, 5, StartEvent.CASE_CLOSED),
    RuleValues("application", Outcome.YEARS, 2, StartEvent.REGISTERED),
    RuleValues("opinion", Outcome.YEARS, 1, StartEvent.MINUTES_APPROVED),
    RuleValues("extract", Outcome.INACTIVE, None, StartEvent.CASE_CLOSED),
)


def plan(
    of: Board | None = None,
    *rules: RuleValues,
    draft: bool = False,
    valid_from: date = DECIDED,
) -> RetentionPlan:
    """A plan of ITVT 10/2017's kind, adopted; `draft` leaves it to be adopted."""
    with at(local(DECIDED, 9)):
        board = of or registers.board()
        made = actions.start_plan(board=board, title="Plan", by=None)
        for said in rules or RULES:
            actions.save_rule(plan=made, said=said, by=None)
    if draft:
        return made
    with at(local(max(DECIDED, valid_from), 10)):
        said = Adoption("ITVT 10/2017", min(DECIDED, valid_from), valid_from)
        return actions.adopt_plan(plan=made, said=said, by=None)


def old_case(
    of: Board, *kinds: str, closed_on: date = CLOSED, **values: object
) -> tuple[Case, list[Document]]:
    """A closed ärende with a handling with a file of each kind, a letter by itself."""
    with at(local(cases.DAY, 9)):
        case = cases.case(of)
        made = [
            cases.document(case, with_file="file" not in values, kind=kind, **values)
            for kind in kinds or (DocumentKind.LETTER,)
        ]
    with at(local(closed_on, 9)):
        case = close_case(case=case, by=None)
    for one in made:
        one.case = case
    return case, made

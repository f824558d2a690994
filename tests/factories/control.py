"""Internal control: the model's plan of five rows, adopted, added to, followed up."""

from datetime import date

from boards.board.models import Board
from boards.shared.clock import at, local
from cases.case.models import Case
from config.demo.control import ADDED, ADOPTED_ON, CITATION, ROWS
from finance.control import actions
from finance.control.actions import CheckValues, RowValues
from finance.control.enums import Grade
from finance.control.models import Control, ControlCheck, ControlMeasure, ControlPlan
from finance.control.queries import live_controls, whole_plans
from tests.factories import cases, registers

MODEL = ROWS


def plan(
    of: Board | None = None,
    *,
    year: int = 2021,
    adopted: bool = False,
    case: Case | None = None,
) -> ControlPlan:
    """The model's plan as a draft; `adopted` by the board on 29 September 2020."""
    board = of or registers.board("itvt", joint=True)
    with at(local(date(2020, 9, 21), 9)):
        case = case or cases.case(board)
        made = actions.start_plan(case=case, year=year, by=None)
        for values in MODEL:
            actions.add_risk(plan=made, values=values, by=None)
    if not adopted:
        return whole(made)
    with at(local(ADOPTED_ON, 11)):
        actions.adopt_plan(plan=made, citation=CITATION, decided_on=ADOPTED_ON, by=None)
    return whole(made)


def whole(of: ControlPlan) -> ControlPlan:
    """The plan as it is read, with all its rows."""
    return whole_plans().get(pk=of.pk)


def rows(of: ControlPlan) -> list[Control]:
    """The plan's rows as they are now."""
    return live_controls(whole(of))


def added(of: ControlPlan) -> Control:
    """The row the model's board added with nothing but its name (I-04)."""
    with at(local(ADOPTED_ON, 11)):
        return actions.add_row_by_decision(
            decision=of.decisions.get(), values=RowValues(process=ADDED), by=None
        )


def check(of: Control, grade: Grade = Grade.WORKS, **said: object) -> ControlCheck:
    """A follow-up of a control in March 2021."""
    defaults = {
        "performed_on": None if grade == Grade.NOT_PERFORMED else date(2021, 3, 15),
        "performer": "IT-arkitekt",
        "sample": "Tio konton, vart femte i listan",
        "result": "Alla behörigheter stämmer.",
        "deviation": "" if grade == Grade.WORKS else "Två konton var kvar.",
    }
    with at(local(date(2021, 3, 16), 9)):
        values = CheckValues(grade=grade, **defaults | said)
        return actions.perform(control=of, values=values, by=None)


def measure(of: ControlCheck, due_on: date = date(2021, 5, 31)) -> ControlMeasure:
    """What is to be done about a deviation."""
    with at(local(date(2021, 3, 16), 10)):
        return actions.give_measure(
            check=of,
            text="Ta bort konton samma dag som anställningen slutar",
            responsible="IT-chef",
            contact="",
            due_on=due_on,
            by=None,
        )

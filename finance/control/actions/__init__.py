"""The verbs of internal control."""

from finance.control.actions.checks import (
    CheckValues,
    carry_out,
    change_check,
    give_measure,
    move_measure,
    perform,
)
from finance.control.actions.plans import (
    adopt_plan,
    enter_decision,
    set_scale,
    start_plan,
)
from finance.control.actions.rows import (
    RowValues,
    add_control,
    add_risk,
    add_row_by_decision,
    change_control,
    change_risk,
    complete_row,
    end_row_by_decision,
    remove_control,
    remove_risk,
    replace_row_by_decision,
    values_of,
)

__all__ = [
    "CheckValues",
    "RowValues",
    "add_control",
    "add_risk",
    "add_row_by_decision",
    "adopt_plan",
    "carry_out",
    "change_check",
    "change_control",
    "change_risk",
    "complete_row",
    "end_row_by_decision",
    "enter_decision",
    "give_measure",
    "move_measure",
    "perform",
    "remove_control",
    "remove_risk",
    "replace_row_by_decision",
    "set_scale",
    "start_plan",
    "values_of",
]

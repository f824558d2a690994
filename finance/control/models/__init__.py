"""Internal control: a year's risks and plan, what the controls showed, the report.

What a board has adopted changes by a new beslut alone: the row that was is ended and
another takes its place, so that the plan of every day can be told.
"""

from finance.control.models.checks import GRADES, ControlCheck, ControlMeasure
from finance.control.models.plans import ControlDecision, ControlPlan
from finance.control.models.reminders import ControlReminder
from finance.control.models.reports import ControlReport, ControlSending
from finance.control.models.rows import Control, ControlRisk

__all__ = [
    "GRADES",
    "Control",
    "ControlCheck",
    "ControlDecision",
    "ControlMeasure",
    "ControlPlan",
    "ControlReminder",
    "ControlReport",
    "ControlRisk",
    "ControlSending",
]

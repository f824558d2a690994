"""The verbs of retention."""

from cases.retention.actions.disposals import (
    Into,
    carry_out_disposal,
    propose_disposal,
    withdraw_disposal,
)
from cases.retention.actions.files import remove_file
from cases.retention.actions.holds import HoldValues, lift_hold, set_hold
from cases.retention.actions.plans import (
    Adoption,
    RuleValues,
    adopt_plan,
    remove_rule,
    save_rule,
    start_plan,
)

__all__ = [
    "Adoption",
    "HoldValues",
    "Into",
    "RuleValues",
    "adopt_plan",
    "carry_out_disposal",
    "lift_hold",
    "propose_disposal",
    "remove_file",
    "remove_rule",
    "save_rule",
    "set_hold",
    "start_plan",
    "withdraw_disposal",
]

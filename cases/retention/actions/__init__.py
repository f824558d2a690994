"""The verbs of retention."""

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
    "RuleValues",
    "adopt_plan",
    "remove_rule",
    "save_rule",
    "start_plan",
]

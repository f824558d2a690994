"""Making the checks, one after the other."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from boards.integrity.checks import Check, Fault, Looked, checks

log = logging.getLogger("justera.integrity")

# How many faults of one check are kept: a lost disk has as many as it had files.
MOST_KEPT = 500


@dataclass(slots=True)
class Result:
    """What one check looked at and found; `faults` are the first of `fault_count`."""

    check: Check
    looked: Looked = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    fault_count: int = 0


def chosen(names: Collection[str] = ()) -> list[Check]:
    """Return the checks with these names, all when none is named."""
    return [check for check in checks if not names or check.name in names]


def inspect(check: Check, tell: Callable[[Fault], None] | None = None) -> Result:
    """Make one check; `tell` hears of each fault as it is found."""
    result = Result(check)

    def found(fault: Fault) -> None:
        result.fault_count += 1
        if result.fault_count <= MOST_KEPT:
            result.faults.append(fault)
        if tell:
            tell(fault)

    try:
        for fault in check.look(result.looked):
            found(fault)
    except Exception as error:  # a check that breaks off is a fault, not silence
        log.exception("the check %s broke off", check.name)
        said = {"error": f"{type(error).__name__}: {error}"}
        found(Fault(check.label, "integrity.broke_off", said))
    return result

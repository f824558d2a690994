"""When a forecast is late, who is asked, and what makes one impossible to give."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from boards.shared.refusals import Refusal

# Days after the due date on which a missing forecast is asked for again; -2 is before.
STEPS = (-2, 1, 4, 8)


def asked_for(due_on: date, day: date) -> date | None:
    """Return the latest day to ask that has come, None before the first."""
    steps = [due_on + timedelta(days=step) for step in STEPS]
    return max((step for step in steps if step <= day), default=None)


def missing(units: Iterable[int], given: Collection[int]) -> list[int]:
    """Return the units without any figure in the round."""
    return [unit for unit in units if unit not in given]


def blocks_round(as_of: date, due_on: date, taken: Collection[date]) -> list[Refusal]:
    """Say what is wrong with a round: its day, its due date, another like it."""
    found = []
    if as_of.day != monthrange(as_of.year, as_of.month)[1]:
        found.append(Refusal("forecast.not_end_of_month", field="as_of"))
    if due_on < as_of:
        found.append(Refusal("forecast.due_too_soon", field="due_on"))
    if as_of in taken:
        found.append(Refusal("forecast.round_exists", field="as_of"))
    return found


def blocks_giving(*, is_foreign: bool, may: bool) -> list[Refusal]:
    """Refuse another board's unit, and a unit that is somebody else's to forecast."""
    if is_foreign:
        return [Refusal("chart.other_board")]
    return [] if may else [Refusal("forecast.not_yours")]


def blocks_locking(missing_names: Iterable[str]) -> list[Refusal]:
    """Refuse to lock a round in which a unit has said nothing."""
    return [
        Refusal("forecast.unit_missing", values={"unit": name})
        for name in missing_names
    ]

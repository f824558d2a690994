"""A table of a report as bars: for each row the budget, the outcome, the forecast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from boards.shared.money import format_tkr

# The picture is as wide as a telephone, so its words are readable there too.
WIDTH, BARS, BAR, LABEL, SPACE = 360, 290, 14, 20, 10
# Which columns are drawn, in this order.
DRAWN = ("budget_year", "actual_to_date", "forecast_year")


@dataclass(frozen=True)
class Bar:
    """One bar with its figure beside it."""

    column: str
    x: float
    y: int
    width: float
    figure: str


@dataclass(frozen=True)
class Group:
    """The bars of one row."""

    label: str
    y: int
    bars: list[Bar]


@dataclass(frozen=True)
class Picture:
    """The whole chart; `zero` is where nothing is."""

    groups: list[Group]
    zero: float
    height: int
    width: int = WIDTH
    bar: int = BAR


def drawn(rows: Sequence[dict[str, Any]]) -> Picture | None:
    """Draw the rows that have figures, to one scale; None when there are none."""
    shown = [row for row in rows if any(row[name] is not None for name in DRAWN)]
    values = [row[name] for row in shown for name in DRAWN if row[name] is not None]
    low, high = min([0, *values]), max([0, *values])
    if low == high:
        return None
    scale = BARS / (high - low)
    zero = -low * scale
    groups, y = [], 0
    for row in shown:
        group = group_at(row, y, zero, scale)
        groups.append(group)
        y += LABEL + len(group.bars) * (BAR + 2) + SPACE
    return Picture(groups, round(zero, 1), y)


def group_at(row: dict[str, Any], y: int, zero: float, scale: float) -> Group:
    """Draw the bars of one row below each other; a negative one goes to the left."""
    found = [(name, row[name]) for name in DRAWN if row[name] is not None]
    bars = [
        Bar(
            column=name,
            x=round(min(zero, zero + value * scale), 1),
            y=y + LABEL + place * (BAR + 2),
            width=round(abs(value) * scale, 1),
            figure=format_tkr(value),
        )
        for place, (name, value) in enumerate(found)
    ]
    return Group(row["label"], y + BAR, bars)

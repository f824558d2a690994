"""The chart and the table of a year month by month."""

from __future__ import annotations

from collections.abc import Sequence

from boards.shared.money import format_tkr
from boards.shared.paper import tree
from finance.figures.trends import Trend
from finance.report.charts import BASELINE, LABEL, SPACE, WIDTH
from finance.report.sentences import (
    MONTHS,
    TREND_ALT,
    TREND_CAPTION,
    TREND_NAMES,
)

HEIGHT, LEFT, KEY = 150, 4, 34
# Told apart by dashes too, for those who see no colours.
LOOKS: dict[str, tuple[str, tuple[float, ...]]] = {
    "prior": ("#6b6b6b", (2, 4)),
    "budget": ("#2a6db0", (9, 5)),
    "actual": ("#12304f", ()),
}


def trend_chart(heading: str, trend: Trend) -> tree.Chart | None:
    """Draw last year, budget and outcome as lines; nothing without two to compare."""
    if trend.is_empty:
        return None
    shapes, top = _legend(trend)
    high = max(0, *_all(trend))
    low = min(0, *_all(trend))
    if high == low:
        return None

    def point(number: int, ore: int) -> tuple[float, float]:
        x = LEFT + (WIDTH - 2 * LEFT) * number / len(MONTHS)
        return round(x, 1), round(top + HEIGHT * (high - ore) / (high - low), 1)

    left, nothing = point(0, 0)
    right, _same = point(len(MONTHS), 0)
    shapes.append(tree.Curve(((left, nothing), (right, nothing)), "#6b6b6b", (1, 3)))
    for name, (colour, dashes) in LOOKS.items():
        figures = getattr(trend, name)
        points = [(left, nothing)]
        points += [point(number, ore) for number, ore in enumerate(figures, 1)]
        if figures:
            shapes.append(tree.Curve(tuple(points), colour, dashes))
    foot = top + HEIGHT + LABEL
    shapes += [
        tree.Label(point(number, 0)[0], foot, MONTHS[number - 1], at_end=True)
        for number in (3, 6, 9, 12)
    ]
    return tree.Chart(
        shapes=tuple(shapes),
        width=WIDTH,
        height=foot + SPACE,
        alternative=TREND_ALT.format(heading=heading, said=_said(trend)),
        caption=TREND_CAPTION.format(heading=heading),
    )


def trend_rows(trend: Trend) -> list[tuple[str, ...]]:
    """Return the chart's table: each month with its figures as printed."""
    columns = [getattr(trend, name) for name in LOOKS]
    return [
        (month, *(_cell(figures, number) for figures in columns))
        for number, month in enumerate(MONTHS)
    ]


def _cell(figures: Sequence[int], number: int) -> str:
    return format_tkr(figures[number]) if number < len(figures) else ""


def _all(trend: Trend) -> list[int]:
    return [*trend.prior, *trend.budget, *trend.actual]


def _legend(trend: Trend) -> tuple[list[tree.Shape], float]:
    shapes: list[tree.Shape] = []
    y = 0
    for name, (colour, dashes) in LOOKS.items():
        if not getattr(trend, name):
            continue
        middle = y + BASELINE - SPACE / 2
        shapes.append(tree.Curve(((0, middle), (KEY, middle)), colour, dashes))
        shapes.append(tree.Label(KEY + SPACE, y + BASELINE, _reached(trend, name)))
        y += LABEL
    return shapes, y + SPACE


def _said(trend: Trend) -> str:
    """Say where each line is when the period ends."""
    return "; ".join(_reached(trend, name) for name in LOOKS if getattr(trend, name))


def _reached(trend: Trend, name: str) -> str:
    last = len(trend.actual) - 1
    figure = format_tkr(getattr(trend, name)[last])
    return f"{TREND_NAMES[name]} {MONTHS[last]} {figure}"

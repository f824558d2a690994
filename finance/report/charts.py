"""The charts of a table: bars of budget, outcome and forecast, and what deviates.

One description for the page, the public page and the PDF (`boards.shared.paper.chart`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boards.shared.money import format_tkr
from boards.shared.paper import tree
from finance.report.enums import RowKind, TableKind
from finance.report.rules import Row, variance
from finance.report.sentences import BARS_ALT, BARS_CAPTION, FALL_ALT, FALL_CAPTION

# The picture is as wide as a telephone, so its words are readable there too.
WIDTH, ROOM, BAR, LABEL, SPACE, GAP = 360, 290, 14, 19, 6, 2
BASELINE, LONGEST = 12, 52
# Which columns are drawn; those of a summary that are results are no net costs.
DRAWN = ("budget_year", "actual_to_date", "forecast_year")
DRAWN_OF = {TableKind.SUMMARY: ("budget_year", "forecast_year")}
FILL = {
    "budget_year": "#ffffff",
    "actual_to_date": "#12304f",
    "forecast_year": "#8fb3d9",
}
BETTER, WORSE, WHOLE = "#2f7d53", "#b3392c", "#12304f"


def charts(
    heading: str, kind: TableKind, rows: Sequence[Row], columns: Mapping[str, str]
) -> list[tree.Chart]:
    """Return the charts of a table with its sums as printed; none without figures."""
    known = [row for row in rows if row.kind in (RowKind.LINE, RowKind.SUM)]
    made = (bars(heading, kind, known, columns), waterfall(heading, known))
    return [chart for chart in made if chart is not None]


def bars(
    heading: str, kind: TableKind, rows: Sequence[Row], columns: Mapping[str, str]
) -> tree.Chart | None:
    """Draw budget, outcome and forecast of each row, to one scale."""
    drawn = DRAWN_OF.get(kind, DRAWN)
    shown = [(row, _figures(row, drawn)) for row in rows]
    shown = [(row, figures) for row, figures in shown if figures]
    values = [ore for _row, figures in shown for _name, ore in figures]
    scale, zero = _scale(values)
    if not scale:
        return None
    shapes, y = _legend(drawn, columns)
    for row, figures in shown:
        shapes.append(_label(row, y))
        y += LABEL
        length = len(figures) * (BAR + GAP)
        shapes.append(tree.Rule(round(zero, 1), y - GAP, y + length))
        for name, ore in figures:
            shapes += _bar(zero, ore * scale, y, FILL[name], format_tkr(ore))
            y += BAR + GAP
        y += SPACE
    said = "; ".join(_said(row, figures, columns) for row, figures in shown)
    return tree.Chart(
        shapes=tuple(shapes),
        width=WIDTH,
        height=y,
        alternative=BARS_ALT.format(heading=heading, said=said),
        caption=BARS_CAPTION.format(heading=heading),
    )


def waterfall(heading: str, rows: Sequence[Row]) -> tree.Chart | None:
    """Draw how the rows' deviations add up to the whole's; better goes to the right."""
    steps = [
        (row, found)
        for row in rows
        if row.kind == RowKind.LINE and (found := variance(row.amounts)) is not None
    ]
    if not any(ore for _row, ore in steps):
        return None
    whole = next((row for row in rows if row.kind == RowKind.SUM), None)
    total = variance(whole.amounts) if whole else None
    reached = [0]
    for _row, ore in steps:
        reached.append(reached[-1] + ore)
    scale, zero = _scale([*reached, total or 0])
    shapes: list[tree.Shape] = []
    y = 0
    for start, (row, ore) in zip(reached, steps, strict=False):
        fill = BETTER if ore >= 0 else WORSE
        shapes.append(_label(row, y))
        at = zero + start * scale
        shapes.append(_zero(zero, y))
        shapes += _bar(at, ore * scale, y + LABEL, fill, format_tkr(ore))
        y += LABEL + BAR + SPACE
    if whole and total is not None:
        shapes.append(_label(whole, y))
        shapes.append(_zero(zero, y))
        shapes += _bar(zero, total * scale, y + LABEL, WHOLE, format_tkr(total))
        y += LABEL + BAR + SPACE
        steps.append((whole, total))
    said = "; ".join(f"{row.label} {format_tkr(ore)}" for row, ore in steps)
    return tree.Chart(
        shapes=tuple(shapes),
        width=WIDTH,
        height=y,
        alternative=FALL_ALT.format(heading=heading, said=said),
        caption=FALL_CAPTION.format(heading=heading),
    )


def _figures(row: Row, drawn: Sequence[str]) -> list[tuple[str, int]]:
    found = [(name, getattr(row.amounts, name)) for name in drawn]
    return [(name, ore) for name, ore in found if ore is not None]


def _scale(values: Sequence[int]) -> tuple[float, float]:
    """Return how long an öre is, and where nothing is; no length for no figures."""
    low, high = min([0, *values]), max([0, *values])
    if low == high:
        return 0, 0
    scale = ROOM / (high - low)
    return scale, -low * scale


def _legend(
    drawn: Sequence[str], columns: Mapping[str, str]
) -> tuple[list[tree.Shape], int]:
    shapes: list[tree.Shape] = []
    for place, name in enumerate(drawn):
        y = place * (BAR + GAP * 2)
        shapes.append(tree.Bar(1, y + 1, BAR, BAR - GAP, FILL[name]))
        text = columns.get(name, name)
        shapes.append(tree.Label(BAR + SPACE, y + BASELINE, text))
    return shapes, len(drawn) * (BAR + GAP * 2) + SPACE


def _zero(zero: float, y: int) -> tree.Rule:
    return tree.Rule(round(zero, 1), y + LABEL - GAP, y + LABEL + BAR + GAP)


def _label(row: Row, y: int) -> tree.Label:
    text = row.label
    if len(text) > LONGEST:
        text = f"{text[: LONGEST - 1]}…"
    return tree.Label(0, y + BAR, text, bold=True)


def _bar(at: float, length: float, y: int, fill: str, text: str) -> list[tree.Shape]:
    """Draw a bar from a place, to the left for less than nothing, and its figure."""
    left, width = round(min(at, at + length), 1), round(abs(length), 1)
    return [
        tree.Bar(left, y, width, BAR, fill),
        tree.Label(WIDTH, y + BASELINE, text, at_end=True),
    ]


def _said(
    row: Row, figures: Sequence[tuple[str, int]], columns: Mapping[str, str]
) -> str:
    parts = [f"{columns.get(name, name)} {format_tkr(ore)}" for name, ore in figures]
    return f"{row.label}: {', '.join(parts)}"

"""The charts of a table: to one scale, inside the picture, and said in words."""

import pytest
from lxml import html

from boards.shared.paper import tree
from boards.shared.paper.chart import chart_svg
from finance.report import charts
from finance.report.enums import RowKind, TableKind
from finance.report.rules import Row
from finance.report.sentences import column_headings
from tests.factories.model_report import INVESTMENTS, IT, PERIOD_END, SUMMARY, line

HEADINGS = column_headings(TableKind.INCOME, PERIOD_END)


def boxes(chart: tree.Chart) -> list[tree.Bar]:
    return [shape for shape in chart.shapes if isinstance(shape, tree.Bar)]


def figures(chart: tree.Chart) -> list[str]:
    found = [one for one in chart.shapes if isinstance(one, tree.Label) and one.at_end]
    return [one.text.replace("\u00a0", " ") for one in found]


@pytest.mark.parametrize("rows", [IT, INVESTMENTS])
def test_charts_when_values_of_both_signs_then_all_stay_in_the_picture(
    rows: list[Row],
) -> None:
    made = charts.charts("IT", TableKind.INCOME, rows, HEADINGS)
    assert len(made) == 2
    for chart in made:
        for box in boxes(chart):
            assert box.x >= -0.1
            assert box.x + box.width <= charts.ROOM + 0.2
            assert box.y + box.height <= chart.height


@pytest.mark.law("F-02")
def test_waterfall_when_model_then_its_steps_lead_to_the_whole() -> None:
    chart = charts.waterfall("IT", IT)
    assert figures(chart) == ["324", "1 541", "−5 715", "0", "−3 850"]
    first, second, third, _none, whole = boxes(chart)
    assert second.x == pytest.approx(first.x + first.width, abs=0.2)
    assert third.x == pytest.approx(whole.x, abs=0.2)
    assert "Summa −3" in chart.alternative


def test_bars_when_a_summary_then_results_are_not_drawn_beside_net_costs() -> None:
    rows = [line("IT", -403, None, -2791, 14066, 17916), *SUMMARY]
    headings = column_headings(TableKind.SUMMARY, PERIOD_END)
    chart = charts.bars("S", TableKind.SUMMARY, rows, headings)
    assert figures(chart) == ["14 066", "17 916", "39 147", "42 197"]


def test_charts_when_there_are_no_figures_then_no_chart() -> None:
    assert charts.charts("IT", TableKind.INCOME, [], HEADINGS) == []
    zero = [line("A", 0, 0, 0, 0, 0), Row(RowKind.GRANT, "K", IT[0].amounts)]
    assert charts.charts("IT", TableKind.INCOME, zero, HEADINGS) == []


def test_chart_svg_then_no_styles_and_every_word_escaped() -> None:
    rows = [line('<b>A & "B"</b>' + "x" * 80, None, None, 5, 7, 9)]
    for chart in charts.charts("<i>", TableKind.INCOME, rows, HEADINGS):
        svg = chart_svg(chart, "<k>")
        assert "style" not in svg
        assert "<b>" not in svg
        drawn = html.fragment_fromstring(svg)
        assert drawn.get("role") == "img"
        assert drawn.find("title").get("id") == drawn.get("aria-labelledby")

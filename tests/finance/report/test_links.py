"""Links from words to cells: read, filled in, and refused when they lead nowhere."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boards.shared.sanitise import sanitise
from finance.report import links
from finance.report.links import Cell

TKR = 100_000
CELLS = [
    Cell("IT & växel", "Summa", "prognos år", 17_916 * TKR, 14_066 * TKR),
    Cell("IT & växel", "Summa", "avvikelse", -3_850 * TKR, 14_066 * TKR),
    Cell("Ekonomi", "S:a drift", "avvikelse", 600 * TKR, 11_247 * TKR),
    Cell("Ekonomi", "S:a drift", "utfall i fjol", 6_243 * TKR),
]


@pytest.mark.parametrize(
    ("text", "table", "expected"),
    [
        ("{{IT & växel.Summa.avvikelse}} tkr", "", "−3 850 tkr"),
        ("{{IT &amp; växel.Summa.avvikelse}} tkr", "", "−3 850 tkr"),
        ("{{ summa.AVVIKELSE }}", "IT & växel", "−3 850"),
        ("{{summa.avvikelse|belopp}}", "IT & växel", "3 850"),
        ("{{Summa.avvikelse | procent}}", "IT & växel", "−27,4 %"),
        ("{{S:a drift.avvikelse}}", "Ekonomi", "600"),
        ("{{summa.avvikelse}}", "Ekonomi", "{{summa.avvikelse}}"),
        ("{{summa.avvikelse|halva}}", "IT & växel", "{{summa.avvikelse|halva}}"),
        ("utan", "", "utan"),
    ],
)
def test_fill_then_the_figure_stands_in_the_text(
    text: str, table: str, expected: str
) -> None:
    assert links.fill(text, CELLS, table).replace("\u00a0", " ") == expected


def test_fill_when_the_text_was_cleaned_then_the_link_is_still_there() -> None:
    clean = sanitise("<p onclick=x>Minus {{IT & växel.Summa.avvikelse}} tkr.</p>")
    assert links.broken_links(clean, CELLS) == []
    assert "3\u00a0850" in links.fill(clean, CELLS)


def test_broken_links_when_a_name_is_mistyped_then_the_nearest_are_named() -> None:
    found = links.broken_links("<p>{{Suma.avikelse}}</p>", CELLS, "IT & växel")
    assert found[0].name == "Suma.avikelse"
    assert found[0].nearest[0] == "Summa.avvikelse"


@pytest.mark.parametrize(
    "text", ["{{", "x {{Summa.<b>avvikelse</b>}}", "{{Summa.avvikelse", "{{{{}}"]
)
def test_broken_links_when_braces_cannot_be_read_then_said(text: str) -> None:
    assert links.broken_links(text, CELLS, "IT & växel")


def test_blocks_links_when_percent_of_nothing_then_refused_at_its_field() -> None:
    texts = {"comment": "{{S:a drift.utfall i fjol|procent}}", "description": "Hej"}
    found = links.blocks_links(texts, CELLS, "Ekonomi")
    assert [(one.field, one.code) for one in found] == [
        ("comment", "report.broken_link")
    ]


PIECES = st.sampled_from(
    ["{", "{{", "}}", "}", ".", "|", "procent", "belopp", "<p>", "</p>", "&amp;", "&"]
    + [cell.name for cell in CELLS]
    + [cell.short for cell in CELLS]
)


@given(st.lists(PIECES | st.text(max_size=20), max_size=60).map("".join))
@settings(max_examples=300, deadline=2_000)
@example("{{" * 5_000)
@example("{{a}}" * 2_000)
@example("{" * 20_000 + "}" * 20_000)
@example("{{" + "x" * 50_000 + "}}")
@example("{{" + "<" * 20_000)
def test_reader_when_fed_anything_then_neither_falls_nor_hangs(text: str) -> None:
    filled = links.fill(text, CELLS, "Ekonomi")
    broken = links.broken_links(text, CELLS, "Ekonomi")
    if not broken:
        assert links.fill(filled, CELLS, "Ekonomi") == filled
        assert "{{" not in filled or "{{" in links.LINK.sub("", text)
    for link in links.find_links(text):
        assert text[link.start : link.start + 2] == "{{"
        assert text[link.end - 2 : link.end] == "}}"

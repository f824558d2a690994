"""Typed numbers held against the tables: equal, nearly equal, wrong sign or share."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finance.report import numbers
from finance.report.links import Cell

TKR = 100_000
BUDGET = 14_066 * TKR
CELLS = [
    Cell("IT", "Summa", "prognos år", 17_916 * TKR, BUDGET),
    Cell("IT", "Summa", "avvikelse", -3_850 * TKR, BUDGET),
    Cell("IT", "Resultat", "utfall ack", -2_791 * TKR),
    Cell("Ekonomi", "Summa", "avvikelse", 600 * TKR, 11_247 * TKR),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ett underskott på 3&nbsp;850 tkr.", ("equal", "Summa.avvikelse|belopp")),
        ("Ett underskott på 3 850 tkr.", ("equal", "Summa.avvikelse|belopp")),
        ("Resultatet är −3\u00a0850 tkr.", ("equal", "Summa.avvikelse")),
        ("Ett överskott på 3 850 tkr.", ("sign", "Summa.avvikelse|belopp")),
        ("Prognosen är 17 920 tkr.", ("near", "Summa.prognos år")),
        ("Prognosen är −17 916 tkr.", ("sign", "Summa.prognos år")),
        ("Underskottet är 3,9 mkr.", ("equal", "")),
        ("Ekonomi ger 600 tkr.", ("equal", "Ekonomi.Summa.avvikelse")),
        ("Avviker 27,4 % från budget.", None),
        ("Avviker 30 procent från budget.", ("percent", "")),
        ("Bättre än budget med 27,4 %.", ("sign", "")),
        ("År 2020 beslutades 2020-08-31 om 12 datorer.", None),
        ("<ol start='3850'><li>x</li></ol>", None),
        ("{{Summa.avvikelse}} och 5 100 tkr", None),
    ],
)
def test_remarks_then_a_typed_number_meets_its_cell(
    text: str, expected: tuple[str, str] | None
) -> None:
    found = numbers.remarks(f"<p>{text}</p>", CELLS, "IT")
    said = [(str(r.finding), r.offers[0][0] if r.offers else "") for r in found]
    assert said == ([expected] if expected else [])


def test_with_link_then_the_number_alone_is_replaced() -> None:
    text = "<p>Underskott 3&nbsp;850 tkr.</p>"
    (literal,) = numbers.literals(text)
    name = "Summa.avvikelse|belopp"
    linked = numbers.with_link(text, literal.start, name, CELLS, "IT")
    assert linked == "<p>Underskott {{Summa.avvikelse|belopp}} tkr.</p>"
    assert numbers.with_link(text, literal.start + 1, name, CELLS, "IT") is None
    assert numbers.with_link(text, literal.start, "Finns inte", CELLS, "IT") is None


PIECES = st.sampled_from(
    ["3", "850", "&nbsp;", " ", "−", ",", ".", "<", ">", "{{", "}}", " tkr", "%", "mkr"]
)


@given(st.lists(PIECES | st.text(max_size=9), max_size=80).map("".join))
@settings(max_examples=300, deadline=2_000)
@example("1 " * 5_000)
@example("<" * 20_000)
@example("{{" * 10_000)
@example("9" * 20_000)
@example("1" + " " * 20_000 + "tkr")
def test_literals_when_fed_anything_then_neither_falls_nor_hangs(text: str) -> None:
    for one in numbers.literals(text):
        assert text[one.start : one.end] == one.text
    numbers.remarks(text, CELLS, "IT")

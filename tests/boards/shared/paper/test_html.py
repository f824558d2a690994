"""The same tree on a web page: the same content, readable with a screen reader."""

import re

from boards.shared.paper.html import render_html, render_section
from boards.shared.paper.text import render_text
from boards.shared.paper.tree import Document, Figure, Section, paragraph
from tests.boards.shared.paper.model_minutes import STAMP, model_minutes


def words(text: str) -> list[str]:
    """Return the words of a text in their order, none of the marks between."""
    return re.findall(r"[\w§/-]+", text.replace("\u00ad", ""))


def test_render_html_when_model_minutes_then_tables_have_heads_and_captions() -> None:
    html = render_html(model_minutes())
    assert '<th scope="col">Kontrollmoment</th>' in html
    assert "<caption>Internkontrollplan 2021</caption>" in html
    assert 'class="paper-number">-3\u00a0850</td>' in html
    assert "<dt>Utses att justera</dt><dd>Birgitta Lindqvist (C)</dd>" in html


def test_render_html_when_compared_with_the_text_then_no_word_is_missing() -> None:
    document = model_minutes()
    html = re.sub(r"<[^>]+>", " ", render_html(document))
    missing = set(words(render_text(document))) - set(words(html))
    # The list's own numbers and the title, which a page shows elsewhere.
    assert missing <= {"1", "2", "-", "Protokoll"}


def test_render_html_when_text_holds_markup_then_it_is_escaped() -> None:
    evil = '<script>alert("x")</script>'
    section = Section('k" onclick="x', evil, (paragraph(evil), Figure(b"", '"><b>')))
    html = render_html(Document(evil, evil, evil, blocks=(section,)))
    assert "<script" not in html
    assert 'onclick="' not in html
    assert "<b>" not in html


def test_render_section_when_asked_for_one_then_only_that_one() -> None:
    html = render_section(model_minutes(), "item-13", top=3)
    assert html.count("<section") == 1
    assert '<h3 id="item-13"><span class="paper-running">ITVT § 13</span>' in html
    assert "<h4>Beslutsunderlag</h4>" in html
    assert "Expedieras till" in html


def test_render_text_when_model_minutes_then_appendices_are_named() -> None:
    text = render_text(model_minutes())
    assert f"{STAMP}: Delårsrapport" in text
    assert "ITVT § 12  DNR ITVT 4/2020" in text
    assert "Expedieras till: Kommunstyrelsen i Alby kommun" in text
    assert "väsentlighetsbedömning" in text

"""Rich text: what the editor makes stays, everything else goes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.sanitise import plain_text, sanitise

HOSTILE = {
    "script": ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
    "script in svg": ("<svg><script>alert(1)</script></svg><p>a</p>", "<p>a</p>"),
    "event": ('<p onclick="x()">a</p>', "<p>a</p>"),
    "event, odd spelling": ('<p/OnMouseOver="x()">a</p>', "<p>a</p>"),
    "style attribute": ('<p style="position:fixed">a</p>', "<p>a</p>"),
    "style element": ("<style>p{}</style><p>a</p>", "<p>a</p>"),
    "class and id": ('<p class="MsoNormal" id="x">a</p>', "<p>a</p>"),
    "javascript link": ('<p><a href="javascript:x()">a</a></p>', "<p>a</p>"),
    "javascript, encoded": ('<p><a href="java&#9;script:x()">a</a></p>', "<p>a</p>"),
    "data link": ('<p><a href="data:text/html,x">a</a></p>', "<p>a</p>"),
    "link without scheme": ('<p><a href="//evil.example">a</a></p>', "<p>a</p>"),
    "link to nowhere": ("<p><a>a</a></p>", "<p>a</p>"),
    "image": ('<p><img src=x onerror="x()">a</p>', "<p>a</p>"),
    "frame": ('<iframe src="https://x"></iframe><p>a</p>', "<p>a</p>"),
    "form": ('<form action="/x"><input name="a"><p>a</p></form>', "<p>a</p>"),
    "comment": ("<!-- [if mso]> --><p>a</p>", "<p>a</p>"),
    "wide span": ('<table><tr><td colspan="9999">a</td></tr></table>', None),
    "broken": ("<p>a<b>c", "<p>a<strong>c</strong></p>"),
    "template": ("<template><p>x</p></template><p>a</p>", None),
    "mathml": ("<math><mtext><style><img src=x onerror=x()></style></math>a", None),
}

KEPT = {
    "marks": "<p><strong>a</strong> <em>b</em><br>c</p>",
    "headings": "<h3>a</h3><h4>b</h4>",
    "lists": "<ul><li><p>a</p></li></ul><ol><li><p>b</p></li></ol>",
    "quotation": "<blockquote><p>a</p></blockquote>",
    "link": '<p><a href="https://alby.example/" rel="noopener">a</a></p>',
    "mail": '<p><a href="mailto:a@alby.example" rel="noopener">a</a></p>',
    "scope": '<table><tbody><tr><th scope="row">a</th><th scope="col">b</th></tr>'
    "</tbody></table>",
    "swedish": "<p>Överförmyndaren, § 12 – 5\u00a0104 tkr</p>".replace(
        "\u00a0", "&nbsp;"
    ),
}

RENAMED = {
    "h1": ("<h1>a</h1>", "<h3>a</h3>"),
    "h2": ("<h2>a</h2>", "<h3>a</h3>"),
    "h6": ("<h6>a</h6>", "<h4>a</h4>"),
    "b and i": ("<p><b>a</b><i>b</i></p>", "<p><strong>a</strong><em>b</em></p>"),
}


@pytest.mark.parametrize(("dirty", "clean"), HOSTILE.values(), ids=HOSTILE.keys())
def test_sanitise_hostile_html_loses_what_can_act(
    dirty: str, clean: str | None
) -> None:
    out = sanitise(dirty)
    assert not re.search(r"script|style|\son\w+=|data:|9999|<i(mg|frame)|evil", out)
    if clean is not None:
        assert out == clean


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_sanitise_text_of_the_editor_stays_as_it_is(text: str) -> None:
    assert sanitise(text) == text


@pytest.mark.parametrize(("word", "ours"), RENAMED.values(), ids=RENAMED.keys())
def test_sanitise_elements_of_word_become_the_editors(word: str, ours: str) -> None:
    assert sanitise(word) == ours


@pytest.mark.parametrize(
    "text", ["", "<p></p>", "<p> </p>", "<p>&nbsp;</p>", "<p><br></p>", "<b></b>"]
)
def test_sanitise_text_without_a_word_is_empty(text: str) -> None:
    assert sanitise(text) == ""


def test_sanitise_empty_paragraphs_at_the_end_go() -> None:
    assert sanitise("<p>a</p><p></p><p><br></p>") == "<p>a</p>"


def test_sanitise_header_cells_say_what_they_head() -> None:
    rows = "<tr><th>År</th><th>Tkr</th></tr><tr><th>2020</th><td>5</td></tr>"
    out = sanitise(f"<table>{rows}</table>")
    assert out.count('<th scope="col">') == 2
    assert '<th scope="row">2020</th><td>5</td>' in out


@given(st.text() | st.from_regex(r"(<[a-z0-9/ =\"':]{0,20}>|[a-z ]){0,12}"))
def test_sanitise_twice_is_once(text: str) -> None:
    once = sanitise(text)
    assert sanitise(once) == once


def test_plain_text_blocks_are_kept_apart() -> None:
    html = "<h3>Beslut</h3><ul><li>ett</li><li>två &amp; tre</li></ul>"
    assert plain_text(html) == "Beslut ett två & tre"

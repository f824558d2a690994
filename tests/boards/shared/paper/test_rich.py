"""Rich text becomes blocks, and nothing that is typed or pasted can raise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.paper.html import render_html
from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.rich import blocks_from_html
from boards.shared.paper.text import blocks_text
from boards.shared.paper.tree import (
    BulletList,
    Document,
    Heading,
    ListItem,
    NumberedList,
    Paragraph,
    ParagraphKind,
    Run,
    Table,
    bullets,
    cells,
    paragraph,
)


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("", ()),
        ("<p></p><p> </p>", ()),
        ("bara text", (paragraph("bara text"),)),
        ("<p>a\n  b</p>", (paragraph("a b"),)),
        ("<p>ett</p><p>två</p>", (paragraph("ett"), paragraph("två"))),
        ("<p>a<br>b</p>", (paragraph("a\nb"),)),
        ("<h2>Rubrik</h2>", (Heading(3, "Rubrik"),)),
        ("<h3>Rubrik</h3>", (Heading(4, "Rubrik"),)),
        (
            "<p>a <strong>b</strong> <em>c</em></p>",
            (
                Paragraph(
                    (
                        Run("a "),
                        Run("b", bold=True),
                        Run(" "),
                        Run("c", italic=True),
                    )
                ),
            ),
        ),
        (
            '<p><a href="https://x.example/">här</a></p>',
            (Paragraph((Run("här", link="https://x.example/"),)),),
        ),
        (
            '<p><a href="javascript:alert(1)">här</a></p>',
            (Paragraph((Run("här"),)),),
        ),
        (
            "<blockquote><p>sagt</p></blockquote>",
            (Paragraph((Run("sagt"),), ParagraphKind.QUOTE),),
        ),
        ("<ul><li><p>a</p></li><li>b</li></ul>", (bullets("a", "b"),)),
        (
            '<ol start="3"><li>a</li></ol>',
            (NumberedList((ListItem((paragraph("a"),)),), 3),),
        ),
        (
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
            (BulletList((ListItem((paragraph("a"), bullets("b"))),)),),
        ),
        ("<script>x</script><blink>ja</blink>", (paragraph("ja"),)),
    ],
)
def test_blocks_from_html_when_given_a_tag_then_its_block(
    html: str, blocks: tuple[object, ...]
) -> None:
    assert blocks_from_html(html) == blocks


def test_blocks_from_html_when_table_then_head_and_spans_are_kept() -> None:
    html = (
        "<table><tbody><tr><th><p>A</p></th><th>B</th></tr>"
        '<tr><td colspan="2"><p>x</p><p>y</p></td></tr></tbody></table>'
    )
    (table,) = blocks_from_html(html)
    assert isinstance(table, Table)
    assert len(table.columns) == 2
    assert [cell.header for cell in table.head()[0]] == [True, True]
    assert table.rows[0][0].colspan == 2
    assert blocks_text((table,)) == "A\tB\nx\ny"


def test_blocks_from_html_when_nested_without_end_then_still_printed() -> None:
    html = "<ul><li>djupt" * 3000 + "<table><tr><td>" * 500 + "<b>" * 3000
    blocks = blocks_from_html(html)
    document = Document("t", "k", "o", blocks=blocks)
    assert "djupt" in render_html(document)


MARKS = """
<p> </p> <ul> <ol> <li> </ul> <table> <tr> <td> <th> </table> <b> <a> <h2> </h2> text
<blockquote> <thead> <caption> & &amp; <td/colspan="9"> <td/rowspan="9"> </td> <br>
<!-- <svg> ]]> 12&nbsp;000
""".split()  # noqa: SIM905  easier to add to


@given(st.lists(st.sampled_from([*MARKS, "\ud800", "\x00", " "]), max_size=30))
def test_blocks_from_html_when_given_anything_then_every_renderer_takes_it(
    parts: list[str],
) -> None:
    blocks = blocks_from_html("".join(parts))
    document = Document("t", "k", "o", blocks=(*blocks, Table((), (cells(""),))))
    assert render_pdf(document).startswith(b"%PDF")
    assert render_html(document).startswith("<div")

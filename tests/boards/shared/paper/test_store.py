"""The tree survives JSON, whatever is in it."""

import json
from datetime import date

import pytest

from boards.shared.paper import tree
from boards.shared.paper.store import UnknownDocument, from_json, to_json

SHAPES = (tree.Bar(0, 0, 1.5, 2, "#fff"), tree.Rule(0, 0, 9), tree.Label(1, 2, "x"))
EVERY_BLOCK = tree.Document(
    title="Protokoll",
    kind="SAMMANTRÄDESPROTOKOLL",
    organ="Nämnden",
    meeting_date=date(2020, 9, 29),
    footer=tree.Footer.CERTIFIED,
    blocks=(
        tree.Heading(2, "Rubrik", in_contents=True),
        tree.Paragraph(
            (tree.Run("a", bold=True), tree.Run("b", link="https://x.example")),
            tree.ParagraphKind.QUOTE,
        ),
        tree.FieldTable(
            (tree.Field("Övriga", groups=(tree.FieldGroup("Personal", ("x",)),)),)
        ),
        tree.SignatureBlock("U", (tree.SignatureField("f", "Ordförande", "G"),)),
        tree.NoticeBlock("ANSLAG/BEVIS", fields=(tree.Field("Organ", ("N",)),)),
        tree.TableOfContents(),
        tree.PageBreak(),
        tree.Figure(b"\x89PNG", "alt"),
        tree.ChartRow((tree.Chart(SHAPES, 10, 10, "alt"),)),
        tree.Section(
            "12",
            "Delår",
            (
                tree.numbered("ett", "två"),
                tree.bullets("tre"),
                tree.Table(
                    (tree.Column("A", tree.Align.RIGHT, 0.5),),
                    (tree.cells("1"),),
                    total_rows=((tree.Cell(tree.runs("1"), colspan=2),),),
                ),
            ),
        ),
    ),
    appendices=(tree.AppendixPages("b1", "Bilaga 1", "Delår", pdf=b"%PDF\x00"),),
)


def test_from_json_when_given_every_kind_of_block_then_nothing_is_lost() -> None:
    written = json.loads(json.dumps(to_json(EVERY_BLOCK)))
    assert from_json(written) == EVERY_BLOCK


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"schema": 99, "document": {}},
        {"schema": 1, "document": {"node": "Secret"}},
        {"schema": 1, "document": {"node": "Run", "text": "x"}},
    ],
)
def test_from_json_when_it_is_no_tree_then_refuses(data: dict[str, object]) -> None:
    with pytest.raises(UnknownDocument):
        from_json(data)


def test_section_when_the_key_is_unknown_then_key_error() -> None:
    with pytest.raises(KeyError):
        EVERY_BLOCK.section("99")

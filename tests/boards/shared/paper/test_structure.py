"""The PDF says what its parts are (DOS-lagen; EN 301 549 10.1.3.1)."""

import itertools
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.tree import (
    Cell,
    Column,
    Document,
    Figure,
    Paragraph,
    Run,
    Table,
    cells,
    runs,
)
from tests.boards.shared.paper.model_minutes import model_minutes

PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "Do", "sh"}


@pytest.fixture(scope="module")
def printed() -> bytes:
    return render_pdf(model_minutes(appendices=()))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Walk the structure elements in reading order."""
    kids = node.get("/K", [])
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def tags(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [str(e.S).lstrip("/") for e in elements(pdf.Root.StructTreeRoot)]


def untagged(page: pikepdf.Page) -> list[str]:
    """Return the painting operators outside all marked content."""
    depth, found = 0, []
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
        if name in PAINTING and not depth:
            found.append(name)
    assert depth == 0
    return found


def test_render_pdf_when_tagged_then_nothing_is_painted_without_a_tag(
    printed: bytes,
) -> None:
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert [untagged(page) for page in pdf.pages] == [[]] * len(pdf.pages)


def test_render_pdf_when_tagged_then_every_mark_has_its_parent(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for page in pdf.pages:
            marks = [
                int(step.operands[1].MCID)
                for step in pikepdf.parse_content_stream(page)
                if str(step.operator) == "BDC"
            ]
            assert marks == list(range(len(parents[int(page.obj.StructParents)])))
            for annotation in page.obj.get("/Annots", []):
                assert parents[int(annotation.StructParent)].S in ("/Link", "/Form")


def test_render_pdf_when_model_minutes_then_headings_lists_and_heads_are_tagged(
    printed: bytes,
) -> None:
    count = Counter(tags(printed))
    assert count["H1"] == 5
    assert count["TOCI"] == 4
    assert count["Form"] == 4
    assert count["Table"] == 2
    assert count["TH"] == 8
    assert count["LI"] == count["LBody"] == 8
    assert count["Sect"] == 4


def test_render_pdf_when_headings_then_no_level_is_skipped(printed: bytes) -> None:
    levels = [int(tag[1:]) for tag in tags(printed) if tag[0] == "H" and tag[1:]]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_render_pdf_when_a_table_goes_on_then_it_is_one_table_with_one_head() -> None:
    table = Table(
        (Column("A"), Column("B")), tuple(cells(f"{n}", "x") for n in range(200))
    )
    count = Counter(tags(render_pdf(Document("t", "k", "o", blocks=(table,)))))
    assert (count["Table"], count["TH"], count["TR"]) == (1, 2, 201)


def test_render_pdf_when_cells_span_then_the_tags_say_so() -> None:
    row = (Cell(runs("Summa"), colspan=2, header=True),)
    table = Table((Column("A"), Column("B")), (row,))
    with pikepdf.open(
        BytesIO(render_pdf(Document("t", "k", "o", blocks=(table,))))
    ) as pdf:
        heads = [e for e in elements(pdf.Root.StructTreeRoot) if e.S == "/TH"]
        assert [str(head.A.Scope) for head in heads] == ["/Column", "/Column", "/Row"]
        assert heads[2].A.ColSpan == 2


def test_render_pdf_when_figure_then_its_alternative_is_there() -> None:
    picture = BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    figure = Figure(picture.getvalue(), "Stapel som växer", "Figur 1", 40)
    with pikepdf.open(
        BytesIO(render_pdf(Document("t", "k", "o", blocks=(figure,))))
    ) as pdf:
        found = [e for e in elements(pdf.Root.StructTreeRoot) if e.S == "/Figure"]
        assert [str(e.Alt) for e in found] == ["Stapel som växer"]


def test_render_pdf_when_link_then_it_leads_and_belongs_to_its_paragraph() -> None:
    link = Paragraph((Run("Läs mer", link="https://alby.example/a"),))
    with pikepdf.open(
        BytesIO(render_pdf(Document("t", "k", "o", blocks=(link,))))
    ) as pdf:
        found = [e for e in elements(pdf.Root.StructTreeRoot) if e.S == "/Link"]
        (annotation,) = pdf.pages[0].obj.Annots
        assert str(annotation.A.URI) == "https://alby.example/a"
        assert found[0].K[0].Obj.objgen == annotation.objgen


def test_render_pdf_when_all_pages_are_ours_then_it_claims_the_standards(
    printed: bytes,
) -> None:
    with pikepdf.open(BytesIO(printed)) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfaid:part>3</pdfaid:part>" in packet
        assert "<pdfuaid:part>1</pdfuaid:part>" in packet
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"


def test_render_pdf_when_pages_were_uploaded_then_it_claims_nothing() -> None:
    with pikepdf.open(BytesIO(render_pdf(model_minutes()))) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert "pdfaid" not in packet
        assert "pdfuaid" not in packet

"""The model minutes on paper: every page says what the law and custom ask for."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from boards.shared.paper import markup
from boards.shared.paper.appendices import (
    AppendixBroken,
    AppendixEncrypted,
    AppendixMissing,
)
from boards.shared.paper.pdf import render_pdf
from boards.shared.paper.tree import (
    AppendixPages,
    Cell,
    Column,
    Document,
    Footer,
    Section,
    Table,
    cells,
    paragraph,
    runs,
)
from tests.boards.shared.paper.model_minutes import (
    DAY,
    ORGAN,
    STAMP,
    model_minutes,
    uploaded,
)
from tests.boards.shared.paper.reading import (
    fonts,
    page_texts,
    squeezed,
    unnamed_fonts,
)


@pytest.fixture(scope="module")
def printed() -> bytes:
    return render_pdf(model_minutes())


@pytest.fixture(scope="module")
def pages(printed: bytes) -> list[str]:
    return page_texts(printed)


def small(**changes: object) -> Document:
    given = {"title": "Protokoll", "kind": "PROTOKOLL", "organ": ORGAN}
    return Document(**{**given, **changes})  # type: ignore[arg-type]  fields of Document


def test_render_pdf_when_twice_then_the_same_bytes(printed: bytes) -> None:
    assert render_pdf(model_minutes()) == printed


@pytest.mark.law("P-02")
def test_render_pdf_when_model_minutes_then_front_page_has_its_fields(
    pages: list[str],
) -> None:
    front = squeezed(pages[0])
    for wanted in (
        "Plats och tid Berga kommun, kommunhuset, Stora Ljungås, kl. 09.00–10.10",
        "Beslutande Göran Ekström (M), ordförande, Alby kommun",
        "Ej tjänstgörande ersättare",
        "Tora Wikman (S), Berga kommun",
        "Personal",
        "Utses att justera Birgitta Lindqvist (C)",
        "Kommunhuset, Berga kommun, 2020-09-29, kl. 12.00",
        "Paragrafer 11–14",
        "ANSLAG/BEVIS",
        "Anslaget tas ned 2020-10-21",
    ):
        assert wanted in front
    assert "Jäv" not in front


def test_render_pdf_when_model_minutes_then_every_own_page_has_header_and_footer(
    pages: list[str],
) -> None:
    for number, text in enumerate(pages[:7], start=1):
        assert "SAMMANTRÄDESPROTOKOLL" in text
        assert ORGAN in text
        assert DAY.isoformat() in text
        assert re.search(rf"Sid {number}\b", text)
        assert "Justerandes sign" in text
        assert "Utdragsbestyrkande" in text


def test_render_pdf_when_contents_then_page_numbers_are_where_the_sections_are(
    pages: list[str],
) -> None:
    lines = re.findall(r"(§.\d+) [^\n]*\. +(\d+)\n", pages[1])
    assert [number for _label, number in lines] == ["3", "4", "5", "7"]
    for label, number in lines:
        assert f"ITVT {label}" in pages[int(number) - 1]


def test_render_pdf_when_contents_then_appendices_have_their_pages(
    pages: list[str],
) -> None:
    assert re.search(r"Bilaga 1.*\. +8\n", pages[1])
    assert re.search(r"Bilaga 2.*\. +10\n", pages[1])
    assert len(pages) == 10


def test_render_pdf_when_a_section_goes_on_then_the_page_says_so(
    pages: list[str],
) -> None:
    continued = [n for n, t in enumerate(pages, 1) if "Fortsättning" in t]
    assert continued == [6]
    assert "Fortsättning ITVT § 13" in squeezed(pages[5])


def test_render_pdf_when_appendices_then_each_page_is_stamped(pages: list[str]) -> None:
    for text in pages[7:9]:
        assert STAMP in squeezed(text)
    assert "Bilaga 2, ITVT § 12/2020-09-29" in squeezed(pages[9])
    assert "Justerandes sign" not in "".join(pages[7:])


def test_of_number_when_thousands_then_nothing_can_break() -> None:
    assert markup.of_number("-3 850") == "-3\u00a0850"
    assert markup.is_number("-3 850")
    assert not markup.is_number("ITVT 4/2020")


def test_render_pdf_when_made_then_title_language_and_bookmarks_are_set(
    printed: bytes,
) -> None:
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert pdf.Root.Lang == "sv-SE"
        assert str(pdf.docinfo["/Title"]) == f"Protokoll {ORGAN} 2020-09-29"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles[0] == "§ 11 IT-chefen informerar"
    assert titles[4:] == [
        f"{STAMP}: Delårsrapport",
        "Bilaga 2, ITVT § 12/2020-09-29: Sammanställning",
    ]


def test_render_pdf_when_no_upload_then_all_fonts_are_embedded() -> None:
    assert fonts(render_pdf(model_minutes(appendices=()))) == {
        "SourceSans3-Regular": True,
        "SourceSans3-Bold": True,
    }


def test_render_pdf_when_drawn_then_every_font_is_named(printed: bytes) -> None:
    assert unnamed_fonts(printed) == set()


def test_render_pdf_when_signatures_then_empty_fields_lie_on_the_front_page(
    printed: bytes,
) -> None:
    with pikepdf.open(BytesIO(printed)) as pdf:
        found = {str(f.T): f for f in pdf.Root.AcroForm.Fields}
        assert set(found) == {"secretary", "chair", "approver-1", "notice"}
        for field in found.values():
            assert field.FT == "/Sig"
            assert "/V" not in field
            assert field.P.objgen == pdf.pages[0].objgen


def test_render_pdf_when_page_sizes_differ_then_uploads_keep_theirs() -> None:
    upload = AppendixPages("b", STAMP, "A3", pdf=uploaded(1, size=(1191, 842)))
    data = render_pdf(small(appendices=(upload,), blocks=(paragraph("x"),)))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [float(edge) for edge in pdf.pages[1].mediabox[2:]] == [1191, 842]
    assert STAMP in squeezed(page_texts(data)[1])


def test_render_pdf_when_upload_is_turned_then_the_stamp_is_upright() -> None:
    with pikepdf.open(BytesIO(uploaded(1))) as pdf:
        pdf.pages[0].rotate(90, relative=False)
        target = BytesIO()
        pdf.save(target)
    upload = AppendixPages("b", STAMP, "", pdf=target.getvalue())
    data = render_pdf(small(appendices=(upload,), blocks=(paragraph("x"),)))
    assert STAMP in squeezed(page_texts(data)[1])


def _encrypted() -> bytes:
    with pikepdf.open(BytesIO(uploaded(1))) as pdf:
        target = BytesIO()
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"no pdf at all", AppendixBroken),
        (uploaded(1)[:200], AppendixBroken),
        (b"", AppendixMissing),
        (_encrypted(), AppendixEncrypted),
    ],
    ids=["text", "cut", "missing", "encrypted"],
)
def test_render_pdf_when_upload_is_unusable_then_says_which(
    data: bytes, error: type[Exception]
) -> None:
    upload = AppendixPages("b", STAMP, "Delår", pdf=data)
    with pytest.raises(error):
        render_pdf(small(appendices=(upload,)))


def test_render_pdf_when_given_other_bytes_than_frozen_then_refuses() -> None:
    upload = AppendixPages("b", STAMP, "Delår", sha256="0" * 64)
    with pytest.raises(AppendixMissing):
        render_pdf(small(appendices=(upload,)), {"0" * 64: uploaded(1)})


def test_render_pdf_when_a_table_is_long_then_its_head_is_repeated() -> None:
    rows = tuple(cells(f"Rad {number}", "1 000") for number in range(500))
    table = Table((Column("Post"), Column("Belopp")), rows)
    texts = page_texts(render_pdf(small(blocks=(table,))))
    assert all("Belopp" in text for text in texts)
    found = re.findall(r"Rad (\d+)", "".join(texts))
    assert [int(one) for one in found] == list(range(500))


def test_render_pdf_when_a_row_is_higher_than_a_page_then_it_is_cut() -> None:
    text = " ".join(f"ord{number}" for number in range(2500))
    table = Table((Column("A"), Column("B")), (cells("x", text), cells("y", "slut")))
    texts = "".join(page_texts(render_pdf(small(blocks=(table,)))))
    assert "ord0 " in texts
    assert "ord2499" in texts
    assert "slut" in texts


def test_render_pdf_when_cells_span_over_a_page_break_then_nothing_is_lost() -> None:
    spanning = (Cell(runs("Grupp"), rowspan=3), Cell(runs("a")))
    rows = tuple(row for _n in range(40) for row in (spanning, cells("b"), cells("c")))
    table = Table((Column("A"), Column("B")), rows)
    texts = "".join(page_texts(render_pdf(small(blocks=(table,)))))
    assert texts.count("Grupp") == 40


@pytest.mark.law("P-08")
def test_render_pdf_when_digital_then_no_lines_for_initials() -> None:
    document = replace(
        model_minutes(appendices=()), footer=Footer.TEXT, footer_text="Digitalt"
    )
    texts = page_texts(render_pdf(document))
    assert all("Justerandes sign" not in text for text in texts)
    assert all("Digitalt" in text for text in texts)


def test_render_pdf_when_sections_may_share_a_page_then_they_do() -> None:
    sections = tuple(
        Section(f"s{n}", f"Del {n}", (paragraph("x"),), new_page=False)
        for n in range(3)
    )
    assert len(page_texts(render_pdf(small(blocks=sections)))) == 1

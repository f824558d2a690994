"""The pass after layout: appendices come in, signature fields and metadata are set."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from boards.shared.paper.appendices import drop_unused_fonts, stamped
from boards.shared.paper.attachments import Attachment, attach
from boards.shared.paper.describe import describe
from boards.shared.paper.layout import Layout, Spot
from boards.shared.paper.structure import write
from boards.shared.paper.tree import Document

PRINT = 4


def finish(
    data: bytes,
    document: Document,
    layout: Layout,
    uploads: Mapping[str, bytes],
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """Return the final bytes; from here on the file only grows."""
    with pikepdf.open(BytesIO(data)) as pdf:
        drop_unused_fonts(pdf)
        _insert(pdf, layout, uploads)
        _navigation(pdf, layout)
        _signature_fields(pdf, layout.spots, layout)
        pages = range(1, len(pdf.pages) + 1)
        write(pdf, layout.root, {page: layout.label(page) - 1 for page in pages})
        describe(pdf, document, conforms=not uploads)
        attach(pdf, attachments, document.meeting_date)
        target = BytesIO()
        pdf.save(
            target,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return target.getvalue()


def _insert(pdf: pikepdf.Pdf, layout: Layout, uploads: Mapping[str, bytes]) -> None:
    shift = 0
    for after, appendix in layout.inserts:
        with stamped(uploads[appendix.key], appendix.stamp) as pages:
            at = after + shift
            for number, page in enumerate(pages.pages):
                pdf.pages.insert(at + number, page)
            shift += len(pages.pages)


def _navigation(pdf: pikepdf.Pdf, layout: Layout) -> None:
    """Set bookmarks, and links from the contents, to explicit places."""
    places = {entry.key: _place(pdf, page, top) for entry, page, top in layout.arrived}
    with pdf.open_outline() as outline:
        for entry, _page, _top in layout.arrived:
            title = f"{entry.label} {entry.text}".strip()
            outline.root.append(pikepdf.OutlineItem(title, places[entry.key]))
    for link in layout.links:
        page = pdf.pages[layout.label(link.page) - 1]
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=_box(link.box),
            Border=Array([0, 0, 0]),
            F=PRINT,
            Contents=String(link.text),
            Dest=places[link.key],
            P=page.obj,
        )
        made = pdf.make_indirect(annotation)
        _annotate(page, made)
        link.element.annotations.append(made)


def _place(pdf: pikepdf.Pdf, page: int, top: float | None) -> Array:
    target = pdf.pages[page - 1].obj
    if top is None:
        return Array([target, Name.Fit])
    return Array([target, Name.XYZ, 0, round(top + 6, 2), 0])


def _annotate(page: pikepdf.Page, annotation: pikepdf.Object) -> None:
    if "/Annots" not in page.obj:
        page.obj.Annots = Array()
    page.obj.Annots.append(annotation)


def _box(box: tuple[float, float, float, float]) -> Array:
    return Array([round(edge, 2) for edge in box])


def _signature_fields(pdf: pikepdf.Pdf, spots: list[Spot], layout: Layout) -> None:
    """Lay empty fields where the lines are, so that signing is an addition only."""
    if not spots:
        return
    fields = Array()
    for spot in spots:
        page = pdf.pages[layout.label(spot.page) - 1]
        widget = pdf.make_indirect(_widget(pdf, spot, page))
        _annotate(page, widget)
        spot.element.annotations.append(widget)
        fields.append(widget)
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=fields, SigFlags=0))


def _widget(pdf: pikepdf.Pdf, spot: Spot, page: pikepdf.Page) -> Dictionary:
    left, low, right, high = (round(edge, 2) for edge in spot.box)
    empty = pdf.make_stream(b"")
    empty.Type = Name.XObject
    empty.Subtype = Name.Form
    empty.BBox = Array([0, 0, round(right - left, 2), round(high - low, 2)])
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Sig,
        T=String(spot.name),
        TU=String(spot.label),
        Rect=_box(spot.box),
        F=PRINT,
        P=page.obj,
        AP=Dictionary(N=empty),
    )

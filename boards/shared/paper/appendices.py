"""Uploaded PDF files as appendices: read with care, stamped on every page."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO

import pikepdf
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from boards.shared.paper.fonts import BOLD
from boards.shared.paper.looks import INK
from boards.shared.paper.tree import AppendixPages, Document

SIZE = 9
ACTIVE = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/ResetForm")


class AppendixError(ValueError):
    """An appendix cannot be joined to the document."""


class AppendixMissing(AppendixError):  # noqa: N818  says what is wrong
    """The bytes of an appendix were not given, or are not those that were frozen."""


class AppendixBroken(AppendixError):  # noqa: N818  says what is wrong
    """The file is no readable PDF."""


class AppendixEncrypted(AppendixError):  # noqa: N818  says what is wrong
    """The file is protected by a password."""


def collect(document: Document, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the bytes of every uploaded appendix by its key, checked."""
    return {
        appendix.key: _bytes(appendix, files)
        for appendix in document.appendices
        if not appendix.blocks
    }


def _bytes(appendix: AppendixPages, files: Mapping[str, bytes]) -> bytes:
    data = appendix.pdf or files.get(appendix.sha256, b"")
    if not data:
        raise AppendixMissing(appendix.stamp)
    if appendix.sha256 and sha256(data).hexdigest() != appendix.sha256:
        raise AppendixMissing(appendix.stamp)
    return data


def open_pdf(data: bytes) -> pikepdf.Pdf:
    """Return the opened file, or say what is wrong with it."""
    try:
        opened = pikepdf.open(BytesIO(data))
        if opened.is_encrypted:
            raise AppendixEncrypted
        if not opened.pages:
            raise AppendixBroken
    except pikepdf.PasswordError as error:
        raise AppendixEncrypted from error
    except pikepdf.PdfError as error:
        raise AppendixBroken from error
    return opened


def count_pages(data: bytes) -> int:
    """Return how many pages an upload has; raises `AppendixError` when unusable."""
    with open_pdf(data) as opened:
        return len(opened.pages)


def drop_unused_fonts(pdf: pikepdf.Pdf) -> None:
    """Take away the Helvetica that reportlab names on every page and never uses."""
    for page in pdf.pages:
        if "/Font" not in page.resources:
            continue
        fonts = page.resources.Font
        unused = [
            name
            for name, font in fonts.items()
            if font.get("/BaseFont") == "/Helvetica"
        ]
        for name in unused:
            del fonts[name]


def stamped(data: bytes, stamp: str) -> pikepdf.Pdf:
    """Return the upload with its stamp on every page, page sizes kept, inactive."""
    opened = open_pdf(data)
    for page in opened.pages:
        _disarm(page)
        box = [float(edge) for edge in page.cropbox]
        width, height = box[2] - box[0], box[3] - box[1]
        if page.rotation % 180:
            width, height = height, width
        with pikepdf.open(BytesIO(_overlay(stamp, width, height))) as overlay:
            drop_unused_fonts(overlay)
            _lay_over(opened, page, overlay.pages[0], box)
    return opened


def _lay_over(
    pdf: pikepdf.Pdf, page: pikepdf.Page, overlay: pikepdf.Page, box: list[float]
) -> None:
    """Do what `add_overlay` does, with a name that is the same every time."""
    form = pdf.copy_foreign(overlay.as_form_xobject())
    wanted = pikepdf.Name("/JusteraStamp")
    name = page.add_resource(form, pikepdf.Name.XObject, wanted)
    area = pikepdf.Rectangle(*box)
    drawn = page.calc_form_xobject_placement(
        form,
        name,
        area,
        invert_transformations=True,
        allow_shrink=True,
        allow_expand=False,
    )
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n/Artifact BMC\n" + drawn + b"\nEMC\n")


def _overlay(stamp: str, width: float, height: float) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=(width, height), invariant=1, initialFontName=BOLD)
    size = min(SIZE, SIZE * width / (stringWidth(stamp, BOLD, SIZE) + 40))
    long = stringWidth(stamp, BOLD, size)
    right, top = width - min(12 * mm, width / 10), height - min(10 * mm, height / 10)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(right - long - 3, top - 3.5, long + 6, size + 5, stroke=0, fill=1)
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, size)
    canvas.drawRightString(right, top, stamp)
    canvas.save()
    return target.getvalue()


def _disarm(page: pikepdf.Page) -> None:
    """Take away what would act when the page is opened or clicked."""
    _drop(page.obj, "/AA")
    for annotation in page.obj.get("/Annots", []):
        _drop(annotation, "/AA")
        action = annotation.get("/A")
        if action is not None and str(action.get("/S", "")) in ACTIVE:
            _drop(annotation, "/A")


def _drop(holder: pikepdf.Object, key: str) -> None:
    if key in holder:
        del holder[key]

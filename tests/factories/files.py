"""Files as people send them: whole, broken, locked and signed, of every kind kept."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO

import openpyxl
import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from boards.shared.uploads import MEDIA_TYPES

WORDS = "Yttrande över förslaget, 5 § åäö"
OOXML = "http://schemas.openxmlformats.org"
OFFICE = "application/vnd.openxmlformats-officedocument"
CONTENT_TYPES = f"""<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="{OOXML}/package/2006/content-types">
<Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="{OFFICE}.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="{OOXML}/package/2006/relationships"><Relationship Id="r1"
 Type="{OOXML}/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/>
</Relationships>"""
LETTER = f"""<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="{OOXML}/wordprocessingml/2006/main"><w:body><w:p><w:r>
<w:t>{WORDS}</w:t></w:r></w:p></w:body></w:document>"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
 manifest:version="1.3"><manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.text">{lock}</manifest:file-entry>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
CONTENT = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"><office:body>
<office:text><text:p>{words}</text:p>{more}</office:text></office:body>
</office:document-content>"""
LOCK = '<manifest:encryption-data manifest:checksum-type="SHA256/1K"/>'


def kind_of(name: str) -> str:
    """Return what a file is taken for by its name."""
    return MEDIA_TYPES[name.rpartition(".")[2]]


def package(parts: dict[str, str]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for name, text in parts.items():
            out.writestr(name, text)
    return made.getvalue()


def letter() -> bytes:
    """A letter written in Word."""
    return package(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": RELATIONS,
            "word/document.xml": LETTER,
        }
    )


def open_document(more: str = "", *, locked: bool = False) -> bytes:
    """A letter written in Writer; `more` is put after its only paragraph."""
    return package(
        {
            "mimetype": kind_of("x.odt"),
            "META-INF/manifest.xml": MANIFEST.format(lock=LOCK if locked else ""),
            "content.xml": CONTENT.format(words=WORDS, more=more),
        }
    )


def sheet() -> bytes:
    made = BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["Konto", 5104])
    book.save(made)
    return made.getvalue()


@cache
def pdf(pages: int = 2) -> bytes:
    """A PDF as most programs make them: no PDF/A, no font in it."""
    made = BytesIO()
    canvas = Canvas(made)
    for number in range(1, pages + 1):
        canvas.drawString(72, 700, f"{WORDS}, sida {number}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def changed_pdf(change: object = None, **saved: object) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as opened:
        if callable(change):
            change(opened)
        opened.save(made, **saved)
    return made.getvalue()


def locked_pdf(password: str = "hemligt") -> bytes:
    """A PDF that asks for a password; an empty one only forbids copying."""
    return changed_pdf(encryption=pikepdf.Encryption(user=password, owner="x"))


def signed_pdf() -> bytes:
    """A PDF somebody has signed with another program."""

    def sign(opened: pikepdf.Pdf) -> None:
        value = opened.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Sig))
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="Underskrift", V=value)
        fields = pikepdf.Array([opened.make_indirect(field)])
        opened.Root.AcroForm = pikepdf.Dictionary(Fields=fields)

    return changed_pdf(sign)


def picture(kind: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 40), "navy").save(made, kind)
    return made.getvalue()


def false_pdf_a() -> bytes:
    """A PDF that only says it is PDF/A-2b."""

    def claim(opened: pikepdf.Pdf) -> None:
        with opened.open_metadata() as metadata:
            metadata["pdfaid:part"] = "2"
            metadata["pdfaid:conformance"] = "B"

    return changed_pdf(claim)

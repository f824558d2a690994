"""Files inside a PDF that say the same as its pages, for machines (PDF/A-3, 6.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pikepdf
from pikepdf import Array, Dictionary, Name, String

DATA = "Data"
ALTERNATIVE = "Alternative"
# Bytes must repeat: the day of the document stands in for the moment of the file.
NO_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in the PDF; `relationship` is what it is to the pages."""

    name: str
    media_type: str
    content: bytes
    description: str
    relationship: str = DATA


def attach(
    pdf: pikepdf.Pdf, attachments: Sequence[Attachment], day: date | None
) -> None:
    """Put the files into the PDF, in the order of their names."""
    if not attachments:
        return
    names, associated = Array(), Array()
    for one in sorted(attachments, key=lambda one: one.name):
        specification = pdf.make_indirect(_specification(pdf, one, day or NO_DAY))
        names.append(String(one.name))
        names.append(specification)
        associated.append(specification)
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
    pdf.Root.AF = associated


def _specification(pdf: pikepdf.Pdf, one: Attachment, day: date) -> Dictionary:
    stream = pdf.make_stream(one.content)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name("/" + one.media_type)
    stream.Params = Dictionary(
        Size=len(one.content), ModDate=String(f"D:{day:%Y%m%d}000000Z")
    )
    return Dictionary(
        Type=Name.Filespec,
        F=String(one.name),
        UF=String(one.name),
        Desc=String(one.description),
        AFRelationship=Name("/" + one.relationship),
        EF=Dictionary(F=stream, UF=stream),
    )

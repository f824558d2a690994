"""What Ghostscript has to be told for PDF/A: which colours the document means."""

from __future__ import annotations

from pathlib import Path

from PIL import ImageCms

# The output intent of PDF/A (ISO 19005-2, 6.2.3), as pdfmark.
INTENT = """%!
[/_objdef {{icc}} /type /stream /OBJ pdfmark
[{{icc}} << /N 3 >> /PUT pdfmark
[{{icc}} ({path}) (r) file /PUT pdfmark
[/_objdef {{intent}} /type /dict /OBJ pdfmark
[{{intent}} <<
  /Type /OutputIntent /S /GTS_PDFA1
  /DestOutputProfile {{icc}} /OutputConditionIdentifier (sRGB)
>> /PUT pdfmark
[{{Catalog}} << /OutputIntents [ {{intent}} ] >> /PUT pdfmark
"""


def definitions(folder: Path) -> Path:
    """Write the colour profile and the definition that names it into a folder."""
    profile = folder / "srgb.icc"
    profile.write_bytes(
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    )
    said = folder / "pdfa.ps"
    said.write_text(INTENT.format(path=profile), encoding="ascii")
    return said

"""Reading a PDF back as a reader's program does."""

import re
import shutil
import subprocess
from io import BytesIO
from tempfile import NamedTemporaryFile

import pikepdf
import pytest


def page_texts(data: bytes) -> list[str]:
    """Return the text of every page in reading layout."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        done = subprocess.run(
            [program, "-layout", file.name, "-"], capture_output=True, check=True
        )
    return done.stdout.decode().split("\f")[:-1]


def squeezed(text: str) -> str:
    """Return text with every white space, no-break ones too, as one blank."""
    return re.sub(r"\s+", " ", text)


def fonts(data: bytes) -> dict[str, bool]:
    """Return the fonts named on the pages and whether each is embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            for font in page.resources.get("/Font", {}).values():
                name = str(font.BaseFont).lstrip("/").split("+")[-1]
                found[name] = "/FontFile2" in font.FontDescriptor
    return found


def unnamed_fonts(data: bytes) -> set[str]:
    """Return the fonts that a page's drawing selects and its resources lack."""
    missing: set[str] = set()
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            named = set(page.resources.get("/Font", {}).keys())
            used = {
                str(step.operands[0])
                for step in pikepdf.parse_content_stream(page)
                if str(step.operator) == "Tf"
            }
            missing |= used - named
    return missing

"""A process of its own that says what a file is by its content.

It gets the file's path and answers in JSON. Files come from outside: it can write no
file, and is stopped when it takes too much time or memory; `examining` starts it.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import zipfile
import zlib
from dataclasses import asdict, replace
from email import message_from_bytes
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

import pikepdf
from fido.fido import Fido
from pikepdf import pdfa
from PIL import Image, UnidentifiedImageError

from cases.preservation.rules import ODF, PDF, PLAIN_TEXT, SEPARATED, Seen

SECONDS = 60
MEMORY = 2 * 1024**3
# What the library carries; its own defaults name files that it does not.
SIGNATURES = ("formats-v109.xml", "format_extensions.xml")
# A signature in the content, or a part that a container of the format has.
BY_CONTENT = frozenset({"signature", "container"})
MAIL = "message/rfc822"
HEADERS = {"From", "To"}
TEXTS = {
    "text/plain": (PLAIN_TEXT, "Plain Text File"),
    "text/csv": (SEPARATED, "Comma Separated Values"),
    MAIL: ("fmt/278", "Internet Message Format"),
}
PDF_MARK = b"%PDF-"
XML = frozenset({"application/xml", "text/xml"})
# The library's signatures of OpenDocument tell 1.1 at most: the package says it itself.
OPEN_DOCUMENT = {
    f"{ODF}text": {"1.2": "fmt/291", "1.3": "fmt/1756"},
    f"{ODF}spreadsheet": {"1.2": "fmt/295", "1.3": "fmt/1755"},
    f"{ODF}presentation": {"1.2": "fmt/293", "1.3": "fmt/1754"},
}
# What a PDF says of itself is found wherever it says so; signatures look at both ends.
CLAIMS = {
    "1A": "fmt/95",
    "1B": "fmt/354",
    "2A": "fmt/476",
    "2B": "fmt/477",
    "2U": "fmt/478",
    "3A": "fmt/479",
    "3B": "fmt/480",
    "3U": "fmt/481",
}
# No output intent, without which nobody knows what its colours mean.
NO_COLOURS = "pikepdf:output-intent"
METADATA_RULE = re.compile(r":6[.](6[.]2|6[.]4|7)[.-]")
VERSION = re.compile(rb'manifest:version="([0-9.]+)"')
MANIFEST = "META-INF/manifest.xml"
# What text does not hold: every control character but tab and line and page ends.
CONTROLS = bytes(sorted({*range(32)} - {9, 10, 12, 13}))
PIECE = 1 << 20


def main(path: str, media_type: str) -> None:
    """Answer with what the file is."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    json.dump(asdict(seen(Path(path), media_type)), sys.stdout)


def seen(path: Path, media_type: str) -> Seen:
    """Return what a file is; `media_type` is what it was taken for when it came in."""
    found = identified(path, media_type)
    if not found.puid:
        return unnamed(path, media_type)
    if found.media_type == PDF:
        return as_pdf(path, found)
    if found.media_type in XML:
        return replace(found, is_broken=not is_well_formed(path))
    if found.media_type.startswith("image/"):
        return replace(found, is_broken=not is_picture(path))
    if zipfile.is_zipfile(path):
        return as_package(path, found)
    return found


def identified(path: Path, media_type: str) -> Seen:
    """Return PRONOM's identifier; of several the one it was taken for."""
    rows: list[Seen] = []

    def note(_name: str, matches: list[Any], _seconds: float, kind: str) -> None:
        if kind in BY_CONTENT:
            rows.extend(_named(one, media_type) for one, _signature in matches)

    Fido(quiet=True, handle_matches=note, format_files=SIGNATURES).identify_file(
        str(path), extension=False
    )
    rows.sort(key=lambda row: (row.media_type != media_type, row.puid))
    return rows[0] if rows else Seen()


def _named(row: Any, media_type: str) -> Seen:
    words = (row.findtext("name"), row.findtext("version"))
    types = [one.text or "" for one in row.findall("mime")]
    kind = media_type if media_type in types else next(iter(types), "")
    return Seen(row.findtext("puid"), " ".join(filter(None, words)), kind)


def unnamed(path: Path, media_type: str) -> Seen:
    """Return what has no signature: a damaged PDF, a letter, plain text."""
    with path.open("rb") as stream:
        is_pdf = stream.read(len(PDF_MARK)) == PDF_MARK
    if is_pdf:
        return as_pdf(path, Seen("", "Portable Document Format", PDF))
    return as_text(path, media_type)


def as_text(path: Path, media_type: str) -> Seen:
    """Return plain text as such, with its encoding; anything else is not known."""
    puid, name = TEXTS.get(media_type, ("", ""))
    content = path.read_bytes() if puid else b""
    if not content or content.translate(None, delete=CONTROLS) != content:
        return Seen()
    try:
        content.decode("utf-8")
        encoding = "UTF-8"
    except UnicodeDecodeError:
        encoding = "ISO 8859-1"
    if media_type == MAIL and not set(message_from_bytes(content).keys()) >= HEADERS:
        return Seen()
    return Seen(puid, f"{name} {encoding}", media_type)


def as_pdf(path: Path, found: Seen) -> Seen:
    """Return what a PDF is besides: encrypted, signed, broken."""
    try:
        with pikepdf.open(path) as pdf:
            return replace(
                claimed(found, pdf, path),
                is_encrypted=pdf.is_encrypted,
                is_signed=is_signed(pdf),
                is_broken=not len(pdf.pages),
                pages=len(pdf.pages),
            )
    except pikepdf.PasswordError:
        return replace(found, is_encrypted=True)
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError):
        return replace(found, is_broken=True)


def claimed(found: Seen, pdf: pikepdf.Pdf, path: Path) -> Seen:
    """Return a PDF as the PDF/A it says it is, and whether it plainly is not."""
    claim = pdf.open_metadata().pdfa_status.upper()
    if claim not in CLAIMS:
        return found
    return replace(
        found,
        puid=CLAIMS[claim],
        name=f"Acrobat PDF/A - Portable Document Format {claim.lower()}",
        is_belied=is_belied(path, f"{claim[0]}b"),
    )


def is_belied(path: Path, flavour: str) -> bool:
    """Say whether a PDF breaks the rules it claims to keep, those of level b.

    The library approves too little rather than too much: what it does not know is no
    fault, nor are descriptions of one's own in the metadata, which it knows none of.
    """
    found = pdfa.validate_written(path, flavour).findings
    return any(
        one.rule == NO_COLOURS
        or (one.kind == "violation" and not METADATA_RULE.search(one.rule))
        for one in found
    )


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Say whether a signature has been put into the document."""
    return any(
        isinstance(one, pikepdf.Dictionary)
        and one.get("/FT") == pikepdf.Name.Sig
        and one.get("/V") is not None
        for one in pdf.objects
    )


def is_well_formed(path: Path) -> bool:
    """Say whether XML can be read through."""
    parser = ParserCreate()
    try:
        with path.open("rb") as stream:
            parser.ParseFile(stream)
    except (ExpatError, ValueError):
        return False
    return True


def is_picture(path: Path) -> bool:
    """Say whether a picture can be drawn, to its last row."""
    try:
        with Image.open(path) as picture:
            picture.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError):
        return False
    except (SyntaxError, ValueError):
        return False
    return True


def as_package(path: Path, found: Seen) -> Seen:
    """Return what an Office package is besides: encrypted, or with broken parts."""
    try:
        with zipfile.ZipFile(path) as package:
            manifest = manifest_of(package)
            return replace(
                versioned(found, manifest),
                is_encrypted=b"encryption-data" in manifest,
                is_broken=not can_be_read(package),
            )
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError):
        return replace(found, is_broken=True)


def manifest_of(package: zipfile.ZipFile) -> bytes:
    """Return the beginning of an OpenDocument package's list of parts."""
    if MANIFEST not in package.namelist():
        return b""
    with package.open(MANIFEST) as manifest:
        return manifest.read(PIECE)


def versioned(found: Seen, manifest: bytes) -> Seen:
    """Return an OpenDocument file with the version it says it has."""
    said = VERSION.search(manifest)
    version = said[1].decode() if said else ""
    puid = OPEN_DOCUMENT.get(found.media_type, {}).get(version)
    if puid is None:
        return found
    name = found.name.rpartition(" ")[0]
    return replace(found, puid=puid, name=f"{name} {version}")


def can_be_read(package: zipfile.ZipFile) -> bool:
    """Say whether every part has the checksum it should; time is bounded outside."""
    return package.testzip() is None


if __name__ == "__main__":
    main(*sys.argv[1:])

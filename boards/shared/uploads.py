"""Files from outside: known by their content, of a kind we keep, under a safe name."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

import pikepdf
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from boards.shared.refusals import Refusal, refuse_if

MIB = 1024 * 1024
NAME_BYTES = 255
OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."

# What is kept, by extension; the content has to agree.
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": f"{OOXML}wordprocessingml.document",
    "xlsx": f"{OOXML}spreadsheetml.sheet",
    "pptx": f"{OOXML}presentationml.presentation",
    "odt": f"{ODF}text",
    "ods": f"{ODF}spreadsheet",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "txt": "text/plain",
    "csv": "text/csv",
    "xml": "application/xml",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
}
SIGNATURES = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "tif": (b"II*\x00", b"MM\x00*"),
    "tiff": (b"II*\x00", b"MM\x00*"),
    "msg": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
}
# The folder that tells one Office package from another.
PACKAGE_PARTS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
# A file that carries macros has another extension than these.
MACROS = "vbaProject.bin"
MIME_BYTES = 200
# Every byte a text may hold: line ends, tabs, form feeds, and what is printed.
NOT_BINARY = b"\t\n\r\x0c" + bytes(range(32, 256))
BOM = b"\xef\xbb\xbf"
TEXT_KINDS = frozenset({"txt", "csv", "xml", "eml"})


@dataclass(frozen=True)
class Upload:
    """A checked file: its bytes, its type by content, the name to show."""

    content: bytes
    media_type: str
    name: str


def check_upload(file: UploadedFile[bytes], *, field: str = "file") -> Upload:
    """Return the file if it may be kept; raises `Refused` with what is wrong.

    The size limit is settings.UPLOAD_LIMIT (bytes).
    """
    refuse_if(blocks_size(file.size or 0, field))
    name = clean_name(file.name or "")
    kind = PurePosixPath(name).suffix.lstrip(".").lower()
    values = {"name": name, "kinds": ", ".join(sorted(MEDIA_TYPES))}
    if kind not in MEDIA_TYPES:
        refuse_if([Refusal("upload.kind_not_kept", values=values, field=field)])
    content = b"".join(file.chunks())
    if not is_of_kind(content, kind):
        refuse_if([Refusal("upload.content_differs", values=values, field=field)])
    if kind == "pdf":
        refuse_if(blocks_pdf(content, values, field))
    return Upload(content, MEDIA_TYPES[kind], name)


def blocks_size(size: int, field: str) -> list[Refusal]:
    """Refuse an empty file, and one over the limit with both sizes named."""
    if size == 0:
        return [Refusal("upload.empty", field=field)]
    if size > settings.UPLOAD_LIMIT:
        values = {
            "size": f"{size / MIB:.1f}".replace(".", ","),
            "limit": settings.UPLOAD_LIMIT // MIB,
        }
        return [Refusal("upload.too_large", values=values, field=field)]
    return []


def clean_name(name: str) -> str:
    """Return the name without folders and control characters, å ä ö kept."""
    base = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(c for c in base if unicodedata.category(c)[0] != "C").strip(" .")
    while len(kept.encode()) > NAME_BYTES:
        stem, dot, suffix = kept.rpartition(".")
        kept = f"{stem[:-1]}{dot}{suffix}" if stem else kept[:-1]
    return kept or "fil"


def is_of_kind(content: bytes, kind: str) -> bool:
    """Say whether the content is what the name says."""
    if kind in SIGNATURES:
        return content.startswith(SIGNATURES[kind])
    if kind in TEXT_KINDS:
        text = content.removeprefix(BOM)
        return is_text(text) and (kind != "xml" or text.lstrip()[:1] == b"<")
    return is_package(content, kind)


def is_text(content: bytes) -> bool:
    """Say whether the bytes are text in UTF-8 or Latin-1: no binary in disguise."""
    return not content[:65536].translate(None, delete=NOT_BINARY)


def is_package(content: bytes, kind: str) -> bool:
    """Say whether the bytes are the Office or OpenDocument package they claim to be."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            if kind in PACKAGE_PARTS:
                has_macros = any(name.endswith(MACROS) for name in names)
                return (
                    "[Content_Types].xml" in names
                    and any(name.startswith(PACKAGE_PARTS[kind]) for name in names)
                    and not has_macros
                )
            if "mimetype" not in names:
                return False
            # A few bytes are enough, and a member may unpack to gigabytes.
            with package.open("mimetype") as member:
                declared = member.read(MIME_BYTES)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError):
        return False
    return declared.strip() == MEDIA_TYPES[kind].encode()


def blocks_pdf(content: bytes, values: dict[str, str], field: str) -> list[Refusal]:
    """Refuse a PDF that cannot be read without a password, or not at all."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                return [Refusal("upload.encrypted_pdf", values=values, field=field)]
            if not len(pdf.pages):
                return [Refusal("upload.broken_pdf", values=values, field=field)]
    except pikepdf.PasswordError:
        return [Refusal("upload.encrypted_pdf", values=values, field=field)]
    except pikepdf.PdfError:
        return [Refusal("upload.broken_pdf", values=values, field=field)]
    return []

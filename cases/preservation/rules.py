"""What a file's format means to the archive: kept as it is, converted, or looked at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from cases.preservation.enums import Outcome, Program, Reason

PDF = "application/pdf"
# PDF/A-1 to PDF/A-3, by PRONOM's identifiers.
PDF_A = frozenset(
    {"fmt/95", "fmt/354", *(f"fmt/{number}" for number in range(476, 482))}
)
# Bytes without a signature of their own: what they are is said by reading them.
PLAIN_TEXT = "x-fmt/111"
SEPARATED = "x-fmt/18"
# Containers that say nothing of what is in them.
CONTAINERS = frozenset({"x-fmt/263", "fmt/111", "fmt/189", "fmt/135"})
ENCRYPTED_OFFICE = "fmt/494"
OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."
OFFICE = frozenset(
    {
        f"{OOXML}wordprocessingml.document",
        f"{OOXML}spreadsheetml.sheet",
        f"{OOXML}presentationml.presentation",
        f"{ODF}text",
        f"{ODF}spreadsheet",
        f"{ODF}presentation",
    }
)


@dataclass(frozen=True)
class Seen:
    """What reading a file through found; `media_type` is PRONOM's word for it.

    `is_belied` is a PDF that says it is PDF/A and breaks its rules.
    """

    puid: str = ""
    name: str = ""
    media_type: str = ""
    is_broken: bool = False
    is_encrypted: bool = False
    is_signed: bool = False
    is_belied: bool = False
    pages: int = 0


@dataclass(frozen=True)
class Verdict:
    """What is to become of a file: an outcome with its reason, or a program for it."""

    outcome: Outcome = Outcome.UNSETTLED
    reason: Reason = Reason.NONE
    program: Program | None = None


def judged(seen: Seen, fit: Collection[str]) -> Verdict:
    """Say what becomes of a file, `fit` being the formats that are kept as they are.

    A signed PDF is never converted: the copy would not be what was signed (R-03).
    """
    if fault := fault_of(seen):
        return Verdict(reason=fault)
    if seen.puid in fit and not seen.is_belied:
        return Verdict(Outcome.FIT)
    if seen.is_signed:
        return Verdict(Outcome.KEPT, Reason.SIGNED)
    if seen.media_type == PDF:
        return Verdict(program=Program.GHOSTSCRIPT)
    if seen.media_type in OFFICE:
        return Verdict(program=Program.LIBREOFFICE)
    return Verdict(reason=Reason.NO_WAY)


def fault_of(seen: Seen) -> Reason:
    """Return why nobody can read a file; nothing for one that can be read."""
    if seen.is_encrypted or seen.puid == ENCRYPTED_OFFICE:
        return Reason.ENCRYPTED
    if seen.is_broken:
        return Reason.BROKEN
    if not seen.puid or seen.puid in CONTAINERS:
        return Reason.UNKNOWN
    return Reason.NONE


def is_faithful(copy: Seen, original: Seen, fit: Collection[str]) -> bool:
    """Say whether a copy can stand for the original: PDF/A, with every page."""
    if copy.is_broken or copy.is_encrypted or copy.is_belied:
        return False
    if copy.puid not in PDF_A & frozenset(fit):
        return False
    return copy.pages == original.pages if original.pages else copy.pages > 0

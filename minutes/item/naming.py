"""How handlingar are named in the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cases.document.enums import DocumentKind

if TYPE_CHECKING:
    from cases.document.models import Document

NAMES: dict[str, str] = {
    DocumentKind.STAFF_REPORT: "Tjänsteskrivelse",
    DocumentKind.INTERIM_REPORT: "Delårsrapport",
}


def basis_label(document: Document) -> str:
    """Return "Tjänsteskrivelse daterad 2020-09-14", else its subject and date."""
    name = NAMES.get(document.kind, document.subject)
    day = document.dated_on or document.handled_on
    return f"{name} daterad {day:%Y-%m-%d}"

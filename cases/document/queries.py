"""Reads of the handlingar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boards.access.queries import boards_with_role
from cases.document.enums import Direction
from cases.document.models import Document

if TYPE_CHECKING:
    from django.db.models import QuerySet


def whole_documents() -> QuerySet[Document]:
    """Return handlingar with what their page shows."""
    return Document.objects.select_related(
        "case__board",
        "file",
        "registered_by__person",
        "marked_by__person",
        "disposal__record__case",
    )


def disposal_ground(document: Document) -> str:
    """Return the ground a handling was disposed of on; empty while it is here."""
    if not document.is_disposed:
        return ""
    rows = document.disposal_rows.filter(disposal=document.disposal)
    return str(rows.values_list("ground", flat=True).get())


def waiting_to_be_registered(user: Any) -> QuerySet[Document]:
    """Return what came in to the user's boards and has no number yet (OSL 5:1)."""
    return (
        Document.objects.drafts()
        .filter(
            case__board__in=boards_with_role(user).values("pk"),
            direction=Direction.RECEIVED,
        )
        .select_related("case__board")
        .order_by("handled_on", "pk")
    )

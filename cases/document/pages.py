"""What the page of a handling shows besides the handling itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.shared.models import HistoryEvent

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cases.document.models import Document


def document_history(document: Document) -> QuerySet[HistoryEvent]:
    """Return what was done with a handling, the latest first."""
    rows = HistoryEvent.objects.filter(model="cases.Document", object_id=document.pk)
    return rows.select_related("by__person").order_by("-at", "-pk")

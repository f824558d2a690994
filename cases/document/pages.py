"""What the page of a handling shows besides the handling itself."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.shortcuts import render

from boards.shared.models import HistoryEvent
from cases.document.queries import disposal_ground

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from cases.document.models import Document


def document_history(document: Document) -> QuerySet[HistoryEvent]:
    """Return what was done with a handling, the latest first."""
    rows = HistoryEvent.objects.filter(model="cases.Document", object_id=document.pk)
    return rows.select_related("by__person").order_by("-at", "-pk")


def gone(request: HttpRequest, document: Document) -> HttpResponse:
    """Tell that a handling was here and has been disposed of, when and why."""
    context = {"document": document, "ground": disposal_ground(document)}
    page = "cases/document/gone.html"
    return render(request, page, context, status=HTTPStatus.GONE)

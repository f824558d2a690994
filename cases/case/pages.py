"""What the page of an ärende shows, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boards.access.permissions import may
from boards.shared.clock import today
from cases.case.forms import ReopenForm
from cases.case.queries import history_of
from cases.case.registry import list_panels, panels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from boards.shared.models import HistoryEvent
    from cases.case.models import Case


def list_extras(request: HttpRequest) -> list[SafeString]:
    """Return what other rooms show above the list of ärenden."""
    shown = [panel(request) for panel in list_panels]
    return [html for html in shown if html]


def told_apart(
    events: Iterable[HistoryEvent], about: dict[int, str]
) -> list[HistoryEvent]:
    """Return the events, those of a handling with its name."""
    rows: list[Any] = list(events)
    for event in rows:
        is_of_document = event.model == "cases.Document"
        event.about = about.get(event.object_id, "") if is_of_document else ""
    return rows


def case_overview(case: Case, request: HttpRequest) -> dict[str, Any]:
    """Return the ärende, its handlingar and drafts, its meddelanden and history."""
    documents = list(case.documents.select_related("file", "registered_by__person"))
    about = {}
    for document in documents:
        document.case = case
        about[document.pk] = str(document)
    shown = [panel(request, case) for panel in panels]
    return {
        "case": case,
        "registered": [row for row in documents if row.act_number is not None],
        "drafts": [row for row in documents if row.act_number is None],
        "communications": case.communications.all(),
        "events": told_apart(history_of(case), about),
        "panels": [html for html in shown if html],
        "keeps": may(request.user, "case.edit", case),
        "today": today(),
        "reopening": ReopenForm(),
    }

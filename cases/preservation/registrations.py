"""What preservation adds to the page of a handling, and tells who checks the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from boards.integrity.files import removed
from cases.document.registry import panels
from cases.preservation.queries import newest_check, removed_copies

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from cases.document.models import Document


def format_panel(request: HttpRequest, document: Document) -> SafeString | None:
    """Show what format the file has, with its copy for the archive."""
    check = newest_check(document)
    if check is None:
        return None
    context = {"document": document, "check": check}
    return render_to_string("cases/preservation/_panel.html", context, request)


panels.append(format_panel)
removed.append(removed_copies)

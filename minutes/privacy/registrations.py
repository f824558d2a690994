"""What the gate makes known when the app starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from boards.access.permissions import may
from cases.case.models import Case
from cases.case.registry import after_change
from cases.document.models import Document
from cases.document.registry import panels
from cases.secrecy.registry import after_mark
from minutes.meeting import registry
from minutes.privacy.actions import follow_case, follow_secrecy
from minutes.privacy.enums import GateState
from minutes.privacy.models import Publication
from minutes.privacy.pages import TONES, gate_panel

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString


def follow(document: Document) -> None:
    """Take back what shows a handling that was marked secret."""
    follow_secrecy(document=document)


def follow_of_case(case: Case) -> None:
    """Take back the files of an ärende that was marked secret."""
    follow_case(case=case)


def document_panel(request: HttpRequest, document: Document) -> SafeString | None:
    """Show whether a handling is published, and the way to decide it (D-17)."""
    row = Publication.objects.filter(document=document).first()
    may_decide = may(request.user, "publication.decide", document)
    if row is None and not (
        may_decide and document.is_registered and document.kept_file
    ):
        return None
    context = {
        "document": document,
        "publication": row,
        "tone": TONES[GateState(row.state)] if row else "",
        "may_decide": may_decide,
    }
    return render_to_string("minutes/privacy/_document.html", context, request)


after_change.append(follow_of_case)
after_mark.append(follow)
panels.append(document_panel)
registry.panels.append(
    registry.Panel("posted", "minutes/privacy/_panel.html", gate_panel)
)

"""What the handlingar add to the list of ärenden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from boards.integrity.checks import Check, checks
from cases.case.registry import list_panels
from cases.document.integrity import look_at_act_numbers
from cases.document.queries import waiting_to_be_registered

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString


def waiting_panel(request: HttpRequest) -> SafeString | None:
    """Show what came in and has no number yet (OSL 5:1; D-01)."""
    waiting = list(waiting_to_be_registered(request.user))
    if not waiting:
        return None
    return render_to_string("cases/document/_waiting.html", {"waiting": waiting})


list_panels.append(waiting_panel)
checks.append(Check("documents", look_at_act_numbers))

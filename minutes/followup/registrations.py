"""What follow-up adds to the page of an ärende."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from boards.access.permissions import may
from cases.case.registry import panels
from minutes.followup.queries import points_of_case

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from cases.case.models import Case


def case_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """Show what became of each decision about the ärende."""
    points = points_of_case(case)
    if not points or not may(request.user, "case.view", case):
        return None
    context = {"points": points, "may_mark": may(request.user, "followup.mark", case)}
    return render_to_string("minutes/followup/_case.html", context, request)


panels.append(case_panel)

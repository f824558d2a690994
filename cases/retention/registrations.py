"""What retention adds to the page of an ärende, and tells who checks the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from boards.access.permissions import may
from boards.integrity.files import removed
from cases.case.registry import panels
from cases.retention.queries import removed_files, whole_holds

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from cases.case.models import Case


def holds_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """Show what stops disposals in an ärende, and to the archivist how to."""
    holds = list(whole_holds().filter(case=case, lifted_at__isnull=True))
    may_hold = may(request.user, "retention.plan", case)
    if not (holds or may_hold):
        return None
    context = {"case": case, "holds": holds, "may_hold": may_hold}
    return render_to_string("cases/retention/_holds_panel.html", context, request)


panels.append(holds_panel)
removed.append(removed_files)

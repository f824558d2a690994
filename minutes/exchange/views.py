"""Taking in a meeting from a file, and giving one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from boards.access.queries import fetch
from minutes.exchange.actions import import_meeting
from minutes.exchange.exporting import as_text, exported
from minutes.exchange.forms import ImportForm
from minutes.meeting.models import Meeting
from minutes.meeting.queries import boards_to_plan

if TYPE_CHECKING:
    from django.http import HttpRequest


@login_required
def meeting_import(request: HttpRequest) -> HttpResponse:
    """Try a file, or take it in; what is wrong is listed with line and law."""
    if not boards_to_plan(request.user):
        raise PermissionDenied
    form = ImportForm(request.POST or None, request.FILES or None)
    report = None
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        report = import_meeting(
            content=said["file"].read(),
            by=request.user,
            is_dry=said["is_dry"],
            may_replace=said["may_replace"],
        )
        if report.meeting:
            messages.success(request, _("The meeting was taken in."))
            return redirect(report.meeting)
    status = 409 if report and report.problems else 200
    context = {"form": form, "report": report}
    return render(request, "minutes/exchange/import.html", context, status=status)


@login_required
def meeting_export(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the whole meeting as a file, for the staff of its board."""
    meetings = Meeting.objects.select_related("board__host", "secretary")
    meeting = fetch(request.user, meetings, "meeting.export", pk=pk)
    answer = HttpResponse(as_text(exported(meeting)), content_type="application/json")
    name = f"{meeting.board.slug}-{meeting.held_on:%Y-%m-%d}.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

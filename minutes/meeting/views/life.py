"""What happens to a meeting and its agenda while it runs, and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.queries import fetch
from boards.shared.forms import act
from minutes.meeting import actions, forms
from minutes.meeting.queries import with_agenda
from minutes.meeting.session_forms import moment
from minutes.meeting.views.planning import back_with_errors

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_required
@require_POST
def meeting_adjourn(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the meeting pauses."""
    meeting = fetch(request.user, with_agenda(), "meeting.run", pk=pk)
    form = forms.PauseForm(request.POST)
    act(
        form,
        lambda said: actions.adjourn(
            meeting=meeting,
            from_at=moment(meeting, said["from_at"]),
            to_at=moment(meeting, said["to_at"]),
            reason=said["reason"],
            by=request.user,
        ),
    )
    return back_with_errors(request, meeting, form)


@login_required
@require_POST
def meeting_resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the meeting goes on."""
    meeting = fetch(request.user, with_agenda(), "meeting.run", pk=pk)
    form = forms.ResumeForm(request.POST)
    act(
        form,
        lambda said: actions.resume(
            meeting=meeting, to_at=moment(meeting, said["to_at"]), by=request.user
        ),
    )
    return back_with_errors(request, meeting, form)


@login_required
@require_POST
def adjournment_remove(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Take away a pause noted by mistake."""
    meeting = fetch(request.user, with_agenda(), "meeting.run", pk=pk)
    pause = get_object_or_404(meeting.adjournments, pk=row)
    actions.remove_adjournment(adjournment=pause, by=request.user)
    return redirect(meeting)


@login_required
@require_POST
def agenda_settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the agenda as the meeting settled it."""
    meeting = fetch(request.user, with_agenda(), "meeting.run", pk=pk)
    actions.settle_agenda(meeting=meeting, by=request.user)
    messages.success(request, _("The agenda is settled."))
    return redirect(meeting)


@login_required
@require_POST
def meeting_continue(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan the continuation of a meeting that did not finish."""
    meeting = fetch(request.user, with_agenda(), "meeting.plan", pk=pk)
    form = forms.ContinueForm(request.POST)
    new = act(
        form,
        lambda said: actions.continue_meeting(meeting=meeting, by=request.user, **said),
    )
    return redirect(new) if new else back_with_errors(request, meeting, form)

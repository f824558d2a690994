"""The list of meetings, planning one, and its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.queries import fetch
from boards.board.models import Board
from boards.shared.clock import STOCKHOLM, local, today
from boards.shared.forms import act
from minutes.meeting import actions, forms
from minutes.meeting.models import Meeting
from minutes.meeting.pages import STEP_LABELS, meeting_overview
from minutes.meeting.queries import (
    boards_to_plan,
    meetings_of_staff,
    steps_of,
    with_agenda,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_required
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show the meetings of every board the user works for."""
    pages = Paginator(meetings_of_staff(request.user), 30)
    page = pages.get_page(request.GET.get("page"))
    reached = steps_of(list(page))
    rows = [(row, reached[row.pk], STEP_LABELS[reached[row.pk]]) for row in page]
    context = {"page": page, "rows": rows, "boards": boards_to_plan(request.user)}
    return render(request, "minutes/meeting/list.html", context)


@login_required
def meeting_plan(request: HttpRequest, board: int) -> HttpResponse:
    """Plan a meeting of a board."""
    of = fetch(request.user, Board.objects.all(), "meeting.plan", pk=board)
    initial = {"starts_at": local(today(), 9), "secretary": request.user}
    form = forms.MeetingPlanForm(request.POST or None, board=of, initial=initial)
    meeting = form.is_bound and act(
        form, lambda said: actions.plan_meeting(board=of, by=request.user, **said)
    )
    if meeting:
        return redirect(meeting)
    context = {"form": form, "board": of, "title": _("Plan a meeting")}
    return render(request, "minutes/meeting/form.html", context)


@login_required
def meeting_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the secretary's one page for a meeting."""
    meeting = fetch(request.user, with_agenda(), "meeting.view", pk=pk)
    context = meeting_overview(meeting, request.user)
    moment = meeting.starts_at.astimezone(STOCKHOLM)
    context |= {
        "opening": forms.OpeningForm(initial={"starts_at": moment}),
        "closing": forms.ClosingForm(),
        "cancelling": forms.CancelForm(),
        "pausing": forms.PauseForm(),
        "resuming": forms.ResumeForm(),
        "continuing": forms.ContinueForm(auto_id="continue_%s"),
    }
    return render(request, "minutes/meeting/detail.html", context)


@login_required
def meeting_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change time, place or secretary."""
    meeting = fetch(request.user, with_agenda(), "meeting.plan", pk=pk)
    initial = {
        "starts_at": meeting.starts_at,
        "place": meeting.place,
        "secretary": meeting.secretary,
    }
    form = forms.MeetingChangeForm(
        request.POST or None, board=meeting.board, initial=initial
    )
    return change_with(request, meeting, form, _("Change the meeting"))


@login_required
def meeting_approval_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Say where and when the minutes are to be approved."""
    meeting = fetch(request.user, with_agenda(), "meeting.plan", pk=pk)
    initial = {
        "approval_place": meeting.approval_place,
        "approval_planned_at": meeting.approval_planned_at,
        "minutes_number": meeting.minutes_number,
    }
    form = forms.PlannedApprovalForm(request.POST or None, initial=initial)
    return change_with(request, meeting, form, _("Place and time of the approval"))


def change_with(
    request: HttpRequest, meeting: Meeting, form: object, title: str
) -> HttpResponse:
    """Change the meeting by a form, or show the form with what is wrong."""
    changed = form.is_bound and act(
        form,
        lambda said: actions.change_meeting(meeting=meeting, by=request.user, **said),
    )
    if changed:
        messages.success(request, _("Saved."))
        return redirect(meeting)
    context = {"form": form, "board": meeting.board, "meeting": meeting, "title": title}
    return render(request, "minutes/meeting/form.html", context)


@login_required
@require_POST
def meeting_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call the meeting off."""
    meeting = fetch(request.user, with_agenda(), "meeting.plan", pk=pk)
    form = forms.CancelForm(request.POST)
    act(
        form,
        lambda said: actions.cancel_meeting(meeting=meeting, by=request.user, **said),
    )
    return back_with_errors(request, meeting, form)


@login_required
@require_POST
def meeting_open(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the meeting and go to its attendance."""
    meeting = fetch(request.user, with_agenda(), "meeting.run", pk=pk)
    form = forms.OpeningForm(request.POST)
    opened = act(
        form,
        lambda said: actions.open_meeting(meeting=meeting, by=request.user, **said),
    )
    if opened:
        return redirect("meeting-attendance", pk=pk)
    return back_with_errors(request, meeting, form)


@login_required
@require_POST
def meeting_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the meeting."""
    meeting = fetch(request.user, with_agenda(), "meeting.run", pk=pk)
    form = forms.ClosingForm(request.POST)
    act(
        form,
        lambda said: actions.close_meeting(meeting=meeting, by=request.user, **said),
    )
    return back_with_errors(request, meeting, form)


def back_with_errors(
    request: HttpRequest, meeting: Meeting, form: object
) -> HttpResponse:
    """Go back to the meeting's page and say there what was wrong, if anything."""
    for field, errors in form.errors.items():
        label = form.fields[field].label if field in form.fields else ""
        for error in errors:
            messages.error(request, f"{label}: {error}" if label else error)
    return redirect(meeting)

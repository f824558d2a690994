"""Attendance: the upprop, comings and goings, substitutes, justerare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.queries import fetch
from boards.shared.forms import act, refused
from boards.shared.refusals import Refusal, Refused
from minutes.meeting import actions
from minutes.meeting import session_forms as forms
from minutes.meeting.facts import attendances_of
from minutes.meeting.models import AgendaItem, ChosenChair, Meeting, ServingSpan
from minutes.meeting.pages import attendance_page
from minutes.meeting.queries import choosable, with_agenda

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

TEMPLATE = "minutes/meeting/attendance.html"


@login_required
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who is there, for which points, and whether they are enough."""
    meeting = fetch(request.user, with_agenda(), "meeting.run", pk=pk)
    return render(request, TEMPLATE, attendance_page(meeting))


def to_run(request: HttpRequest, pk: int) -> Meeting:
    """Return the meeting if the user runs it."""
    return fetch(request.user, with_agenda(), "meeting.run", pk=pk)


def answer(
    request: HttpRequest, meeting: Meeting, done: object, **bound: Any
) -> HttpResponse:
    """Go back to the page when it was done, else show it with what is wrong."""
    if done is not None:
        messages.success(request, _("Saved."))
        return redirect("meeting-attendance", pk=meeting.pk)
    page = attendance_page(meeting)
    for name, form in bound.items():
        if hasattr(form, "helper"):
            form.helper.form_action = page[name].helper.form_action
    return render(request, TEMPLATE, page | bound, status=409)


@login_required
@require_POST
def roll_call(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the upprop as one: all of it or nothing."""
    meeting = to_run(request, pk)
    rules = meeting.board.regulations_on(meeting.held_on)
    roll = forms.RollCallForm(
        request.POST,
        people=attendances_of(meeting),
        distance=rules.distance_allowed,
    )
    done = write_roll(roll, request) if roll.is_valid() else None
    return answer(request, meeting, done, roll=roll)


def write_roll(roll: forms.RollCallForm, request: HttpRequest) -> bool | None:
    """Carry out the changes; a refusal undoes them and stands in the form."""
    try:
        with transaction.atomic():
            for row, is_present, mode in roll.changes():
                actions.set_attendance(
                    attendance=row, is_present=is_present, mode=mode, by=request.user
                )
    except Refused as no:
        refused(roll, no)
        return None
    return True


@login_required
@require_POST
def arrive(request: HttpRequest, pk: int) -> HttpResponse:
    """Write an arrival."""
    meeting = to_run(request, pk)
    form = forms.ArrivalForm(request.POST, meeting=meeting, prefix="in")
    done = act(
        form,
        lambda said: actions.arrive(
            attendance=said["person"],
            at_item=said["item"],
            clock=forms.moment(meeting, said["clock"]),
            reason=said["reason"],
            part=said["part"],
            by=request.user,
        ),
    )
    return answer(request, meeting, done, arrival=form)


@login_required
@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a departure."""
    meeting = to_run(request, pk)
    form = forms.DepartureForm(request.POST, meeting=meeting, prefix="out")
    done = act(
        form,
        lambda said: actions.leave(
            attendance=said["person"],
            after_item=said["item"],
            clock=forms.moment(meeting, said["clock"]),
            part=said["part"],
            by=request.user,
        ),
    )
    return answer(request, meeting, done, departure=form)


@login_required
@require_POST
def stays(request: HttpRequest, pk: int) -> HttpResponse:
    """Write all the points somebody was there for."""
    meeting = to_run(request, pk)
    form = forms.StaysForm(request.POST, meeting=meeting, prefix="stay")
    done = act(
        form,
        lambda said: actions.write_stays(
            attendance=said["person"],
            stays=form.stays(),
            reason=said["reason"],
            by=request.user,
        ),
    )
    return answer(request, meeting, done, stays=form)


@login_required
@require_POST
def serve(request: HttpRequest, pk: int) -> HttpResponse:
    """Call in a substitute."""
    meeting = to_run(request, pk)
    form = forms.ServiceForm(request.POST, meeting=meeting, prefix="serve")
    done = act(
        form,
        lambda said: actions.call_in_substitute(
            substitute=said["substitute"],
            in_place_of=said["member"],
            span=(said["first"], said["last"]),
            cause=said["cause"],
            reason=said["reason"],
            by=request.user,
        ),
    )
    return answer(request, meeting, done, service=form)


@login_required
@require_POST
def end_service(request: HttpRequest, pk: int) -> HttpResponse:
    """End a service after a point, or take it away."""
    spans = ServingSpan.objects.select_related("meeting__board", "substitute")
    service = fetch(request.user, spans, "meeting.run", pk=pk)
    asked = request.POST.get("after_item", "")
    item = (
        AgendaItem.objects.filter(meeting=service.meeting_id, pk=asked).first()
        if asked.isdigit()
        else None
    )
    actions.end_service(service=service, after_item=item, by=request.user)
    return redirect("meeting-attendance", pk=service.meeting_id)


@login_required
@require_POST
def swap(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the member's own party take a seat over from a point on."""
    spans = ServingSpan.objects.select_related("meeting__board", "substitute")
    service = fetch(request.user, spans, "meeting.run", pk=pk)
    form = forms.SwapForm(request.POST, meeting=service.meeting)
    if not form.is_valid():
        raise Refused([Refusal("substitution.not_a_substitute", "KL 6:17")])
    actions.change_substitute(
        service=service,
        substitute=form.cleaned_data["substitute"],
        from_item=form.cleaned_data["item"],
        by=request.user,
    )
    return redirect("meeting-attendance", pk=service.meeting_id)


@login_required
@require_POST
def choose_chair(request: HttpRequest, pk: int) -> HttpResponse:
    """Write who was chosen to preside."""
    meeting = to_run(request, pk)
    form = forms.ChairForm(request.POST, meeting=meeting, prefix="chair")
    done = act(
        form,
        lambda said: actions.choose_chair(
            attendance=said["chair"],
            span=(said["first"], said["last"]),
            by=request.user,
        ),
    )
    return answer(request, meeting, done, chair=form)


@login_required
@require_POST
def withdraw_chair(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back that somebody was chosen to preside."""
    rows = ChosenChair.objects.select_related("meeting__board", "attendance")
    chair = fetch(request.user, rows, "meeting.run", pk=pk)
    meeting = chair.meeting_id
    actions.withdraw_chair(chair=chair, by=request.user)
    return redirect("meeting-attendance", pk=meeting)


@login_required
@require_POST
def approvers(request: HttpRequest, pk: int) -> HttpResponse:
    """Write whom the meeting chose to approve its minutes."""
    meeting = to_run(request, pk)
    form = forms.ApproversForm(
        request.POST, meeting=meeting, prefix="sign", choosable=choosable(meeting)
    )
    done = act(
        form,
        lambda said: actions.choose_approvers(
            meeting=meeting,
            chosen=list(said["approvers"]),
            reserves=list(said["reserves"]),
            for_item=said["for_item"],
            by=request.user,
        ),
    )
    return answer(request, meeting, done, approvers=form)


@login_required
@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add staff, union, an observer or a guest."""
    meeting = to_run(request, pk)
    form = forms.AttendeeForm(request.POST, meeting=meeting, prefix="add")
    done = act(
        form,
        lambda _said: actions.add_attendee(
            attendance=form.attendance(), stays=form.stays(), by=request.user
        ),
    )
    return answer(request, meeting, done, attendee=form)

"""The pages of review: the reviewer's, made for a phone, and the secretary's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from boards.access.queries import fetch
from boards.shared.forms import act, refused
from boards.shared.refusals import Refused
from minutes.item.actions import Conflict
from minutes.meeting.models import Meeting
from minutes.review import actions
from minutes.review.forms import AnswerForm, LookForm, SendForm, TakeOverForm
from minutes.review.models import Look
from minutes.review.pages import (
    form_of,
    look_part,
    own_rows,
    read_page,
    review_page,
)
from minutes.review.queries import reviewed

if TYPE_CHECKING:
    from django.http import HttpRequest

    from minutes.review.queries import Reviewed

REFUSED = 409


def of(request: HttpRequest, permission: str, pk: int) -> Meeting:
    """Return the meeting if the user may."""
    meetings = Meeting.objects.select_related("board__host", "secretary__person")
    return fetch(request.user, meetings, permission, pk=pk)


@login_required
@require_GET
def review_read(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a reviewer their §§ and how far they have come."""
    meeting = of(request, "review.look", pk)
    context = read_page(meeting, own_rows(meeting, request.user))
    return render(request, "minutes/review/read.html", context)


@login_required
def review_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Show one § to its reviewer, and save what they say of it."""
    meeting = of(request, "review.look", pk)
    rows = own_rows(meeting, request.user)
    place = next((at for at, row in enumerate(rows) if row.item.pk == item), None)
    if place is None:
        raise Http404
    form = None
    if request.method == "POST":
        form = form_of(rows[place], request.POST)
        if save(request, rows[place], form):
            return onward(meeting, rows, place)
    context = read_page(meeting, rows, **around(rows, place, form))
    status = REFUSED if form else 200
    return render(request, "minutes/review/item.html", context, status=status)


def around(rows: list[Reviewed], place: int, form: Any) -> dict[str, Any]:
    """Return the § at a place, with the ones before and after it."""
    return {
        "part": look_part(rows[place], form),
        "before": rows[place - 1] if place else None,
        "after": rows[place + 1] if place + 1 < len(rows) else None,
        "place": place + 1,
    }


def onward(meeting: Meeting, rows: list[Reviewed], place: int) -> HttpResponse:
    """Go to the next § that is still to be looked at, else back to the list."""
    later = [*rows[place + 1 :], *rows[:place]]
    left = (row for row in later if not row.is_held and not row.seats[0].has_looked)
    following = next(left, None)
    if following is None:
        return redirect("review-read", pk=meeting.pk)
    return redirect("review-item", pk=meeting.pk, item=following.item.pk)


@login_required
def review_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a reviewer all their §§ on one page, and save what they say of any."""
    meeting = of(request, "review.look", pk)
    rows = own_rows(meeting, request.user)
    kept: dict[int, LookForm] = {}
    if request.method == "POST":
        kept = save_all(request, rows)
        if not kept:
            return redirect("review-all", pk=pk)
        rows = own_rows(meeting, request.user)
    parts = [look_part(row, kept.get(row.item.pk)) for row in rows]
    context = read_page(meeting, rows, parts=parts, kept=list(kept.values()))
    status = REFUSED if kept else 200
    return render(request, "minutes/review/all.html", context, status=status)


def save_all(request: HttpRequest, rows: list[Reviewed]) -> dict[int, LookForm]:
    """Save every § of which something was said; return the forms that were refused."""
    sent = {row.item.pk: form_of(row, request.POST) for row in rows if not row.is_held}
    forms = {pk: form for pk, form in sent.items() if form.is_sent}
    said = {
        row.item.pk: row
        for row in rows
        if row.item.pk in forms
        and (not forms[row.item.pk].is_valid() or forms[row.item.pk].says_something())
    }
    left = {
        pk: forms[pk] for pk, row in said.items() if not save(request, row, forms[pk])
    }
    if count := len(said) - len(left):
        text = ngettext("%(count)s § saved.", "%(count)s §§ saved.", count)
        messages.success(request, text % {"count": count})
    return left


def save(request: HttpRequest, row: Reviewed, form: LookForm) -> bool:
    """Save what is said of one §: all of it, or nothing and the reasons in the form."""
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            for field, said in form.said():
                look_through(request, row, field, said)
    except Refused as no:
        refused(form, no)
        return False
    return True


def look_through(
    request: HttpRequest, row: Reviewed, field: str, said: actions.Said
) -> None:
    """Save one thing that is said; a no without a field belongs to this one."""
    try:
        actions.look_through(item=row.item, said=said, by=request.user)  # type: ignore[arg-type]  # logged in
    except Refused as no:
        rows = [replace(one, field=one.field or field) for one in no.refusals]
        raise Refused(rows) from no


@login_required
@require_GET
def review_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the secretary who has come how far, and all remarks per §."""
    return detail(request, of(request, "review.view", pk))


def detail(
    request: HttpRequest, meeting: Meeting, status: int = 200, **bound: Any
) -> HttpResponse:
    """Answer with the secretary's page; forms in `bound` keep what was typed."""
    context = review_page(meeting, request.user, **bound)  # type: ignore[arg-type]  # logged in
    return render(request, "minutes/review/detail.html", context, status=status)


@login_required
@require_POST
def review_send(request: HttpRequest, pk: int) -> HttpResponse:
    """Send §§ to those who will sign them."""
    meeting = of(request, "review.send", pk)
    form = SendForm(request.POST, meeting=meeting, rows=reviewed(meeting))
    sent = act(
        form,
        lambda said: actions.send_for_review(meeting=meeting, by=request.user, **said),
    )
    if sent:
        messages.success(request, _("The §§ are out. The reviewers get a mail."))
        return redirect("review-detail", pk=pk)
    return detail(request, meeting, REFUSED, sending=form)


def look_for(request: HttpRequest, pk: int) -> Look:
    """Return a remark if the user may answer it."""
    looks = Look.objects.select_related(
        "reviewer__review_item__review__meeting__board__host",
        "reviewer__review_item__review__meeting__secretary__person",
    )
    return fetch(request.user, looks, "review.answer", pk=pk)


def back(look: Look) -> HttpResponse:
    """Go back to the § the remark is about."""
    row = look.reviewer.review_item
    url = reverse("review-detail", args=[row.review.meeting_id])
    return redirect(f"{url}#item-{row.item_id}")


@login_required
@require_POST
def review_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a remark, or say that the § was changed."""
    look = look_for(request, pk)
    form = AnswerForm(request.POST, auto_id=f"a{pk}-%s")
    answer = actions.answer_look
    if act(form, lambda said: answer(look=look, by=request.user, **said)):
        return back(look)
    meeting = look.reviewer.review_item.review.meeting
    return detail(request, meeting, REFUSED, **{f"answer{pk}": form})


@login_required
@require_POST
def review_take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a proposed wording into the §; show both when somebody saved first."""
    look = look_for(request, pk)
    form = TakeOverForm(request.POST)
    meeting = look.reviewer.review_item.review.meeting
    try:
        if act(
            form, lambda said: actions.take_over(look=look, by=request.user, **said)
        ):
            messages.success(request, _("The proposed wording is in the §."))
            return back(look)
    except Conflict as both:
        return detail(request, meeting, REFUSED, **{f"theirs{pk}": both.as_json()})
    return detail(request, meeting, REFUSED, **{f"taking{pk}": form})

"""The live view: one screen for the running meeting, and what is sent from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from boards.access.queries import fetch
from boards.shared.forms import act
from minutes.item.forms import act_on_rows
from minutes.item.models import MinutesItem
from minutes.item.service import ServiceMap
from minutes.item.views import note_votes
from minutes.item.views.verbs import PARTS, ROW_PARTS, ROW_VERBS
from minutes.item.vote_form import VoteForm
from minutes.live import actions
from minutes.live.pages import follow_page, live_page
from minutes.live.parts import DECISION, ITEM_PARTS, ROOM_PARTS, item_form, room_form
from minutes.live.queries import DECIDING, VOTING, live_meetings, pulse, shown
from minutes.meeting.models import AgendaItem

if TYPE_CHECKING:
    from django.http import HttpRequest

    from minutes.meeting.models import Meeting

REFUSED = 409
NOTHING_NEW = 204


def asked_point(request: HttpRequest) -> int | None:
    """Return the point named in the address or sent with the form."""
    said = request.POST.get("punkt") or request.GET.get("punkt", "")
    return int(said) if said.isdigit() else None


def to_run(request: HttpRequest, pk: int) -> Meeting:
    """Return the meeting if the user runs it."""
    return fetch(request.user, live_meetings(), "meeting.run", pk=pk)


def page_of(
    request: HttpRequest,
    meeting: Meeting,
    bound: dict[str, Any] | None = None,
    template: str = "minutes/live/live.html",
) -> HttpResponse:
    """Answer with the secretary's view, whole or only what changes."""
    page = live_page(meeting, asked_point(request), bound)
    page["pulse_url"] = reverse("live-pulse", args=[meeting.pk])
    page["live_url"] = reverse("live", args=[meeting.pk])
    status = REFUSED if bound else 200
    return render(request, template, page, status=status)


def follow_of(
    request: HttpRequest, meeting: Meeting, template: str = "minutes/live/follow.html"
) -> HttpResponse:
    """Answer with the view of those who are called."""
    page = follow_page(meeting, asked_point(request), request.user)
    page["pulse_url"] = reverse("live-follow-pulse", args=[meeting.pk])
    page["live_url"] = reverse("live-follow", args=[meeting.pk])
    return render(request, template, page)


@login_required
@require_GET
@never_cache
def live(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the running meeting to its secretary."""
    return page_of(request, to_run(request, pk))


@login_required
@require_GET
@never_cache
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the running meeting to its chair and all who are called."""
    meeting = fetch(request.user, live_meetings(), "meeting.follow", pk=pk)
    return follow_of(request, meeting)


def has_news(request: HttpRequest, meeting: Meeting) -> bool:
    """Say whether anything has happened since the page was shown."""
    return request.GET.get("sedan") != str(pulse(meeting))


@login_required
@require_GET
@never_cache
def live_pulse(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with what is new for the secretary, or with nothing."""
    meeting = to_run(request, pk)
    if not has_news(request, meeting):
        return HttpResponse(status=NOTHING_NEW)
    return page_of(request, meeting, template="minutes/live/_live.html")


@login_required
@require_GET
@never_cache
def follow_pulse(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with what is new for those who follow, or with nothing."""
    meeting = fetch(request.user, live_meetings(), "meeting.follow", pk=pk)
    if not has_news(request, meeting):
        return HttpResponse(status=NOTHING_NEW)
    return follow_of(request, meeting, "minutes/live/_live.html")


def back(meeting: Meeting, point: int | None, anchor: str) -> HttpResponse:
    """Go back to the same point; the address names it only when it is not the one."""
    address = reverse("live", args=[meeting.pk])
    if point and point != meeting.current_item_id:
        address = f"{address}?punkt={point}"
    return redirect(f"{address}#live-{anchor}")


@login_required
@require_POST
def live_go(request: HttpRequest, pk: int, point: int) -> HttpResponse:
    """Go to a point: the meeting is there for everybody."""
    meeting = to_run(request, pk)
    item = get_object_or_404(AgendaItem, meeting=meeting, pk=point)
    meeting = actions.go_to_item(meeting=meeting, item=item, by=request.user)
    return back(meeting, None, "point")


def item_of(request: HttpRequest, meeting: Meeting, **lookup: Any) -> MinutesItem:
    """Return the § the form was sent for, if the user may write it.

    A form that names no point is about the one being handled.
    """
    if not lookup:
        lookup = {"agenda_item": shown(meeting, asked_point(request)).point}
    items = MinutesItem.objects.select_related("agenda_item__case", "meeting__board")
    return fetch(request.user, items, "item.edit", meeting=meeting, **lookup)


@login_required
@require_POST
def live_part(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Carry out one form of the view; what was typed stays when it is refused."""
    meeting = to_run(request, pk)
    if part in ROOM_PARTS:
        form = room_form(part, shown(meeting, asked_point(request)), request.POST)
        carry_out = ROOM_PARTS[part].carry_out
        done = act(form, lambda said: carry_out(form, request.user, said))
    elif part in ITEM_PARTS:
        item = item_of(request, meeting)
        form = item_form(part, item, ServiceMap(meeting).at(item), request.POST)
        done = act(form, lambda said: PARTS[part][1](item, request.user, said))
    else:
        raise Http404
    if done is None:
        return page_of(request, meeting, {part: form})
    return back(meeting, asked_point(request), part)


def seen(request: HttpRequest) -> int:
    """Return which version of what is written over the sender had on the screen."""
    said = request.POST.get("seen", "")
    return int(said) if said.isdigit() else 0


@login_required
@require_POST
def live_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the gavel fall, unless somebody else has written the decision meanwhile."""
    meeting = to_run(request, pk)
    item = item_of(request, meeting)
    _name, make, carry_out = ROW_PARTS[DECISION]
    form = make(item, request.POST)

    def write(said: dict[str, Any]) -> Any:
        with actions.unless_changed(item, DECIDING, seen(request)):
            return carry_out(item, request.user, said)

    if act_on_rows(form, write) is None:
        return page_of(request, meeting, {DECISION: form})
    return back(meeting, asked_point(request), DECISION)


@login_required
@require_POST
def live_votes(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Note the votes of a question, unless somebody else has noted them meanwhile."""
    meeting = to_run(request, pk)
    item = item_of(request, meeting, rounds=row)
    round_ = item.rounds.get(pk=row)
    service = ServiceMap(meeting).at(item)
    form = VoteForm(request.POST, item=item, service=service, round_=round_)

    def write(said: dict[str, Any]) -> Any:
        with actions.unless_changed(item, VOTING, seen(request)):
            return note_votes(form, round_, request.user, said)

    if act(form, write) is None:
        return page_of(request, meeting, {"refused_votes": {row: form}})
    return back(meeting, asked_point(request), "rounds")


@login_required
@require_POST
def live_row(
    request: HttpRequest, pk: int, part: str, row: int, verb: str
) -> HttpResponse:
    """Do one thing with one row of the §: answer a question, withdraw a yrkande."""
    meeting = to_run(request, pk)
    if part not in ITEM_PARTS or (part, verb) not in ROW_VERBS:
        raise Http404
    relation, carry_out = ROW_VERBS[part, verb]
    item = item_of(request, meeting, **{relation: row})
    carry_out(getattr(item, relation).get(pk=row), request.user)
    return back(meeting, asked_point(request), part)

"""Pages without login: they read publication rows, set no cookie and know no user."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_date

from boards.shared.clock import today
from boards.shared.published.pages import public_page
from boards.shared.published.tombstones import shown_or_gone
from boards.shared.storage import read_bytes
from minutes.portal import aftermath, queries, timeline, votes
from minutes.portal.linking import linked
from minutes.publication import indexing, structured
from minutes.publication.models import PublishedBoard, PublishedItem

PAGES = "minutes/portal/"


@public_page
def calendar(request: HttpRequest) -> HttpResponse:
    """Every meeting to come, month by month, of all boards."""
    context = {"coming": queries.coming(today())}
    return render(request, f"{PAGES}calendar.html", context)


def board_of(slug: str) -> PublishedBoard:
    """Return the board of an address."""
    rows = PublishedBoard.objects.prefetch_related("municipalities")
    return get_object_or_404(rows, slug=slug)


@public_page
def seats(request: HttpRequest, slug: str) -> HttpResponse:
    """Who sits on a board on a day: today unless another is asked for."""
    row = board_of(slug)
    typed = request.GET.get("datum", "").strip()[:20]
    day = read_day(typed)
    found = queries.seats_on(row, day or today())
    context = {
        "board": row,
        "said": structured.members(row, found),
        "typed": typed,
        "day": day or today(),
        "is_odd": bool(typed) and day is None,
        "seats": found,
    }
    return render(request, f"{PAGES}seats.html", context)


def read_day(typed: str) -> date | None:
    """Return the day that was typed as 2020-09-29; nothing for what is no day."""
    try:
        return parse_date(typed)
    except ValueError:
        return None


@public_page
def item(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One §: what was proposed, voted and decided, and what happened next."""
    row = item_of(pk, number)
    context = {
        "item": row,
        "said": structured.item(row),
        "html": linked(row.html),
        "points": row.facts.get("points", []),
        "rounds": [votes.shown(one) for one in row.facts.get("rounds", [])],
        "after": aftermath.of(row, today()),
        "beside": queries.neighbours(row),
        "may_be_kept": indexing.items().filter(pk=row.pk).exists(),
    }
    return render(request, f"{PAGES}item.html", context)


@public_page
def point(request: HttpRequest, pk: int, number: int, label: str) -> HttpResponse:
    """One beslutspunkt, with an address of its own."""
    row = item_of(pk, number)
    found = [one for one in row.facts.get("points", []) if one["number"] == label]
    if not found:
        raise Http404
    context = {
        "item": row,
        "point": found[0],
        "after": aftermath.of(row, today(), label),
    }
    return render(request, f"{PAGES}point.html", context)


def item_of(pk: int, number: int) -> PublishedItem:
    """Return the § of an address."""
    return shown_or_gone(queries.items(), minutes=pk, number=number)


@public_page
def case(request: HttpRequest, board: str, slug: str) -> HttpResponse:
    """An ärende: its way through agendas, decisions and papers."""
    row = shown_or_gone(queries.cases(), queries.numbered(slug), board__slug=board)
    events = queries.events_of(row)
    context = {
        "case": row,
        "events": events,
        "picture": timeline.drawn(events),
        "may_be_kept": indexing.cases().filter(pk=row.pk).exists(),
    }
    return render(request, f"{PAGES}case.html", context)


@public_page
def paper(_request: HttpRequest, pk: int) -> HttpResponse:
    """A published handling as a file, to be saved and never run."""
    row = shown_or_gone(queries.papers(), pk=pk)
    response = HttpResponse(read_bytes(row.sha256), content_type=row.media_type)
    is_pdf = row.media_type == "application/pdf"
    response.headers["Content-Disposition"] = queries.disposition(row, inline=is_pdf)
    if not indexing.papers().filter(pk=row.pk).exists():
        response.headers["X-Robots-Tag"] = "noindex"
    return response


@public_page
def citation(request: HttpRequest) -> HttpResponse:
    """Lead from a citation to what it cites; else say how one is written."""
    typed = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    found = queries.cited(typed)
    if found is not None:
        return HttpResponseRedirect(found)
    context = {"typed": typed}
    return render(request, f"{PAGES}citation.html", context, status=404)

"""Subscribing without login: a GET changes nothing, a button leaves a request.

The pages read what was published, and behind a signed link what the link is about;
the addresses themselves they cannot read.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from boards.shared.forms import act
from boards.shared.published.limits import SUBSCRIPTIONS, limited_form
from boards.shared.published.pages import public_form, public_page
from minutes.publication.queries import portal_municipalities
from minutes.subscription import asking, links, topics
from minutes.subscription.enums import Frequency
from minutes.subscription.forms import SubscribeForm
from minutes.subscription.labels import FREQUENCIES
from minutes.subscription.opening import Opened, behind

PAGES = "minutes/subscription/"
reading_and_sending = require_http_methods(["GET", "HEAD", "POST"])


@limited_form(SUBSCRIPTIONS)
@public_form
@reading_and_sending
def subscribe(request: HttpRequest) -> HttpResponse:
    """Choose what to follow; then leave an address."""
    asked = topics.asked_in(request.GET)
    thing = topics.followed(asked) if asked else None
    if thing is None:
        return choices(request, is_unknown=asked is not None)
    form = SubscribeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and act(form, lambda said: asking.ask(thing=thing, **said)):
        return redirect("subscribe-thanks")
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = {"thing": thing, "form": form}
    return render(request, f"{PAGES}subscribe.html", context, status=status)


def choices(request: HttpRequest, *, is_unknown: bool) -> HttpResponse:
    """List what can be followed."""
    rows = [
        (topics.notice_board(one), [topics.board(row) for row in one.boards.all()])
        for one in portal_municipalities()
    ]
    context = {"rows": rows, "is_unknown": is_unknown}
    status = HTTPStatus.NOT_FOUND if is_unknown else HTTPStatus.OK
    return render(request, f"{PAGES}choices.html", context, status=status)


@public_page
def thanks(request: HttpRequest) -> HttpResponse:
    """Ask to look for the mail; the same whether the address is known or not."""
    return render(request, f"{PAGES}thanks.html")


@public_form
@reading_and_sending
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """One button that says yes."""
    key = links.key_in(links.CONFIRM, token)
    rows = behind(key) if key else []
    if key is None or not rows:
        return too_old(request)
    if request.method == "POST":
        asking.confirm(key=key)
        return done(request, "confirmed", rows)
    return one_button(request, "confirm", rows)


@public_form
@reading_and_sending
def end(request: HttpRequest, token: str) -> HttpResponse:
    """One button that ends it; a mail program presses it by itself (RFC 8058)."""
    key = links.key_in(links.END, token)
    if key is None:
        return too_old(request)
    rows = behind(key)
    if request.method == "POST":
        asking.end(key=key)
        return done(request, "ended", rows)
    if not rows:
        return done(request, "ended", rows)
    return one_button(request, "end", rows)


@public_form
@reading_and_sending
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """All that an address follows: see it, change it, end it."""
    key = links.key_in(links.MANAGE, token)
    if key is None:
        return too_old(request)
    if request.method == "POST" and left(request, key):
        return done(request, "changed", [])
    rows = behind(key)
    context = {"rows": labelled(rows), "frequencies": FREQUENCIES}
    return render(request, f"{PAGES}manage.html", context)


def left(request: HttpRequest, key: UUID) -> bool:
    """Leave what was chosen among one's subscriptions; False when it says nothing."""
    if request.POST.get("do") == "end_all":
        return bool(asking.end_all(key=key))
    try:
        chosen = UUID(request.POST.get("chosen", "")[:36])
    except ValueError:
        return False
    frequency = request.POST.get("frequency", "")
    if request.POST.get("do") == "end":
        return bool(asking.end(key=key, chosen=chosen))
    if request.POST.get("do") == "change" and frequency in set(Frequency):
        return bool(asking.change(key=key, chosen=chosen, frequency=frequency))
    return False


def labelled(rows: list[Opened]) -> list[dict[str, Any]]:
    """Return subscriptions with what they are to; of what is gone no name is left."""
    things = topics.named((row.topic, row.target) for row in rows)
    return [
        {
            "row": row,
            "thing": things.get((row.topic, row.target)),
            "often": FREQUENCIES[row.frequency],
        }
        for row in rows
    ]


def one_button(request: HttpRequest, what: str, rows: list[Opened]) -> HttpResponse:
    """Show what a link is about, and one button."""
    context = {"rows": labelled(rows)}
    return render(request, f"{PAGES}{what}.html", context)


def done(request: HttpRequest, what: str, rows: list[Opened]) -> HttpResponse:
    """Say what happens now; no redirect, which one press from a mail cannot follow."""
    context = {"what": what, "rows": labelled(rows)}
    return render(request, f"{PAGES}done.html", context)


def too_old(request: HttpRequest) -> HttpResponse:
    """Say that a link does not work, and how to get another."""
    return render(request, f"{PAGES}too_old.html", status=HTTPStatus.GONE)

"""How much one client may ask for in a while, so that there is room for all.

Pages are counted in each process: a server with four of them lets four times as much
through, and asks no database for it. What is sent in is counted in the database, over
all of them. A page that is kept is answered before anything is counted.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from http import HTTPStatus
from typing import Any, Protocol

from django.core.cache import caches
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from boards.shared.clients import client_network
from boards.shared.clock import now, today
from boards.shared.published.answers import too_many
from boards.shared.published.models import SentForm

View = Callable[..., HttpResponse]


class Told(Protocol):
    """How somebody is asked to wait."""

    def __call__(self, request: HttpRequest, /, *, retry_after: int) -> HttpResponse:
        """Return the answer."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many answers for one client in each stretch of so many seconds."""

    name: str
    most: int
    seconds: int = 60


# robots.txt asks for one page a second: whoever keeps to it never gets near.
PAGES = Limit("pages", 300)
SEARCH = Limit("search", 30)
OPEN_DATA = Limit("open-data", 120)
FILES = Limit("files", 30)
CHECKS = Limit("checks", 30)


@dataclass(frozen=True, slots=True)
class FormLimit:
    """So many forms taken from one client, and from all together, in a while."""

    name: str
    most: int = 5
    most_of_all: int = 100
    within: timedelta = timedelta(minutes=10)


REPORTS = FormLimit("report")
SUBSCRIPTIONS = FormLimit("subscription")


def limited(limit: Limit, told: Told = too_many) -> Callable[[View], View]:
    """Count who asks; whoever asks too much is told when to come again.

    It stands outside `public_page`, which has a limit of its own for those without: a
    request is counted once, by the outermost.
    """

    def around(view: View) -> View:
        @wraps(view)
        def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not hasattr(request, "is_counted"):
                setattr(request, "is_counted", True)  # noqa: B010  read just above
                wait = count(limit, client_network(request))
                if wait:
                    return told(request, retry_after=wait)
            return view(request, *args, **kwargs)

        return counted

    return around


def count(limit: Limit, client: str) -> int:
    """Count one more; return the seconds to wait, 0 for none.

    A minute is the clock's minute. The cache holds so many counts and lets those go
    that were asked for longest ago: a thousand addresses more cost no more memory.
    """
    stretch, gone = divmod(int(now().timestamp()), limit.seconds)
    key = f"{limit.name}|{stretch}|{client}"
    counts = caches["limits"]
    counts.add(key, 0, timeout=limit.seconds)
    try:
        counted = counts.incr(key)
    except ValueError:
        # Somebody else's count took the place meanwhile, or none are kept.
        return 0
    return limit.seconds - gone if counted > limit.most else 0


def limited_form(limit: FormLimit, told: Told = too_many) -> Callable[[View], View]:
    """Take so many forms from one client, over all processes, and leave the rest.

    It stands outside `public_form`. A form that was sent back for its mistakes counts
    nothing: one that was taken leads on to another page.
    """

    def around(view: View) -> View:
        @wraps(view)
        def taken(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "POST":
                return view(request, *args, **kwargs)
            with transaction.atomic():
                wait = seconds_to_wait(limit, client_hash(limit, request))
                if wait:
                    return told(request, retry_after=wait)
                response = view(request, *args, **kwargs)
                if response.status_code == HTTPStatus.FOUND:
                    remember(limit, client_hash(limit, request))
            return response

        return taken

    return around


def client_hash(limit: FormLimit, request: HttpRequest) -> str:
    """Name a client for today: no address is kept, and tomorrow's name is another."""
    salt = f"{limit.name}|{today()}"
    made = salted_hmac(salt, client_network(request), algorithm="sha256")
    return made.hexdigest()


def seconds_to_wait(limit: FormLimit, client: str) -> int:
    """Return the seconds until a form is taken, 0 for none; one looks at a time."""
    with connection.cursor() as cursor:
        asked = "SELECT pg_advisory_xact_lock(hashtext('sent-form'), hashtext(%s))"
        cursor.execute(asked, [limit.name])
    since = now() - limit.within
    sent = SentForm.objects.filter(form=limit.name, sent_at__gt=since)
    sent = sent.order_by("-sent_at").only("sent_at")
    own, all_of_them = limit.most - 1, limit.most_of_all - 1
    in_the_way = [
        *sent.filter(client=client)[own : own + 1],
        *sent[all_of_them : all_of_them + 1],
    ]
    waits = [(row.sent_at - since).total_seconds() for row in in_the_way]
    return math.ceil(max(waits, default=0))


def remember(limit: FormLimit, client: str) -> None:
    """Count a form that was taken."""
    SentForm.objects.create(form=limit.name, client=client, sent_at=now())


def forget() -> None:
    """Delete what no limit counts any longer."""
    longest = max(REPORTS.within, SUBSCRIPTIONS.within)
    SentForm.objects.filter(sent_at__lt=now() - longest).delete()

"""The one place that knows what time it is; dates are Europe/Stockholm's."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.module_loading import import_string

STOCKHOLM = ZoneInfo("Europe/Stockholm")

_set_moment: ContextVar[datetime | None] = ContextVar("set_moment", default=None)


def now() -> datetime:
    """Return this moment, aware; actions and tasks ask here, rules never do."""
    moment = _set_moment.get()
    if moment is not None:
        return moment
    ask: Callable[[], datetime] = import_string(settings.CLOCK)
    return ask()


def today() -> date:
    """Return the local date: an evening posting belongs to its own day."""
    return now().astimezone(STOCKHOLM).date()


def local(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """Return a local clock time as an aware moment."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=STOCKHOLM)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let what happens inside happen at that moment: for the demo and for imports."""
    token = _set_moment.set(moment)
    try:
        yield
    finally:
        _set_moment.reset(token)

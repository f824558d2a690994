"""What rooms to the right add to the ärende, and tell each other through it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from cases.case.models import Case

# Each gives a part of the page of an ärende as HTML, or None for nothing to say.
panels: list[Callable[[HttpRequest, Case], SafeString | None]] = []

# The same for the list of ärenden.
list_panels: list[Callable[[HttpRequest], SafeString | None]] = []

# Called with an ärende whose title or secrecy has changed, inside the same transaction.
after_change: list[Callable[[Case], None]] = []


class CitedDecision(NamedTuple):
    """A § that decided in an ärende, as others cite it."""

    citation: str
    decided_on: date


# Tables that belong in the § of an ärende, as rich text, asked for by ärenden at once.
tables: list[Callable[[Collection[int]], Mapping[int, str]]] = []

# The §§ that have decided in an ärende.
decisions: list[Callable[[Case], Iterable[CitedDecision]]] = []

# The first meeting of each board in a year, for those that have one.
first_meetings: list[Callable[[Collection[int], int], Mapping[int, date]]] = []

"""What rooms to the right add to the ärende: panels on its page, what follows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from cases.case.models import Case

# Each gives a part of the page of an ärende as HTML, or None for nothing to say.
panels: list[Callable[[HttpRequest, Case], SafeString | None]] = []

# The same for the list of ärenden.
list_panels: list[Callable[[HttpRequest], SafeString | None]] = []

# Called with an ärende whose title or secrecy has changed, inside the same transaction.
after_change: list[Callable[[Case], None]] = []

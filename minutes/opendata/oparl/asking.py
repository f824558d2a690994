"""What a list is asked for: page, limit and times (OParl 1.1, chapter 2.5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from minutes.opendata.oparl.problems import Problem

PAGE_SIZE = 50
MOST_PER_PAGE = 100
COUNT = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})",
    re.ASCII | re.IGNORECASE,
)
# The clock shows whole seconds: what was changed within one counts as changed in it.
SECOND = timedelta(seconds=1)
EARLIEST = datetime(1000, 1, 1, tzinfo=UTC)
LATEST = datetime(9000, 1, 1, tzinfo=UTC)
FILTERS = {
    "created_since": ("created_at", "gte"),
    "created_until": ("created_at", "lt"),
    "modified_since": ("modified", "gte"),
    "modified_until": ("modified", "lt"),
}


@dataclass(frozen=True)
class Asked:
    """One page of a list, as it was asked for."""

    page: int = 1
    limit: int = PAGE_SIZE
    # What was said in words that mean something, for the links to other pages.
    said: Mapping[str, str] = field(default_factory=dict)
    between: Mapping[str, datetime] = field(default_factory=dict)
    omits_internal: bool = False

    @property
    def shows_deleted(self) -> bool:
        """Deleted objects are told to those who ask what has changed."""
        return any(name.startswith("modified__gte") for name in self.between)

    def query(self, page: int) -> str:
        """Return the one way to ask for a page of this list."""
        said = dict(sorted(self.said.items()))
        if page > 1:
            said["page"] = str(page)
        return f"?{urlencode(said)}" if said else ""


def read(query: Mapping[str, str]) -> Asked:
    """Read the parameters of a list; those that OParl does not know are passed over."""
    said: dict[str, str] = {}
    between: dict[str, datetime] = {}
    for name, (column, comparison) in FILTERS.items():
        if name in query:
            value = moment_of(query[name], name)
            said[name] = value.isoformat()
            between[f"{column}__{comparison}"] = (
                value + SECOND if comparison == "lt" else value
            )
    omits = query.get("omit_internal", "false")
    if omits not in {"true", "false"}:
        raise Problem.unclear("omit_internal")
    if omits == "true":
        said["omit_internal"] = omits
    limit = min(count_of(query.get("limit"), "limit", PAGE_SIZE), MOST_PER_PAGE)
    if limit != PAGE_SIZE:
        said["limit"] = str(limit)
    return Asked(
        page=count_of(query.get("page"), "page", 1),
        limit=limit,
        said=said,
        between=between,
        omits_internal=omits == "true",
    )


def count_of(value: str | None, name: str, default: int) -> int:
    """Return a number from 1 upwards."""
    if value is None:
        return default
    if not COUNT.fullmatch(value):
        raise Problem.unclear(name)
    return int(value)


def moment_of(value: str, name: str) -> datetime:
    """Return a moment with its offset; a `+` that was not encoded came as a space."""
    text = value.replace(" ", "+").upper()
    if not MOMENT.fullmatch(text):
        raise Problem.unclear(name)
    try:
        # PostgreSQL takes fewer offsets than a clock may have.
        moment = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Problem.unclear(name) from error
    # Nothing was published before the first, and nothing will be after the last.
    return min(max(moment, EARLIEST), LATEST)

"""Number series: 1, 2, 3 … up to the last that was given, and none beyond."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from boards.integrity.checks import Fault, Looked, ranges
from boards.shared.enums import SeriesKind
from boards.shared.models import NumberSeries


def look_at_series(
    kind: SeriesKind,
    numbered: QuerySet[Any],
    looked: Looked,
    known_from: Mapping[tuple[int, int], int] | None = None,
) -> Iterator[Fault]:
    """Compare rows that have `board`, `year` and `number` with what was given out.

    `known_from` tells for a board and year up to which number gaps are no fault.
    """
    series = NumberSeries.objects.filter(kind=kind).select_related("board")
    for one in series.order_by("board__name", "year").iterator():
        rows = numbered.filter(board=one.board_id, year=one.year, number__gte=1)
        given = set(rows.values_list("number", flat=True))
        looked["numbers"] += len(given)
        before = (known_from or {}).get((one.board_id, one.year), 0)
        given |= set(range(1, before + 1))
        yield from gaps(f"{one.board} {one.year}", kind, given, one.last)


def gaps(where: str, kind: str, given: Collection[int], last: int) -> Iterator[Fault]:
    """Tell which numbers are missing, and which nobody gave out."""
    missing = [number for number in range(1, last + 1) if number not in given]
    if missing:
        said = {"numbers": ranges(missing)}
        yield Fault(where, f"integrity.{kind}_missing", said)
    beyond = sorted(number for number in given if number > last)
    if beyond:
        values = {"numbers": ranges(beyond), "last": last}
        yield Fault(where, f"integrity.{kind}_beyond", values)

"""Whether every § that got a number is there (KL 5:65; P-09)."""

from collections.abc import Iterator

from django.db.models import Max

from boards.integrity.checks import Fault, Looked
from boards.integrity.numbers import look_at_series
from boards.shared.enums import SeriesKind
from boards.shared.models import HistoryEvent
from minutes.item.models import MinutesItem

IMPORTED = ("meeting.imported", "meeting.import_replaced")


def look_at_item_numbers(looked: Looked) -> Iterator[Fault]:
    """Compare the §§ with the numbers that were given."""
    rows = MinutesItem.objects.filter(number__isnull=False)
    yield from look_at_series(SeriesKind.ITEM, rows, looked, imported_to())


def imported_to() -> dict[tuple[int, int], int]:
    """Return the last imported § of each board and year.

    A meeting of old may come alone: the series is moved past it, and what was before
    it is not known here.
    """
    events = HistoryEvent.objects.filter(code__in=IMPORTED, model="minutes.Meeting")
    rows = MinutesItem.objects.filter(meeting__in=events.values("object_id"))
    last = rows.values_list("board", "year").annotate(Max("number")).order_by()
    return {(board, year): number or 0 for board, year, number in last}

"""The numbers historic §§ keep, and the series that goes on after them (P-09)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.shared.enums import SeriesKind
from boards.shared.numbers import last_number, next_number
from minutes.item.models import MinutesItem

if TYPE_CHECKING:
    from minutes.exchange.loading import Loading


def load_numbers(loading: Loading) -> None:
    """Give the §§ the numbers of the file: 1, 2, 3 in order, none of them taken."""
    numbers: list[int | None] = []
    board, year = loading.meeting.board, loading.meeting.held_on.year
    for place, said in enumerate(loading.data["agenda"]):
        if said["key"] not in loading.items:
            continue
        row, pointer = loading.items[said["key"]]
        if pointer != f"/agenda/{place}/item":
            continue
        number = said["item"].get("number")
        where = f"{pointer}/number"
        if number and numbers and numbers[-1] != number - 1:
            loading.problems.add(where, "exchange.number_gap", "P-09", number=number)
        taken = MinutesItem.objects.filter(board=board, year=year, number=number)
        if number and taken.exists():
            loading.problems.add(where, "exchange.number_taken", number=number)
        elif number:
            row.number = number
            row.save(update_fields=["number"])
        numbers.append(number)
    move_series(loading, max((one for one in numbers if one), default=0))


def move_series(loading: Loading, to: int) -> None:
    """Move the board's series on, so that the next § follows the last of the file."""
    if loading.problems:
        return
    board, year = loading.meeting.board, loading.meeting.held_on.year
    last = last_number(board=board, kind=SeriesKind.ITEM, year=year)
    for _step in range(to - last):
        next_number(board=board, kind=SeriesKind.ITEM, year=year)

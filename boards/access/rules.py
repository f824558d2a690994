"""When a role may be given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boards.shared.refusals import Refusal

# From a day to a day; without an end it goes on.
Period = tuple[date, date | None]


def blocks_role(period: Period, others: Sequence[Period]) -> list[Refusal]:
    """Refuse a role that ends before it starts, or that the account holds already."""
    start, end = period
    if end and end < start:
        return [Refusal("role.ends_before_start", field="valid_to")]
    for other_start, other_end in others:
        if start <= (other_end or date.max) and other_start <= (end or date.max):
            values = {"from": other_start}
            return [Refusal("role.held_already", "", values, "valid_from")]
    return []

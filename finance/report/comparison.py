"""A table beside what was: last year, and the forecast of the report before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from finance.report.enums import RowKind
from finance.report.links import format_percent, percent
from finance.report.rules import Row


@dataclass(frozen=True)
class Change:
    """An amount before and after, in öre; empty where there was none."""

    before: int | None
    after: int | None

    @property
    def ore(self) -> int | None:
        """After less before."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def share(self) -> Decimal | None:
        """The change in per cent of what was, none of nothing."""
        ore = self.ore
        return percent(ore, self.before) if ore is not None and self.before else None

    @property
    def words(self) -> str:
        """The share as it is read."""
        return "" if self.share is None else format_percent(self.share)


@dataclass(frozen=True)
class ComparedRow:
    """A row against last year, and its forecast against the one before."""

    label: str
    kind: RowKind
    outcome: Change
    forecast: Change


def compare(
    rows: Sequence[Row], earlier: Mapping[str, int | None]
) -> list[ComparedRow]:
    """Return the rows with how they moved; `earlier` are forecasts by label."""
    return [
        ComparedRow(
            row.label,
            row.kind,
            Change(row.amounts.prior_actual, row.amounts.actual_to_date),
            Change(earlier.get(row.label), row.amounts.forecast_year),
        )
        for row in rows
    ]

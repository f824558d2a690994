"""The points of a decision with their numbers: as data for the history, as words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from minutes.item.labels import point_labels
from minutes.item.models import DecisionPoint

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem

SAID = ("text", "outcome", "appeal", "proposed_to", "addressee", "reason")
IN_WORDS = ("proposed_to", "until", "addressee", "reason", "appeal_text")


def numbered(points: Iterable[Any]) -> list[tuple[str, Any]]:
    """Return the points in order with how they are cited: 1, 2, 2.1."""
    rows = list(points)
    labels = point_labels(rows)
    return [(labels[row.pk], row) for row in rows]


def decision_rows(item: MinutesItem) -> list[dict[str, Any]]:
    """Return everything a decision says, as the history keeps it (P-04)."""
    points = DecisionPoint.objects.filter(item=item).prefetch_related("elected")
    return [as_row(number, point) for number, point in numbered(points)]


def as_row(number: str, point: DecisionPoint) -> dict[str, Any]:
    """Return what one point says; what is empty is left out."""
    row: dict[str, Any] = {name: getattr(point, name) for name in SAID}
    row["until"] = point.until.isoformat() if point.until else ""
    is_told = point.appeal == "administrative"
    row["appeal_text"] = point.appeal_text if is_told else ""
    row["elected"] = [elected_words(one) for one in point.elected.all()]
    return {"number": number, **{name: value for name, value in row.items() if value}}


def elected_words(row: Any) -> str:
    """Return somebody elected: who, to what, when and in whose place."""
    span = "–".join(day.isoformat() for day in (row.valid_from, row.valid_to) if day)
    party = f" ({row.party})" if row.party else ""
    parts = (f"{row.name}{party}", row.post, span, row.in_place_of)
    return ", ".join(part for part in parts if part)


def in_words(rows: Iterable[dict[str, Any] | str]) -> str:
    """Return a decision of the history as one text, for the signers to compare."""
    return " ".join(row if isinstance(row, str) else row_words(row) for row in rows)


def row_words(row: dict[str, Any]) -> str:
    """Return one point in words: number, text, what it does and how it is appealed."""
    meta = DecisionPoint._meta
    outcome = dict(meta.get_field("outcome").flatchoices)[row["outcome"]]
    appeal = dict(meta.get_field("appeal").flatchoices)[row["appeal"]]
    named = [
        f"{meta.get_field(name).verbose_name}: {row[name]}"
        for name in IN_WORDS
        if name in row
    ]
    rest = "; ".join([str(outcome), *row.get("elected", []), *named, str(appeal)])
    return f"{row['number']}. {row['text']} [{rest}]"

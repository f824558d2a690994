"""What was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from minutes.item.actions.steps import (
    lock_begun,
    service_at,
)
from minutes.item.enums import AppealRegime, PointOutcome
from minutes.item.models import DecisionPoint
from minutes.item.rules.decision import DecisionFacts, blocks_decision
from minutes.meeting.enums import MeetingState

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.item.models import MinutesItem


@dataclass(frozen=True, slots=True)
class Point:
    """One att-sats to be: its text, what it does, how it may be appealed."""

    text: str
    outcome: PointOutcome = PointOutcome.ADOPTED
    appeal: AppealRegime = AppealRegime.LEGALITY


@transaction.atomic
def set_decision(
    *,
    item: MinutesItem,
    points: Sequence[Point],
    by: User | None,
    decided_at: datetime | None = None,
) -> MinutesItem:
    """Write the decision; the gavel falls with the first one (KL 5:53, 6:27).

    Information can only be noted and is never appealable (KL 13:2). No points at all
    take the decision away again. What is changed after the meeting is kept with what
    it said before, for the signers to see (P-04).
    """
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    points = [regime_of(item, point) for point in points]
    refuse_if(blocks_points(item, points))
    before = [row.text for row in item.decision_points.all()]
    write_points(item, points)
    item.decided_at = (decided_at or item.decided_at or now()) if points else None
    item.save(update_fields=["decided_at"])
    after = [point.text for point in points]
    is_late = item.meeting.state == MeetingState.CLOSED and bool(before)
    if is_late and before != after:
        record(item, "item.decision_changed", by=by, before=before, after=after)
    elif before != after:
        record(item, "item.decided", by=by)
    return item


def regime_of(item: MinutesItem, point: Point) -> Point:
    """Return the point with the only appeal it can have: none for what is noted."""
    text = point.text.strip()
    if item.is_information or point.outcome == PointOutcome.NOTED:
        outcome = PointOutcome.NOTED if item.is_information else point.outcome
        return Point(text, outcome, AppealRegime.NONE)
    return Point(text, point.outcome, point.appeal)


def blocks_points(item: MinutesItem, points: Sequence[Point]) -> list[Refusal]:
    """Ask the law whether the § may be decided now (KL 5:66, 6:27)."""
    if not points:
        return []
    texts = tuple(point.text for point in points)
    facts = DecisionFacts(
        serving=service_at(item).refusals,
        points=() if item.is_information else texts,
        is_information=item.is_information,
        unsettled_rounds=item.rounds.filter(is_yes__isnull=True).count(),
    )
    return blocks_decision(facts)


def write_points(item: MinutesItem, points: Sequence[Point]) -> None:
    """Put the points in place of those that were; unchanged ones stay as they are."""
    rows = list(item.decision_points.all())
    for position, point in enumerate(points, start=1):
        row = rows[position - 1] if position <= len(rows) else DecisionPoint(item=item)
        wanted = {**asdict(point), "position": position}
        if row.pk and all(getattr(row, name) == wanted[name] for name in wanted):
            continue
        for name, value in wanted.items():
            setattr(row, name, value)
        row.save()
    for row in rows[len(points) :]:
        row.delete()

"""What was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refusal, refuse_if
from minutes.item.actions.steps import (
    lock_begun,
    service_at,
)
from minutes.item.enums import AppealRegime, PointOutcome
from minutes.item.facts import answer_of, is_assembly, needs_agreement
from minutes.item.models import DecisionPoint, Elected
from minutes.item.points import decision_rows
from minutes.item.rules.decision import (
    DecisionFacts,
    ElectedFacts,
    PointFacts,
    blocks_decision,
    blocks_late_change,
    parents,
    regime,
)
from minutes.meeting.enums import MeetingState

if TYPE_CHECKING:
    from datetime import date, datetime

    from boards.person.models import User
    from minutes.item.models import MinutesItem, PropositionRound

OWN_FIELDS = (
    "text",
    "outcome",
    "appeal",
    "appeal_text",
    "proposed_to",
    "until",
    "addressee",
    "reason",
    "round",
)
ELECTED_FIELDS = (
    "name",
    "party",
    "post",
    "valid_from",
    "valid_to",
    "in_place_of",
)


@dataclass(frozen=True, slots=True)
class ElectedPerson:
    """Somebody a point elects, in the order they are to stand."""

    name: str
    post: str
    party: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    in_place_of: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One att-sats to be: its text, what it does, how it may be appealed.

    `depth` 1 puts it under the last point of depth 0: 2, 2.1, 2.2. `pk` is that of the
    row it was read from, so that reservations follow their point when others move.
    """

    text: str
    outcome: PointOutcome = PointOutcome.ADOPTED
    appeal: AppealRegime = AppealRegime.LEGALITY
    depth: int = 0
    appeal_text: str = ""
    proposed_to: str = ""
    until: date | None = None
    addressee: str = ""
    reason: str = ""
    round: PropositionRound | None = None
    elected: tuple[ElectedPerson, ...] = ()
    pk: int | None = None


@transaction.atomic
def set_agreed(*, item: MinutesItem, is_agreed: bool, by: User | None) -> MinutesItem:
    """Note that all present agreed to handle what was not announced (KL 5:15)."""
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    agenda_item = item.agenda_item
    agenda_item.agreed_at = (agenda_item.agreed_at or now()) if is_agreed else None
    agenda_item.save(update_fields=["agreed_at"])
    record(item, "item.agreed" if is_agreed else "item.not_agreed", by=by)
    return item


@transaction.atomic
def set_decision(
    *,
    item: MinutesItem,
    points: Sequence[Point],
    by: User | None,
    decided_at: datetime | None = None,
    comment: str = "",
) -> MinutesItem:
    """Write the decision; the gavel falls with the first one (KL 5:53, 6:27).

    Information can only be noted and is never appealable (KL 13:2). No points at all
    take the decision away again. What is changed after the meeting needs the
    secretary's comment and is kept with what it said, for the signers to see (P-04).
    """
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    points = [tidied(item, point) for point in points]
    refuse_if(blocks_points(item, points))
    before = decision_rows(item)
    write_points(item, points)
    item.decided_at = (decided_at or item.decided_at or now()) if points else None
    item.save(update_fields=["decided_at"])
    after = decision_rows(item)
    if before == after:
        return item
    if not is_late_change(item, before):
        record(item, "item.decided", by=by)
        return item
    # Raised here, where it is known that something changed: all of it is undone.
    refuse_if(blocks_late_change(comment))
    said: dict[str, Any] = {
        "before": before,
        "after": after,
        "comment": comment.strip(),
    }
    record(item, "item.decision_changed", by=by, **said)
    return item


def is_late_change(item: MinutesItem, before: list[dict[str, Any]]) -> bool:
    """Say whether the § was decided otherwise when its meeting closed (P-04)."""
    if item.meeting.state != MeetingState.CLOSED:
        return False
    changed = HistoryEvent.objects.filter(
        code="item.decision_changed", model=item._meta.label, object_id=item.pk
    )
    return bool(before) or changed.exists()


def tidied(item: MinutesItem, point: Point) -> Point:
    """Return the point with the only appeal it can have (KL 13:2)."""
    outcome = PointOutcome.NOTED if item.is_information else point.outcome
    return replace(
        point,
        text=point.text.strip(),
        outcome=outcome,
        appeal=regime(outcome, point.appeal, is_assembly=is_assembly(item)),
    )


def blocks_points(item: MinutesItem, points: Sequence[Point]) -> list[Refusal]:
    """Ask the law whether the § may be decided so now (KL 5:66, 6:27)."""
    found = blocks_dropping(item, points)
    if not points:
        return found
    facts = DecisionFacts(
        serving=service_at(item).refusals,
        points=tuple(point_facts(point) for point in points),
        is_information=item.is_information,
        unsettled_rounds=item.rounds.filter(is_yes__isnull=True).count(),
        needs_agreement=needs_agreement(item),
        held_on=item.meeting.held_on,
    )
    return found + blocks_decision(facts) + blocks_foreign_rounds(item, points)


def point_facts(point: Point) -> PointFacts:
    """Return one point to be as the law asks about it."""
    return PointFacts(
        text=point.text,
        outcome=point.outcome,
        appeal=point.appeal,
        depth=point.depth,
        appeal_text=point.appeal_text,
        proposed_to=point.proposed_to,
        until=point.until,
        addressee=point.addressee,
        reason=point.reason,
        elected=tuple(
            ElectedFacts(one.name, one.post, one.valid_from, one.valid_to)
            for one in point.elected
        ),
        answer=answer_of(point.round) if point.round else None,
    )


def blocks_dropping(item: MinutesItem, points: Sequence[Point]) -> list[Refusal]:
    """Refuse to take away a point that somebody reserved against (KL 4:27)."""
    kept = {row.pk for row in matched(item, points) if row is not None}
    gone = item.decision_points.exclude(pk__in=kept)
    if gone.filter(reservations__isnull=False).exists():
        return [Refusal("decision.point_reserved", "KL 4:27", {}, "points")]
    return []


def blocks_foreign_rounds(item: MinutesItem, points: Sequence[Point]) -> list[Refusal]:
    """Refuse to let the question of another § settle a point."""
    return [
        Refusal("decision.question_elsewhere", "KL 5:53", {"row": row}, "round")
        for row, point in enumerate(points)
        if point.round is not None and point.round.item_id != item.pk
    ]


def matched(item: MinutesItem, points: Sequence[Point]) -> list[DecisionPoint | None]:
    """Return the row each point is written to: by key, or by place when none has."""
    rows = list(item.decision_points.select_related("round"))
    if any(point.pk for point in points):
        by_key = {row.pk: row for row in rows}
        return [by_key.pop(point.pk or 0, None) for point in points]
    return [*rows[: len(points)], *[None] * (len(points) - len(rows))]


def write_points(item: MinutesItem, points: Sequence[Point]) -> None:
    """Put the points in place of those that were; unchanged ones stay as they are."""
    found = matched(item, points)
    above = parents(point.depth for point in points)
    rows: list[DecisionPoint] = []
    for place, (point, was) in enumerate(zip(points, found, strict=True)):
        parent = above[place]
        wanted: dict[str, Any] = {
            **{name: getattr(point, name) for name in OWN_FIELDS},
            "parent": None if parent is None else rows[parent],
            "position": place + 1,
        }
        row = was or DecisionPoint(item=item)
        if not row.pk or any(getattr(row, name) != wanted[name] for name in wanted):
            for name, value in wanted.items():
                setattr(row, name, value)
            row.save()
        write_elected(row, point.elected)
        rows.append(row)
    item.decision_points.exclude(pk__in=[row.pk for row in rows]).delete()


def write_elected(row: DecisionPoint, elected: Sequence[ElectedPerson]) -> None:
    """Put those elected in place of those that were, in their order."""
    if [elected_person(one) for one in row.elected.all()] == list(elected):
        return
    row.elected.all().delete()
    Elected.objects.bulk_create(
        Elected(point=row, position=position, **asdict(one))
        for position, one in enumerate(elected, start=1)
    )


def elected_person(row: Elected) -> ElectedPerson:
    """Return somebody elected as the verb takes them."""
    return ElectedPerson(**{name: getattr(row, name) for name in ELECTED_FIELDS})

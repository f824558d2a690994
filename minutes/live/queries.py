"""What the live view reads: the agenda lightly, one point in depth, the pulse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from boards.shared.models import HistoryEvent
from minutes.item.models import MinutesItem
from minutes.item.queries import kept_items, provisional_numbers, whole
from minutes.item.service import Service, ServiceMap
from minutes.live.rules.steering import neighbours
from minutes.meeting.models import AgendaItem, Meeting
from minutes.meeting.rules.facts import Serving
from minutes.meeting.rules.serving import serving_at

if TYPE_CHECKING:
    from minutes.meeting.rules.facts import RollFacts

# What replaces something that somebody else may have written meanwhile.
DECIDING = ("item.decided", "item.decision_changed")
VOTING = ("item.votes_recorded", "item.round_settled")


@dataclass(frozen=True)
class Shown:
    """The point on the screen, what it needs, and the agenda around it."""

    meeting: Meeting
    points: tuple[AgendaItem, ...]
    point: AgendaItem | None
    item: MinutesItem | None
    numbers: dict[int, int]
    service: Service | None
    serving: Serving | None
    roll: RollFacts
    before: AgendaItem | None
    after: AgendaItem | None

    @property
    def number(self) -> int | None:
        """The § number, provisional until it is frozen (P-09)."""
        if self.item is None:
            return None
        return self.item.number or self.numbers[self.item.pk]

    @property
    def is_current(self) -> bool:
        """Whether the meeting handles the point that is shown."""
        return self.point is not None and self.point.pk == self.current_id

    @property
    def current_id(self) -> int | None:
        """The point the meeting is at: the first until somebody has gone on."""
        if self.meeting.current_item_id:
            return self.meeting.current_item_id
        return self.points[0].pk if self.points else None


def live_meetings() -> QuerySet[Meeting]:
    """Return meetings with what the live view says of them."""
    return Meeting.objects.select_related(
        "board__host", "secretary__person", "current_item"
    ).prefetch_related("board__regulations", "adjournments")


def shown(meeting: Meeting, asked: int | None) -> Shown:
    """Return the asked point in depth, else the one being handled, else the first."""
    points = tuple(
        meeting.agenda_items.filter(withdrawn_at=None).select_related("item", "case")
    )
    by_pk = {point.pk: point for point in points}
    first = points[0] if points else None
    point = by_pk.get(asked or 0) or by_pk.get(meeting.current_item_id or 0) or first
    item = whole(kept_items(meeting).filter(agenda_item=point)).first()
    people = ServiceMap(meeting)
    service = serving = None
    if point is not None:
        serving = serving_at(people.roll, point.position)
        service = people.at(item) if item else service_of(people, serving)
    positions = {one.position: one for one in points}
    around = neighbours(tuple(positions), point.position if point else None)
    before, after = (positions.get(one or 0) for one in around)
    return Shown(
        meeting=meeting,
        points=points,
        point=point,
        item=item,
        numbers=provisional_numbers(meeting),
        service=service,
        serving=serving,
        roll=people.roll,
        before=before,
        after=after,
    )


def service_of(people: ServiceMap, serving: Serving) -> Service:
    """Return who is there at a point that is no § and so decides nothing."""
    known = people.by_pk
    return Service(
        serving=tuple(one for one in people.attendances if one.pk in serving.deciders),
        presiding=known.get(serving.presiding or 0),
        replacements=tuple(
            (known[substitute], known.get(member or 0))
            for substitute, member in serving.serving_for.items()
        ),
        recused=(),
        needed=serving.needed,
        refusals=serving.refusals,
    )


def pulse(meeting: Meeting) -> int:
    """Return how much has happened at the meeting, in one query.

    A count and not the latest key: keys become visible out of order when two
    transactions run at once, and a later one would hide the earlier.
    """
    parts: list[QuerySet[Any]] = [
        HistoryEvent.objects.filter(model=model._meta.label, object_id__in=keys)
        for model, keys in (
            (Meeting, [meeting.pk]),
            (AgendaItem, meeting.agenda_items.values("pk")),
            (MinutesItem, meeting.items.values("pk")),
            # The justeringar stand to the right; only that they move is asked here.
            (meeting.approvals.model, meeting.approvals.values("pk")),
        )
    ]
    first, *others = (rows.values("pk") for rows in parts)
    return first.union(*others, all=True).count()


def times_written(item: MinutesItem, codes: tuple[str, ...]) -> int:
    """Return how often something of a § was written: the version of what is shown."""
    return HistoryEvent.objects.filter(
        model=item._meta.label, object_id=item.pk, code__in=codes
    ).count()

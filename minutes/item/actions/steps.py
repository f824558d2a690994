"""What every verb on a § does first: lock it, and refuse when it is frozen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from boards.shared.refusals import Refusal, refuse_if
from minutes.item.models import MinutesItem
from minutes.item.queries import whole
from minutes.item.service import Service, ServiceMap
from minutes.meeting.enums import MeetingState

if TYPE_CHECKING:
    from minutes.meeting.models import Attendance

# States of a justering that hold its §§; the triggers of the database say the same.
HELD = frozenset({"frozen", "approved"})
BEGUN = frozenset({MeetingState.IN_SESSION, MeetingState.CLOSED})


def lock_item(pk: int) -> MinutesItem:
    """Return the § with all its parts, locked; refuse when it is frozen (KL 5:69)."""
    item = (
        MinutesItem.objects.select_for_update(of=("self",))
        .select_related("agenda_item__case", "meeting__board", "board", "approval")
        .get(pk=pk)
    )
    refuse_if(blocks_change(item))
    return item


def blocks_change(item: MinutesItem) -> list[Refusal]:
    """Refuse changes of what the signers have before them (KL 5:69; P-05)."""
    if item.approval and item.approval.state in HELD:
        return [Refusal("item.frozen", "KL 5:69")]
    return []


def blocks_before_meeting(item: MinutesItem) -> list[Refusal]:
    """Refuse to note what happened before anything has happened."""
    if item.meeting.state in BEGUN:
        return []
    return [Refusal("item.meeting_not_begun", "KL 5:65")]


def lock_begun(pk: int) -> MinutesItem:
    """Return the § locked, at a meeting that has begun."""
    item = lock_item(pk)
    refuse_if(blocks_before_meeting(item))
    return item


def loaded(item: MinutesItem) -> MinutesItem:
    """Return the § read anew with all its parts, inside the lock."""
    return whole(
        MinutesItem.objects.filter(pk=item.pk).select_related(
            "agenda_item__case", "meeting__board", "board"
        )
    ).get()


def service_at(item: MinutesItem) -> Service:
    """Return who serves in the §."""
    return ServiceMap(item.meeting).at(item)


def not_serving(
    people: Iterable[Attendance], service: Service, code: str, law: str, field: str
) -> list[Refusal]:
    """Refuse everybody who does not serve in the §."""
    return [
        Refusal(code, law, {"person": str(person)}, field)
        for person in people
        if person.pk not in service.ids
    ]


def with_names(
    refusals: Iterable[Refusal], people: Iterable[Attendance]
) -> list[Refusal]:
    """Return refusals about people with their names instead of their keys."""
    names = {person.pk: str(person) for person in people}
    return [
        replace(one, values={**one.values, "person": names[person]})
        if isinstance(person := one.values.get("person"), int) and person in names
        else one
        for one in refusals
    ]

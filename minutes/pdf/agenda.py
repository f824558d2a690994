"""The agenda in the minutes: what the meeting changed, and its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from boards.shared.paper.tree import Block, Section, bullets, paragraph
from minutes.item import sentences
from minutes.item.generated.agenda import PointFact, changes

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem
    from minutes.item.queries import Record
    from minutes.meeting.models import AgendaItem

KEY = "agenda-changes"


def agenda_changes(record: Record) -> Iterator[Block]:
    """Return what differs from the last kallelse, before the meeting's first §.

    The minutes of some later §§ alone do not say it once more.
    """
    if not (record.items and record.before(record.items[0]) is None):
        return
    summons = record.meeting.summonses.last()
    if summons is None:
        return
    headings = open_headings(record)
    before = [
        PointFact(row["item"], headings.get(row["item"], row["heading"]))
        for row in summons.agenda
    ]
    after = [
        PointFact(point.pk, headings[point.pk])
        for point in record.meeting.agenda_items.filter(withdrawn_at__isnull=True)
    ]
    lines = changes(before, after)
    if lines:
        yield Section(
            key=KEY,
            title=sentences.AGENDA_HEADING,
            blocks=(paragraph(sentences.AGENDA_LEAD), bullets(*lines)),
        )


def open_headings(record: Record) -> dict[int, str]:
    """Return what each point may be called; secret ones by their ground alone."""
    points = record.meeting.agenda_items.select_related("case", "item")
    return {point.pk: heading_of(point) for point in points}


def heading_of(point: AgendaItem) -> str:
    """Return what an open part of the minutes may call a point (OSL 5:5)."""
    for secret in (getattr(point, "item", None), point.case):
        if secret and secret.is_secret:
            return sentences.CLASSIFIED_POINT.format(ground=secret.legal_ground)
    return point.heading


def in_parts(
    record: Record, section_of: Callable[[MinutesItem], Section]
) -> Iterator[Section]:
    """Return the §§, under the parts of the agenda they stand in when it has any."""
    groups = groupby(record.items, key=lambda item: item.agenda_item.section)
    for place, (title, items) in enumerate(groups, start=1):
        sections = [section_of(item) for item in items]
        if not title:
            yield from sections
            continue
        first, *rest = sections
        blocks = (replace(first, new_page=False), *rest)
        yield Section(key=f"part-{place}", title=title, blocks=blocks)

"""Writing the sections of a §."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from boards.shared.sanitise import sanitise
from minutes.item.actions.steps import lock_item
from minutes.item.enums import SectionKind
from minutes.item.models import ItemSection
from minutes.item.queries import record_of
from minutes.item.wording import is_generated, text_of

if TYPE_CHECKING:
    from datetime import datetime

    from boards.person.models import User
    from minutes.item.models import MinutesItem

# Autosave writes every few seconds; the history names a sitting once.
SITTING = timedelta(minutes=10)
NEEDS_HEADING = frozenset({SectionKind.DETAILS})
MAY_REPEAT = frozenset({SectionKind.DETAILS})


class Conflict(Exception):  # noqa: N818  what happened, not a fault
    """Somebody else saved the section since it was read; nothing was written."""

    def __init__(self, yours: str, section: ItemSection) -> None:
        self.yours = yours
        self.theirs = section.body
        self.theirs_by = str(section.updated_by) if section.updated_by else ""
        self.version = section.version
        super().__init__(f"section {section.pk} is at version {section.version}")

    def as_json(self) -> dict[str, object]:
        """Return what the page that saves by itself shows beside the own text."""
        return {
            "body": self.theirs,
            "by": self.theirs_by,
            "version": self.version,
            "yours": self.yours,
        }


@transaction.atomic
def change_item(
    *, item: MinutesItem, heading: str, is_information: bool, by: User | None
) -> MinutesItem:
    """Change the heading, or whether the § only informs."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    refuse_if(blocks_heading(heading))
    item.heading = heading.strip()
    item.is_information = is_information
    item.save(update_fields=["heading", "is_information"])
    record(item, "item.changed", by=by)
    return item


def blocks_heading(heading: str) -> list[Refusal]:
    """Refuse a § or an own section without a heading."""
    if heading.strip():
        return []
    return [Refusal("item.no_heading", "KL 5:65", {}, "heading")]


@transaction.atomic
def add_section(
    *,
    item: MinutesItem,
    kind: SectionKind,
    by: User | None,
    heading: str = "",
    body: str = "",
) -> ItemSection:
    """Add a section last; of its own headings a § may have many, of others one."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    heading = heading.strip()
    refuse_if(blocks_heading(heading) if kind in NEEDS_HEADING else [])
    if kind not in MAY_REPEAT and item.sections.filter(kind=kind).exists():
        refuse_if([Refusal("item.section_exists", "", {}, "kind")])
    last = item.sections.aggregate(last=Max("position"))["last"] or 0
    own = sanitise(body)
    section = item.sections.create(
        kind=kind,
        heading=heading,
        body=own,
        generated_from=text_now(item, kind) if own and is_generated(kind) else "",
        position=last + 1,
        updated_by=by,
        updated_at=now(),
    )
    record(item, "item.section_added", by=by, section=section.pk)
    return section


@transaction.atomic
def remove_section(*, section: ItemSection, by: User | None) -> None:
    """Take a section away; the row history keeps its text."""
    require(by, "item.edit", section)
    item = lock_item(section.item_id)
    record(item, "item.section_removed", by=by, heading=section.heading)
    ItemSection.objects.filter(pk=section.pk).delete()


@transaction.atomic
def save_section(
    *, section: ItemSection, body: str, version: int, by: User | None
) -> ItemSection:
    """Save a section's text; raise `Conflict` when another saved it meanwhile.

    Saving the same text twice changes nothing, so a lost answer may be sent again.
    """
    require(by, "item.edit", section)
    item = lock_item(section.item_id)
    section = lock_section(section.pk)
    own = worded(item, section, sanitise(body))
    if own == section.body:
        return section
    if version != section.version:
        raise Conflict(body, section)
    if is_generated(section.kind) and not section.body:
        section.generated_from = text_now(item, section.kind)
    write_section(section, own, by)
    return section


def lock_section(pk: int) -> ItemSection:
    """Return the section as it stands, locked, with who wrote it last."""
    return (
        ItemSection.objects.select_for_update(of=("self",))
        .select_related("updated_by__person", "item__board")
        .get(pk=pk)
    )


def worded(item: MinutesItem, section: ItemSection, body: str) -> str:
    """Return the text to keep: none while it only repeats the generated one."""
    if not is_generated(section.kind) or section.body:
        return body
    return "" if body == sanitise(text_now(item, section.kind)) else body


def text_now(item: MinutesItem, kind: str) -> str:
    """Return a section as the data has it this moment; "" once the § is withdrawn."""
    whole = record_of(item.meeting, [item])
    return "".join(text_of(whole, one, kind) for one in whole.items)


def write_section(section: ItemSection, body: str, by: User | None) -> None:
    """Write the text with its next version; name the sitting once in the history."""
    moment = now()
    if begins_sitting(section, by, moment):
        record(section.item, "item.section_saved", by=by, section=section.pk)
    section.body = body
    section.version += 1
    section.updated_by = by
    section.updated_at = moment
    section.save(
        update_fields=["body", "version", "updated_by", "updated_at", "generated_from"]
    )


def begins_sitting(section: ItemSection, by: User | None, moment: datetime) -> bool:
    """Say whether somebody else wrote last, or the same person a while ago."""
    last = section.updated_at
    is_same = section.updated_by_id == (by.pk if by else None)
    return not is_same or last is None or moment - last > SITTING


@transaction.atomic
def accept_generated(*, section: ItemSection, by: User | None) -> ItemSection:
    """Let the generated text replace the own wording, and follow the data again."""
    require(by, "item.edit", section)
    item = lock_item(section.item_id)
    section = lock_section(section.pk)
    section.generated_from = ""
    write_section(section, "", by)
    record(item, "item.generated_accepted", by=by, section=section.pk)
    return section


@transaction.atomic
def keep_wording(*, section: ItemSection, by: User | None) -> ItemSection:
    """Keep the own wording though the data changed; the question is not put again."""
    require(by, "item.edit", section)
    item = lock_item(section.item_id)
    section = lock_section(section.pk)
    section.generated_from = text_now(item, section.kind)
    section.save(update_fields=["generated_from"])
    record(item, "item.wording_kept", by=by, section=section.pk)
    return section

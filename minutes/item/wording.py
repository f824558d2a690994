"""What the data says in each section that is written from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from boards.board.enums import VoteLayout
from minutes.item import generated
from minutes.item.comings import attendance_fact
from minutes.item.enums import GENERATED_SECTIONS, SectionKind
from minutes.item.told import (
    dissent_facts,
    floor_facts,
    note_facts,
    recusal_facts,
    round_facts,
)

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem
    from minutes.item.queries import Record


def is_generated(kind: str) -> bool:
    """Say whether a section follows the data until somebody words it."""
    return kind in GENERATED_SECTIONS


def text_of(record: Record, item: MinutesItem, kind: str) -> str:
    """Return a section as the data has it; the § is one of the record's."""
    return MAKERS[SectionKind(kind)](record, item)


def _attendance(record: Record, item: MinutesItem) -> str:
    return generated.attendance(attendance_fact(record, item))


def _recusal(record: Record, item: MinutesItem) -> str:
    """Return jäv, and who presided when it was another than usual (KL 6:20)."""
    service = record.at(item)
    presiding = service.presiding
    is_other = presiding and presiding != record.service.usual_chair
    facts = recusal_facts(item, service)
    return generated.recusal_text(facts, str(presiding) if is_other else "")


def _floor(_record: Record, item: MinutesItem) -> str:
    return generated.floor(floor_facts(item))


def _procedure(record: Record, item: MinutesItem) -> str:
    layout = VoteLayout(record.regulations.vote_layout)
    return generated.procedure(round_facts(item), layout)


def _reservation(_record: Record, item: MinutesItem) -> str:
    return generated.reservations(dissent_facts(item))


def _notes(_record: Record, item: MinutesItem) -> str:
    return generated.notes(note_facts(item))


def _dispatch(_record: Record, item: MinutesItem) -> str:
    return generated.dispatch([row.recipient.name for row in item.recipients.all()])


def _tables(record: Record, item: MinutesItem) -> str:
    """Return the tables of the §'s ärende, such as a plan put before the board."""
    return record.tables.get(item.agenda_item.case_id or 0, "")


MAKERS: dict[SectionKind, Callable[[Record, MinutesItem], str]] = {
    SectionKind.TABLES: _tables,
    SectionKind.ATTENDANCE: _attendance,
    SectionKind.RECUSAL: _recusal,
    SectionKind.FLOOR: _floor,
    SectionKind.PROCEDURE: _procedure,
    SectionKind.RESERVATION: _reservation,
    SectionKind.NOTES: _notes,
    SectionKind.DISPATCH: _dispatch,
}

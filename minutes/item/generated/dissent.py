"""Reservations, and the three kinds of notes that are none (KL 4:27–28, 6:17)."""

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.item import sentences
from minutes.item.enums import NoteKind
from minutes.item.generated import prose


@dataclass(frozen=True, slots=True)
class ReservationFact:
    """Who reserves, for whom, against which points and in favour of what."""

    people: tuple[str, ...]
    text: str = ""
    on_behalf_of: str = ""
    points: tuple[str, ...] = ()
    in_favour_of: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class NoteFact:
    """What somebody had noted beside the decision."""

    kind: NoteKind
    people: tuple[str, ...]
    text: str = ""
    on_behalf_of: str = ""
    dated: str = ""
    document: str = ""


def reservation(people: Sequence[str]) -> str:
    """Return who reserves against the decision (KL 4:27)."""
    return reservation_lead(ReservationFact(tuple(people)))


def reservation_lead(fact: ReservationFact) -> str:
    """Return who reserves against what, in favour of what (KL 5:67 p. 6)."""
    people = prose.who(fact.people, fact.on_behalf_of)
    text = sentences.RESERVES.format(people=people).removesuffix(".")
    if fact.points:
        points = prose.points(fact.points)
        text = sentences.IN_POINTS.format(lead=text, points=points)
    if fact.in_favour_of:
        text = sentences.IN_FAVOUR.format(lead=text, proposal=fact.in_favour_of)
    return f"{text}."


def reservations(facts: Sequence[ReservationFact]) -> str:
    """Return every reservation with its written text."""
    parts = []
    for fact in facts:
        parts.append(prose.paragraph(reservation_lead(fact)))
        parts.append(prose.paragraphs(fact.text))
        if fact.document:
            text = sentences.WRITTEN_RESERVATION.format(document=fact.document)
            parts.append(prose.paragraph(text))
    return "".join(parts)


def notes(facts: Sequence[NoteFact]) -> str:
    """Return every note: a note, a separate statement and an opinion say so."""
    parts = []
    for fact in facts:
        parts.append(prose.paragraph(_note_lead(fact)))
        parts.append(prose.paragraphs(fact.text))
        if fact.document:
            pattern = sentences.NOTE_ATTACHED[fact.kind]
            parts.append(prose.paragraph(pattern.format(document=fact.document)))
    return "".join(parts)


def _note_lead(fact: NoteFact) -> str:
    people = prose.who(fact.people, fact.on_behalf_of) or sentences.CHAIR_NOTE
    text = sentences.NOTE_LEADS[fact.kind].format(people=people)
    if fact.dated:
        text = f"{text}, {sentences.DATED.format(date=fact.dated)}"
    return f"{text}:" if fact.text.strip() else f"{text}."


def notes_heading(kinds: Sequence[NoteKind]) -> str:
    """Return the heading above the notes: their own when they are of one kind."""
    if len(set(kinds)) != 1:
        return sentences.NOTES_HEADING
    one, many = sentences.NOTE_HEADINGS[kinds[0]]
    return one if len(kinds) == 1 else many

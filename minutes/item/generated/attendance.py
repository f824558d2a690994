"""Who came, left and was replaced at a §, and who was out for jäv."""

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.item import sentences
from minutes.item.generated import prose


@dataclass(frozen=True, slots=True)
class LeftFact:
    """Somebody left before a §, or during it: then `part` says what they were in."""

    person: str
    clock: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class CameFact:
    """Somebody came before a §, or during it: then `part` says what they were in."""

    person: str
    clock: str = ""
    part: str = ""
    serves: bool = True


@dataclass(frozen=True, slots=True)
class SeatFact:
    """A substitute begins or ends to serve; no member when the seat is vacant."""

    substitute: str
    member: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceFact:
    """What changed in who decides, from the § before to this one."""

    number: int
    left: tuple[LeftFact, ...] = ()
    came: tuple[CameFact, ...] = ()
    begin: tuple[SeatFact, ...] = ()
    end: tuple[SeatFact, ...] = ()
    presiding: str = ""


@dataclass(frozen=True, slots=True)
class RecusalFact:
    """Who was out of the room for a §, who sat instead and who presided (KL 6:28).

    `found_by` is the body that found it when the person did not announce it (KL 6:30).
    """

    person: str
    reason: str = ""
    substitute: str = ""
    found_by: str = ""


def attendance(fact: AttendanceFact) -> str:
    """Return who came, left and serves from here on, one event a paragraph."""
    begin = list(fact.begin)
    lines = []
    for left in fact.left:
        line = _moved(sentences.LEAVES, left.person, left.clock, left.part)
        for seat in [seat for seat in begin if seat.member == left.person]:
            line = f"{line} {_begins(seat, fact.number)}"
            begin.remove(seat)
        lines.append(line)
    for came in fact.came:
        line = _moved(sentences.ARRIVES, came.person, came.clock, came.part)
        if came.serves and not came.part:
            serves = sentences.SERVES_SELF.format(number=fact.number)
            line = f"{line.removesuffix('.')} {serves}"
        lines.append(line)
    lines += [_ends(seat) for seat in fact.end]
    lines += [_begins(seat, fact.number) for seat in begin]
    if fact.presiding:
        text = sentences.LEADS_ON.format(person=fact.presiding, number=fact.number)
        lines.append(text)
    return "".join(prose.paragraph(line) for line in lines)


def _moved(verb: str, person: str, clock: str, part: str) -> str:
    """Return that somebody came or went, when, and for which part of the §."""
    text = verb.format(person=person)
    if part:
        text = f"{text} {sentences.DURING_ITEM}"
    if clock:
        text = f"{text} {sentences.AT_CLOCK.format(clock=clock)}"
    if part:
        text = f"{text} {sentences.THERE_FOR.format(part=part)}"
    return f"{text}."


def _begins(seat: SeatFact, number: int) -> str:
    pattern = sentences.BEGINS if seat.member else sentences.BEGINS_VACANT
    text = pattern.format(
        substitute=seat.substitute, member=prose.genitive(seat.member), number=number
    )
    if seat.reason:
        reason = seat.reason.strip().rstrip(".")
        text = f"{text} {sentences.RECUSED_REASON.format(reason=reason)}"
    return text


def _ends(seat: SeatFact) -> str:
    pattern = sentences.ENDS if seat.member else sentences.ENDS_VACANT
    return pattern.format(
        substitute=seat.substitute, member=prose.genitive(seat.member)
    )


def recusals(facts: Sequence[RecusalFact], presiding: str = "") -> list[str]:
    """Return the sentences on jäv; `presiding` when another than the chair led."""
    lines = []
    for fact in facts:
        pattern = sentences.RECUSED_FOUND if fact.found_by else sentences.RECUSED
        line = pattern.format(person=fact.person, board=fact.found_by)
        if fact.reason:
            reason = sentences.RECUSED_REASON.format(reason=fact.reason.rstrip("."))
            line = f"{line} {reason}"
        if fact.substitute:
            served = sentences.REPLACED.format(
                substitute=fact.substitute, member=fact.person
            )
            line = f"{line} {served}"
        lines.append(line)
    if presiding:
        lines.append(sentences.PRESIDES.format(person=presiding))
    return lines


def recusal_text(facts: Sequence[RecusalFact], presiding: str = "") -> str:
    """Return Jäv as text."""
    if not facts:
        return ""
    return "".join(prose.paragraph(line) for line in recusals(facts, presiding))

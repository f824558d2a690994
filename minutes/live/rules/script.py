"""What the chair says at a point, in order: a line for each step, none too many.

Facts in, lines out. What has been said already is marked as done, so the screen can
point at the next line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from minutes.item.enums import ProposalKind, RoundMethod
from minutes.item.generated import FloorFact, RoundFact, listed
from minutes.live import sentences as say
from minutes.meeting.enums import AgendaKind


class LineKind(StrEnum):
    """Whether a line is said, done, said only if wanted, or stands in the way."""

    SAY = "say"
    DO = "do"
    HINT = "hint"
    WARN = "warn"


class Standing(StrEnum):
    """A point of every meeting that is recognised by its heading."""

    OPENING = "opening"
    ROLL = "roll"
    APPROVERS = "approvers"
    AGENDA = "agenda"
    NONE = ""


# What the headings of standing points have in common, whatever the board calls them.
STANDING_WORDS = (
    (Standing.ROLL, ("upprop", "närvaro")),
    (Standing.APPROVERS, ("justera", "justering")),
    (Standing.AGENDA, ("dagordning", "föredragningslista", "ärendelista")),
    (Standing.OPENING, ("öppna",)),
)
INFORMING = frozenset({AgendaKind.INFORMATION})
REPORTING = frozenset({AgendaKind.COMMUNICATIONS, AgendaKind.DELEGATIONS})
FORMAL = frozenset({ProposalKind.POSTPONE, ProposalKind.REFER_BACK})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the script."""

    kind: LineKind
    text: str
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """The question the chair puts next, and what its answers mean."""

    text: str
    yes: str = ""
    no: str = ""


@dataclass(frozen=True, slots=True)
class PointFacts:
    """The point: where it stands on the agenda and what it is about."""

    position: int
    heading: str
    kind: str = AgendaKind.DECISION
    number: int | None = None
    rapporteur: str = ""
    is_first: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class RoomFacts:
    """Who is in the room for the point: names as they are called up."""

    body: str = "nämnden"
    presiding: str = ""
    other_presides: bool = False
    roll: tuple[str, ...] = ()
    needed: int = 0
    recused: tuple[str, ...] = ()
    stand_ins: tuple[tuple[str, str], ...] = ()
    approvers: tuple[str, ...] = ()
    is_paused: bool = False
    is_quorate: bool = True


@dataclass(frozen=True, slots=True)
class ScriptFacts:
    """What has happened at the point so far."""

    point: PointFacts
    room: RoomFacts = RoomFacts()
    floor: tuple[FloorFact, ...] = ()
    rounds: tuple[RoundFact, ...] = ()
    next_question: NextQuestion | None = None
    proposed: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    is_decided: bool = False
    reservists: tuple[str, ...] = ()
    is_immediate: bool = False

    @property
    def has_begun(self) -> bool:
        """Whether anything of the point has been noted."""
        return bool(self.floor or self.rounds or self.is_decided)


def standing_of(heading: str) -> Standing:
    """Return which standing point a heading names."""
    words = heading.casefold()
    for standing, marks in STANDING_WORDS:
        if any(mark in words for mark in marks):
            return standing
    return Standing.NONE


def script(facts: ScriptFacts) -> list[Line]:
    """Return what the chair says at the point, in order (KL 5:53–55, 6:20)."""
    lines = list(_opening(facts))
    if facts.room.is_paused:
        return [*lines, Line(LineKind.WARN, say.PAUSED), _say(say.RESUME)]
    if facts.point.kind == AgendaKind.OPENING:
        lines += _standing(facts)
    else:
        lines += [*_announced(facts), *_matter(facts)]
    if facts.point.is_last:
        is_over = facts.point.kind == AgendaKind.OPENING or facts.is_decided
        lines += [_do(say.NO_MORE), _say(say.CLOSING)] if is_over else []
    return lines


def next_line(lines: list[Line]) -> int | None:
    """Return which line comes next: the first that is said and not done."""
    waiting = [
        number
        for number, line in enumerate(lines)
        if line.kind in {LineKind.SAY, LineKind.DO} and not line.is_done
    ]
    return waiting[0] if waiting else None


def _say(text: str, *, done: bool = False) -> Line:
    return Line(LineKind.SAY, text[:1].upper() + text[1:], done)


def _do(text: str, *, done: bool = False) -> Line:
    return Line(LineKind.DO, text, done)


def _opening(facts: ScriptFacts) -> Iterator[Line]:
    if facts.point.is_first:
        yield _say(say.WELCOME, done=facts.has_begun)


def _standing(facts: ScriptFacts) -> Iterator[Line]:
    room, standing = facts.room, standing_of(facts.point.heading)
    if standing == Standing.ROLL:
        yield _say(say.ROLL, done=bool(room.roll))
        if room.roll:
            body = room.body[:1].upper() + room.body[1:]
            yield _say(say.ROLL_DONE.format(present=len(room.roll), body=body))
        yield _say(say.ANY_RECUSAL)
        return
    if standing == Standing.APPROVERS:
        yield _say(say.APPROVERS, done=bool(room.approvers))
        if room.approvers:
            people = listed(room.approvers)
            yield _say(say.APPROVERS_CHOSEN.format(body=room.body, people=people))
        return
    if standing == Standing.AGENDA:
        yield _say(say.AGENDA)
        yield _say(say.AGENDA_SETTLED.format(body=room.body))
        return
    if standing == Standing.OPENING:
        return
    yield from _announced(facts)


def _announced(facts: ScriptFacts) -> Iterator[Line]:
    point, room = facts.point, facts.room
    pattern = say.ANNOUNCE_ITEM if point.number else say.ANNOUNCE
    heading = point.heading.rstrip(".")
    values = {"number": point.number, "position": point.position, "heading": heading}
    yield _say(pattern.format(**values), done=facts.has_begun)
    if room.recused:
        text = say.RECUSED.format(people=listed(room.recused))
        yield _say(text, done=facts.has_begun)
    for substitute, member in room.stand_ins:
        if member in room.recused:
            text = say.REPLACED.format(substitute=substitute, member=member)
            yield _say(text, done=facts.has_begun)
    if room.other_presides and room.presiding:
        text = say.PRESIDES.format(person=room.presiding)
        yield _say(text, done=facts.has_begun)
    if not room.is_quorate:
        yield _too_few(room)


def _too_few(room: RoomFacts) -> Line:
    body = room.body[:1].upper() + room.body[1:]
    values = {"body": body, "present": len(room.roll), "needed": room.needed}
    return Line(LineKind.WARN, say.NOT_QUORATE.format(**values))


def _matter(facts: ScriptFacts) -> Iterator[Line]:
    point, body = facts.point, facts.room.body
    if point.rapporteur:
        text = say.RAPPORTEUR.format(person=point.rapporteur)
        yield _say(text, done=facts.has_begun)
    if point.kind in INFORMING | REPORTING and not facts.floor and not facts.rounds:
        yield _say(say.QUESTIONS, done=facts.is_decided)
        ask = say.NOTE_IT if point.kind in INFORMING else say.LAY_DOWN
        yield _say(ask.format(body=body), done=facts.is_decided)
    else:
        yield from _floor(facts)
        yield from _rounds(facts)
    yield from _decision(facts)


def _floor(facts: ScriptFacts) -> Iterator[Line]:
    is_over = bool(facts.rounds) or facts.is_decided
    yield _say(say.ANY_WORD, done=facts.has_begun)
    yield _say(say.ANY_PROPOSAL, done=is_over)
    for fact in facts.floor:
        people = listed(fact.people) or say.SOMEBODY
        text = say.PROPOSES[fact.kind].format(people=people, text=fact.text).strip()
        yield _say(text, done=is_over)
    if facts.floor:
        yield _say(say.DEBATE_ENDED, done=is_over)


def _rounds(facts: ScriptFacts) -> Iterator[Line]:
    for fact in facts.rounds:
        yield from _round(fact, facts)
    waits = any(fact.is_yes is None for fact in facts.rounds)
    ahead = facts.next_question
    if ahead is None or waits or facts.is_decided:
        return
    yield _say(_question(ahead.text))
    if ahead.yes:
        yield _do(say.YES_MEANS.format(meaning=ahead.yes.rstrip(".")))
    if ahead.no:
        yield _do(say.NO_MEANS.format(meaning=ahead.no.rstrip(".")))
    yield _say(say.ASK_FOR_VOTE)


def _question(text: str) -> str:
    text = text.strip().rstrip(".")
    whole = text.endswith("?") or text[:1].isupper()
    pattern = say.ASK_WHOLE if whole else say.ASK
    return pattern.format(question=text)


def _round(fact: RoundFact, facts: ScriptFacts) -> Iterator[Line]:
    is_settled = fact.is_yes is not None
    yield _say(_question(fact.question), done=True)
    if fact.method == RoundMethod.ACCLAMATION:
        if is_settled:
            found = say.FOUND.format(answer=say.ANSWER[bool(fact.is_yes)])
            yield _say(found, done=True)
            is_over = facts.is_decided or fact is not facts.rounds[-1]
            yield _say(say.ASK_FOR_VOTE, done=is_over)
        return
    yes, no = (meaning.rstrip(".") for meaning in fact.meanings)
    yield _say(say.VOTE_ASKED.format(yes=yes), done=is_settled)
    yield _say(say.VOTE_NO.format(no=no), done=is_settled)
    yield _say(say.VOTE_ORDER.format(body=facts.room.body), done=is_settled)
    yield _names(fact, facts.room)
    if is_settled:
        yield _say(_result(fact), done=facts.is_decided)


def _names(fact: RoundFact, room: RoomFacts) -> Line:
    """The chair votes last, so that a casting vote is given knowingly (KL 5:53)."""
    done = fact.is_yes is not None
    if fact.method == RoundMethod.CLOSED_VOTE:
        return _do(say.CLOSED_VOTE, done=done)
    if not room.presiding:
        return _do(say.CALL_NAMES.format(people=", ".join(room.roll)), done=done)
    others = ", ".join(name for name in room.roll if name != room.presiding)
    text = say.CALL_NAMES_CHAIR.format(people=others, chair=room.presiding)
    return _do(text, done=done)


def _result(fact: RoundFact) -> str:
    yes, no, abstained = fact.totals
    pattern = say.VOTE_ABSTAINED if abstained else say.VOTE_RESULT
    return pattern.format(yes=yes, no=no, abstained=abstained)


def _decision(facts: ScriptFacts) -> Iterator[Line]:
    body, number = facts.room.body, facts.point.number
    waits = any(fact.is_yes is None for fact in facts.rounds)
    texts = facts.decision or (() if facts.rounds else facts.proposed)
    is_asking = facts.next_question is not None and bool(facts.rounds)
    if (facts.is_decided or not (waits or is_asking)) and (texts or facts.rounds):
        yield _say(say.DECIDES.format(body=body), done=facts.is_decided)
        for text in texts:
            yield _say(text, done=facts.is_decided)
        yield _do(say.GAVEL if texts else say.NO_PROPOSAL, done=facts.is_decided)
    if not facts.is_decided:
        return
    if facts.reservists:
        yield _say(say.RESERVES.format(people=listed(facts.reservists)), done=True)
    elif facts.rounds or facts.floor:
        yield _say(say.ANY_RESERVATION)
    if facts.is_immediate:
        yield _say(say.IMMEDIATE_DONE.format(number=number), done=True)
    elif facts.point.kind not in INFORMING | REPORTING:
        yield Line(LineKind.HINT, say.IMMEDIATE)
        ask = say.IMMEDIATE_ASK.format(body=body, number=number)
        yield Line(LineKind.HINT, ask)

"""What the minutes say by themselves: Swedish wording made from the data of a §.

Pure functions: facts in, text out. Rich text is HTML of the kind the editor makes, so
that the secretary can go on writing in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from minutes.item import sentences
from minutes.item.enums import (
    ProposalKind,
    RoundMethod,
    SettledBy,
    VoteChoice,
)

SIBILANTS = ("s", "x", "z")


@dataclass(frozen=True, slots=True)
class FloorFact:
    """A yrkande that was not withdrawn; no proposers when it is the chair's note."""

    kind: ProposalKind
    text: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VoteFact:
    """What one person answered in an open vote, in the order the votes were given."""

    person: str
    choice: VoteChoice


@dataclass(frozen=True, slots=True)
class RoundFact:
    """One question the chair put, and what came of it."""

    question: str
    method: RoundMethod = RoundMethod.ACCLAMATION
    is_yes: bool | None = None
    settled_by: SettledBy | None = None
    meanings: tuple[str, str] = ("", "")
    totals: tuple[int, int, int] = (0, 0, 0)
    votes: tuple[VoteFact, ...] = ()


@dataclass(frozen=True, slots=True)
class RecusalFact:
    """Who was out of the room for a §, who sat instead and who presided (KL 6:28)."""

    person: str
    reason: str = ""
    substitute: str = ""


def listed(people: Iterable[str]) -> str:
    """Return names as Swedish lists them: "A, B och C"."""
    names = list(people)
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} och {names[-1]}"


def genitive(person: str) -> str:
    """Return "Birgitta Lindqvist (C)" as "Birgitta Lindqvists (C)"."""
    name, bracket, party = person.partition(" (")
    ending = "" if name.casefold().endswith(SIBILANTS) else "s"
    return f"{name}{ending}{bracket}{party}"


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 ja-röst", "0 ja-röster"."""
    return f"{number} {one if number == 1 else many}"


def procedure(rounds: Sequence[RoundFact]) -> str:
    """Return Beslutsgång: every question in the order it was put (KL 5:67 p. 2)."""
    if not rounds:
        return ""
    if len(rounds) == 1:
        return "".join(_round(rounds[0]))
    parts = [_p(sentences.ORDER)]
    for number, fact in enumerate(rounds, start=1):
        parts.append(f"<h3>{sentences.NUMBERED_ROUND.format(number=number)}</h3>")
        parts.extend(_round(fact))
    return "".join(parts)


def suggested_question(floor: Sequence[FloorFact]) -> str:
    """Return the question the chair would put, to be changed by whoever writes."""
    for fact in floor:
        if fact.kind in sentences.QUESTION_FORMAL:
            return sentences.QUESTION_FORMAL[fact.kind]
    changes = [
        sentences.QUESTION_CHANGE[fact.kind].format(
            people=listed(genitive(person) for person in fact.people)
        )
        for fact in floor
        if fact.kind in sentences.QUESTION_CHANGE and fact.people
    ]
    if not changes:
        return sentences.QUESTION_PROPOSED
    return sentences.QUESTION_WITH.format(changes=listed(changes))


def floor_lead(fact: FloorFact) -> str:
    """Return the line above a yrkande: who asks for what."""
    people = listed(fact.people) or sentences.CHAIR_NOTE
    lead = sentences.FLOOR_LEADS[fact.kind].format(people=people)
    return f"{lead}:" if fact.text else f"{lead}."


def reservation(people: Sequence[str]) -> str:
    """Return who reserves against the decision (KL 4:27)."""
    return sentences.RESERVES.format(people=listed(people))


def recusals(facts: Sequence[RecusalFact], presiding: str = "") -> list[str]:
    """Return the sentences on jäv; `presiding` when another than the chair led."""
    lines = []
    for fact in facts:
        line = sentences.RECUSED.format(person=fact.person)
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


def _round(fact: RoundFact) -> list[str]:
    if fact.method == RoundMethod.ACCLAMATION:
        return [_p(_asked(fact.question) + _found(fact))]
    is_open = fact.method == RoundMethod.OPEN_VOTE
    parts = [
        _p(f"{_asked(fact.question)}."),
        _p(sentences.OPEN_VOTE if is_open else sentences.CLOSED_VOTE),
        *_meanings(fact),
    ]
    if fact.settled_by is None:
        return parts
    parts.append(_p(_totals(fact)))
    if is_open:
        parts.append(_name_table(fact))
    parts.append(_p(_outcome(fact)))
    return parts


def _asked(question: str) -> str:
    text = question.strip().rstrip(".")
    whole = text.endswith("?") or text[:1].isupper()
    pattern = sentences.ASKED_QUOTED if whole else sentences.ASKED
    return pattern.format(question=text)


def _found(fact: RoundFact) -> str:
    if fact.is_yes is None:
        return "."
    return sentences.FOUND.format(answer=sentences.ANSWER[fact.is_yes])


def _meanings(fact: RoundFact) -> list[str]:
    return [
        _p(sentences.MEANING[is_yes].format(meaning=meaning.rstrip(".")))
        for is_yes, meaning in zip((True, False), fact.meanings, strict=True)
        if meaning
    ]


def _totals(fact: RoundFact) -> str:
    yes, no, abstain = fact.totals
    text = sentences.TOTALS.format(
        yes=counted(yes, "ja-röst", "ja-röster"),
        no=counted(no, "nej-röst", "nej-röster"),
    )
    if abstain:
        people = counted(abstain, "ledamot", "ledamöter")
        text = f"{text} {sentences.ABSTAINING.format(people=people)}"
    return text


def _outcome(fact: RoundFact) -> str:
    pattern, with_meaning = {
        SettledBy.CASTING_VOTE: (
            sentences.BY_CASTING_VOTE,
            sentences.BY_CASTING_VOTE_MEANING,
        ),
        SettledBy.LOT: (sentences.BY_LOT, sentences.BY_LOT_MEANING),
    }.get(
        fact.settled_by or SettledBy.MAJORITY,
        (sentences.BY_MAJORITY, sentences.BY_MAJORITY_MEANING),
    )
    meaning = fact.meanings[0 if fact.is_yes else 1].rstrip(".")
    answer = sentences.ANSWER[bool(fact.is_yes)]
    return (with_meaning if meaning else pattern).format(answer=answer, meaning=meaning)


def _name_table(fact: RoundFact) -> str:
    rows = "".join(
        f"<tr><td>{_in_cell(vote.person)}</td>"
        f"<td>{_in_cell(sentences.CHOICES[vote.choice])}</td></tr>"
        for vote in fact.votes
    )
    head = "".join(
        f"<th>{_in_cell(text)}</th>" for text in (sentences.VOTER, sentences.CHOICE)
    )
    return f"<table><tbody><tr>{head}</tr>{rows}</tbody></table>"


def _in_cell(text: str) -> str:
    return _p(text)


def _p(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>"

"""Yrkanden: who asked for what, with whom, about what (KL 5:67 p. 1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.item import sentences
from minutes.item.enums import ProposalKind
from minutes.item.generated import prose


@dataclass(frozen=True, slots=True)
class FloorFact:
    """A yrkande that was not withdrawn; no proposers when it is the chair's note.

    `about` names other yrkanden it is for or against, `points` those it is about.
    """

    kind: ProposalKind
    text: str
    people: tuple[str, ...] = ()
    seconders: tuple[str, ...] = ()
    on_behalf_of: str = ""
    points: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    until: str = ""
    not_put_because: str = ""


def floor(facts: Sequence[FloorFact]) -> str:
    """Return Yrkanden, each with its own wording below who made it."""
    return "".join(part for fact in facts for part in _proposal(fact))


def _proposal(fact: FloorFact) -> list[str]:
    parts = [prose.paragraph(floor_lead(fact))]
    if fact.text.strip():
        parts.append(prose.bullets([fact.text]))
    if fact.not_put_because:
        reason = fact.not_put_because.strip().rstrip(".")
        parts.append(prose.paragraph(sentences.NOT_PUT.format(reason=reason)))
    return parts


def floor_lead(fact: FloorFact) -> str:
    """Return the line above a yrkande: who asks for what."""
    people = prose.who(fact.people, fact.on_behalf_of) or sentences.CHAIR_NOTE
    if fact.seconders:
        others = prose.listed(fact.seconders)
        people = sentences.SECONDED.format(people=people, others=others)
    lead = sentences.FLOOR_LEADS[fact.kind].format(people=people)
    if fact.about:
        is_against = fact.kind == ProposalKind.REJECT
        pattern = sentences.AGAINST_OTHERS if is_against else sentences.ABOUT_OTHERS
        lead = pattern.format(lead=lead, others=prose.listed(fact.about))
    if fact.until:
        lead = sentences.UNTIL.format(lead=lead, date=fact.until)
    if fact.points:
        lead = sentences.IN_POINTS.format(lead=lead, points=prose.points(fact.points))
    if not fact.text.strip():
        return f"{lead}."
    return f"{lead}{sentences.FLOOR_REASON.get(fact.kind, '')}:"


def proposal_name(kind: ProposalKind, people: Sequence[str]) -> str:
    """Return what others call a yrkande: "Birgitta Lindqvists (C) tilläggsyrkande"."""
    owners = prose.listed(prose.genitive(person) for person in people)
    owner = owners or sentences.CHAIR_OWNS
    return f"{owner} {sentences.PROPOSAL_NAMES[kind]}"


def suggested_question(facts: Sequence[FloorFact]) -> str:
    """Return the question the chair would put, to be changed by whoever writes."""
    for fact in facts:
        if fact.kind in sentences.QUESTION_FORMAL:
            return sentences.QUESTION_FORMAL[fact.kind]
    changes = [
        sentences.QUESTION_CHANGE[fact.kind].format(
            people=prose.listed(prose.genitive(person) for person in fact.people)
        )
        for fact in facts
        if fact.kind in sentences.QUESTION_CHANGE and fact.people
    ]
    if not changes:
        return sentences.QUESTION_PROPOSED
    return sentences.QUESTION_WITH.format(changes=prose.listed(changes))

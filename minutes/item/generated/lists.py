"""Lists under a §: whom it is sent to, what was asked, how others' rows are named."""

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.item import sentences
from minutes.item.enums import AskedKind
from minutes.item.generated import prose


@dataclass(frozen=True, slots=True)
class AskedFact:
    """An interpellation, a fråga or a question of the public (KL 5:59–64, 8:14)."""

    kind: AskedKind
    asked_by: str
    text: str
    asked_to: str = ""
    answered_by: str = ""
    answer: str = ""
    document: str = ""


def dispatch(names: Sequence[str]) -> str:
    """Return whom the § is sent to."""
    return prose.bullets(names)


def asked_lead(fact: AskedFact) -> str:
    """Return who asks whom."""
    text = sentences.ASKED_LEADS[fact.kind].format(person=fact.asked_by)
    if fact.asked_to:
        text = sentences.ASKED_TO.format(lead=text, person=fact.asked_to)
    return f"{text}:"


def answer_lead(fact: AskedFact) -> str:
    """Return who answers, or that nobody has."""
    if not fact.answered_by and not fact.answer.strip():
        return sentences.NOT_ANSWERED
    person = fact.answered_by or sentences.CHAIR_NOTE
    text = sentences.ANSWERS.format(person=person)
    return f"{text}:" if fact.answer.strip() else f"{text}."

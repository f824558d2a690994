"""Decision points: what their outcome adds, who was elected, how one appeals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutes.item import sentences
from minutes.item.enums import AppealRegime, PointOutcome
from minutes.item.generated import prose

# A point whose outcome never could be appealed need not say that it cannot.
SELF_EVIDENT = frozenset(
    {
        PointOutcome.NOTED,
        PointOutcome.PROPOSES,
        PointOutcome.POSTPONED,
        PointOutcome.WITHDRAWN,
    }
)


@dataclass(frozen=True, slots=True)
class ElectedFact:
    """Somebody elected: to what, from when to when, in whose place."""

    person: str
    post: str
    valid_from: str = ""
    valid_to: str = ""
    in_place_of: str = ""


@dataclass(frozen=True, slots=True)
class PointFact:
    """One att-sats with its number and the points below it."""

    label: str
    text: str
    outcome: PointOutcome = PointOutcome.ADOPTED
    appeal: AppealRegime = AppealRegime.LEGALITY
    appeal_text: str = ""
    proposed_to: str = ""
    until: str = ""
    addressee: str = ""
    reason: str = ""
    elected: tuple[ElectedFact, ...] = ()
    below: tuple["PointFact", ...] = field(default=())


def wording(fact: PointFact) -> str:
    """Return the att-sats, with what its outcome needs and it does not say itself."""
    text = fact.text.strip() or sentences.OUTCOME_TEXTS[fact.outcome]
    return " ".join([text, *(one for one in _additions(fact, text) if one)])


def _additions(fact: PointFact, text: str) -> Iterator[str]:
    if fact.until and fact.until not in text:
        yield sentences.POSTPONED_UNTIL.format(date=fact.until)
    if fact.addressee and fact.addressee.casefold() not in text.casefold():
        yield sentences.ADDRESSEE.format(addressee=fact.addressee)
    reason = fact.reason.strip().rstrip(".")
    if reason and reason.casefold() not in text.casefold():
        yield sentences.RECUSED_REASON.format(reason=reason)


def elected(fact: ElectedFact) -> str:
    """Return "Anna Berg (S) väljs till ersättare för tiden 2020-10-01–2022-12-31"."""
    text = sentences.IS_ELECTED.format(person=fact.person, post=fact.post)
    if fact.valid_from and fact.valid_to:
        period = sentences.PERIOD.format(first=fact.valid_from, last=fact.valid_to)
        text = f"{text} {period}"
    elif fact.valid_from:
        text = f"{text} {sentences.PERIOD_FROM.format(first=fact.valid_from)}"
    elif fact.valid_to:
        text = f"{text} {sentences.PERIOD_TO.format(last=fact.valid_to)}"
    if fact.in_place_of:
        person = prose.genitive(fact.in_place_of)
        text = f"{text} {sentences.IN_PLACE_OF.format(member=person)}"
    return f"{text}."


def everyone(facts: Sequence[PointFact]) -> Iterator[PointFact]:
    """Return the points with those below them, in the order they are printed."""
    for fact in facts:
        yield fact
        yield from everyone(fact.below)


def appeals(facts: Sequence[PointFact]) -> list[tuple[str, str]]:
    """Return what is said of appeals: a heading and a text each (FL 33, KL 13:2)."""
    every = list(everyone(facts))
    is_only = len(every) == 1
    made = []
    for fact in every:
        points = sentences.THE_DECISION if is_only else prose.points([fact.label])
        if fact.appeal == AppealRegime.ADMINISTRATIVE:
            heading = (
                sentences.APPEAL_HEADING
                if is_only
                else sentences.APPEAL_HEADING_POINT.format(points=points)
            )
            made.append((heading, fact.appeal_text))
    closed = [
        fact.label
        for fact in every
        if fact.appeal == AppealRegime.NONE and fact.outcome not in SELF_EVIDENT
    ]
    if closed:
        points = sentences.THE_DECISION if is_only else prose.points(closed)
        text = sentences.NOT_APPEALABLE.format(points=points)
        made.append((sentences.APPEAL_HEADING, prose.upper(text)))
    return made

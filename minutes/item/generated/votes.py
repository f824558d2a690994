"""Omröstning: what yes and no mean, figures, names and outcome (KL 5:55)."""

from dataclasses import dataclass

from boards.board.enums import VoteLayout
from minutes.item import sentences
from minutes.item.enums import RoundMethod, RoundPurpose, SettledBy, VoteChoice
from minutes.item.generated import prose


@dataclass(frozen=True, slots=True)
class VoteFact:
    """What one person answered in an open vote, in the order the votes were given."""

    person: str
    choice: VoteChoice


@dataclass(frozen=True, slots=True)
class OptionFact:
    """How many voted for somebody in a closed ballot; never who did."""

    label: str
    votes: int
    is_elected: bool = False


@dataclass(frozen=True, slots=True)
class RoundFact:
    """One question the chair put, and what came of it.

    `yes_name` and `no_name` are the proposals that stand against each other.
    """

    question: str
    method: RoundMethod = RoundMethod.ACCLAMATION
    is_yes: bool | None = None
    settled_by: SettledBy | None = None
    meanings: tuple[str, str] = ("", "")
    totals: tuple[int, int, int] = (0, 0, 0)
    votes: tuple[VoteFact, ...] = ()
    purpose: RoundPurpose = RoundPurpose.MAIN
    found_yes: bool | None = None
    asked_by: str = ""
    options: tuple[OptionFact, ...] = ()
    yes_name: str = ""
    no_name: str = ""
    points: tuple[str, ...] = ()


def vote(fact: RoundFact, layout: VoteLayout) -> list[str]:
    """Return a vote, as far as it has come."""
    is_open = fact.method == RoundMethod.OPEN_VOTE
    how = sentences.OPEN_VOTE if is_open else sentences.CLOSED_VOTE
    parts = [prose.paragraph(f"{_requested(fact)} {how}".strip())]
    if fact.options:
        return parts + (_election(fact, layout) if fact.settled_by else [])
    parts += _meanings(fact)
    if fact.settled_by is None:
        return parts
    parts.append(prose.paragraph(_totals(fact)))
    if is_open:
        parts += _names(fact, layout)
    return [*parts, prose.paragraph(_outcome(fact))]


def _requested(fact: RoundFact) -> str:
    if fact.asked_by:
        return sentences.VOTE_REQUESTED_BY.format(person=fact.asked_by)
    if fact.method == RoundMethod.OPEN_VOTE:
        return sentences.VOTE_REQUESTED
    return ""


def _meanings(fact: RoundFact) -> list[str]:
    """Return what yes and no mean, always: a yes may well be for a rejection."""
    names = (fact.yes_name, fact.no_name)
    made = []
    for is_yes, given, name in zip((True, False), fact.meanings, names, strict=True):
        meaning = given.strip().rstrip(".")
        if not meaning and name:
            meaning = sentences.MEANS_PROPOSAL.format(name=name)
        meaning = meaning or sentences.MEANS_ANSWER[is_yes]
        text = sentences.MEANING[is_yes].format(meaning=meaning)
        made.append(prose.paragraph(text))
    return made


def _totals(fact: RoundFact) -> str:
    yes, no, abstain = fact.totals
    text = sentences.TOTALS.format(
        yes=prose.counted(yes, "ja-röst", "ja-röster"),
        no=prose.counted(no, "nej-röst", "nej-röster"),
    )
    if abstain:
        people = prose.counted(abstain, "ledamot", "ledamöter")
        text = f"{text} {sentences.ABSTAINING.format(people=people)}"
    return text


def _names(fact: RoundFact, layout: VoteLayout) -> list[str]:
    """Return who answered what (KL 5:67 p. 5), as the reglemente wants it shown."""
    if layout == VoteLayout.TABLE:
        rows = [(row.person, sentences.CHOICES[row.choice]) for row in fact.votes]
        return [prose.table((sentences.VOTER, sentences.CHOICE), rows)]
    made = []
    for choice, pattern in sentences.VOTES_RUNNING.items():
        people = [row.person for row in fact.votes if row.choice == choice]
        if people:
            text = pattern.format(people=prose.listed(people))
            made.append(prose.paragraph(text))
    return made


def _outcome(fact: RoundFact) -> str:
    settled = fact.settled_by or SettledBy.MAJORITY
    pattern, with_meaning = sentences.OUTCOMES[settled]
    meaning = fact.meanings[0 if fact.is_yes else 1].rstrip(".")
    answer = sentences.ANSWER[bool(fact.is_yes)]
    return (with_meaning if meaning else pattern).format(answer=answer, meaning=meaning)


def _election(fact: RoundFact, layout: VoteLayout) -> list[str]:
    """Return the candidates and their votes, and who is elected (KL 5:54–55)."""
    counts = [
        (one.label, prose.counted(one.votes, "röst", "röster")) for one in fact.options
    ]
    if layout == VoteLayout.TABLE:
        head = (sentences.CANDIDATE, sentences.VOTES)
        parts = [prose.table(head, counts)]
    else:
        named = prose.listed(f"{label} får {votes}" for label, votes in counts)
        parts = [prose.paragraph(f"{named}.")]
    if fact.totals[2]:
        blank = prose.counted(
            fact.totals[2], "valsedel är blank", "valsedlar är blanka"
        )
        parts.append(prose.paragraph(f"{blank}."))
    elected = [one.label for one in fact.options if one.is_elected]
    if elected:
        by_lot = fact.settled_by == SettledBy.LOT
        pattern = sentences.ELECTED_BY_LOT if by_lot else sentences.ELECTED_BY_VOTES
        people = prose.listed(elected)
        parts.append(prose.paragraph(pattern.format(people=people)))
    return parts

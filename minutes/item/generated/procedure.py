"""Beslutsgång: every question in the order it was put (KL 5:67 p. 2; KL-09)."""

from collections.abc import Iterator, Sequence

from boards.board.enums import VoteLayout
from minutes.item import sentences
from minutes.item.enums import RoundMethod, RoundPurpose
from minutes.item.generated import prose, votes
from minutes.item.generated.votes import RoundFact


def procedure(
    rounds: Sequence[RoundFact], layout: VoteLayout = VoteLayout.TABLE
) -> str:
    """Return every question, what the chair found and how it was voted on."""
    if len(rounds) == 1:
        return "".join([*_subject(rounds[0]), *_round(rounds[0], layout)])
    return "".join(_numbered(rounds, layout))


def _numbered(rounds: Sequence[RoundFact], layout: VoteLayout) -> Iterator[str]:
    if rounds:
        yield prose.paragraph(sentences.ORDER)
    purposes = {fact.purpose for fact in rounds}
    for number, fact in enumerate(rounds, start=1):
        heading = sentences.NUMBERED_ROUND.format(number=number)
        if purposes != {RoundPurpose.MAIN}:
            heading = f"{heading}: {_purpose(fact, purposes)}"
        yield f"<h3>{heading}</h3>"
        yield from _contenders(fact, purposes)
        yield from _subject(fact)
        yield from _round(fact, layout)


def _purpose(fact: RoundFact, purposes: set[RoundPurpose]) -> str:
    """Return what a question settles; the last of three proposals is a main vote."""
    is_vote = fact.method != RoundMethod.ACCLAMATION
    if fact.purpose == RoundPurpose.MAIN and is_vote:
        has_counter = RoundPurpose.COUNTER in purposes
        return sentences.MAIN_VOTE if has_counter else sentences.VOTE_ON_MATTER
    return sentences.PURPOSES[fact.purpose]


def _contenders(fact: RoundFact, purposes: set[RoundPurpose]) -> list[str]:
    """Return which proposals stand against each other when there are three or more."""
    if RoundPurpose.COUNTER not in purposes or not (fact.yes_name and fact.no_name):
        return []
    pattern = sentences.CONTENDERS.get(fact.purpose)
    if pattern is None:
        return []
    text = pattern.format(yes=fact.yes_name, no=fact.no_name)
    return [prose.paragraph(prose.upper(text))]


def _subject(fact: RoundFact) -> list[str]:
    if not fact.points:
        return []
    text = sentences.ROUND_ABOUT.format(points=prose.points(fact.points))
    return [prose.paragraph(text)]


def _round(fact: RoundFact, layout: VoteLayout) -> list[str]:
    """Return the question; what the chair found first stands beside a vote."""
    if fact.method == RoundMethod.ACCLAMATION:
        return [prose.paragraph(_asked(fact.question) + _found(fact.is_yes))]
    asked = prose.paragraph(_asked(fact.question) + _found(fact.found_yes))
    return [asked, *votes.vote(fact, layout)]


def _asked(question: str) -> str:
    text = question.strip().rstrip(".")
    whole = text.endswith("?") or text[:1].isupper()
    pattern = sentences.ASKED_QUOTED if whole else sentences.ASKED
    return pattern.format(question=text)


def _found(answer: bool | None) -> str:
    if answer is None:
        return "."
    return sentences.FOUND.format(answer=sentences.ANSWER[answer])

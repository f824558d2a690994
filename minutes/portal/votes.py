"""A vote by name as a picture, one square for each, and the same as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from minutes.publication.labels import CHOICES, SETTLED, named

# The order in which the sides stand, in the picture and the table.
SIDES = ("yes", "no", "abstain")
SQUARE, GAP, A_ROW = 16, 4, 20


@dataclass(frozen=True)
class Square:
    """Who voted, and where in the picture."""

    x: int
    y: int
    choice: str
    title: str


@dataclass(frozen=True)
class Side:
    """Those who voted one way."""

    name: str
    meaning: str
    count: int
    people: str


@dataclass(frozen=True)
class ShownRound:
    """A question with its answer, ready to be shown."""

    question: str
    settled: str
    sides: list[Side]
    squares: list[Square]
    width: int
    height: int
    options: list[dict[str, Any]]


def shown(facts: dict[str, Any]) -> ShownRound:
    """Return one question as its page shows it; without names there is no picture."""
    votes = sorted(facts.get("votes", []), key=lambda one: SIDES.index(one["choice"]))
    rows = -(-len(votes) // A_ROW)
    step = SQUARE + GAP
    return ShownRound(
        question=facts["question"],
        settled=named(SETTLED, facts.get("settled_by", "")),
        sides=[
            side(facts, choice) for choice in SIDES if facts.get(choice) is not None
        ],
        squares=[square(place, vote) for place, vote in enumerate(votes)],
        width=min(len(votes), A_ROW) * step or step,
        height=rows * step or step,
        options=facts.get("options", []),
    )


def square(place: int, vote: dict[str, str]) -> Square:
    """Return the square of the vote that stands at a place."""
    row, column = divmod(place, A_ROW)
    step = SQUARE + GAP
    said = f"{person(vote)}: {named(CHOICES, vote['choice'])}"
    return Square(column * step, row * step, vote["choice"], said)


def side(facts: dict[str, Any], choice: str) -> Side:
    """Return who voted one way, how many, and what it meant."""
    people = [person(one) for one in facts.get("votes", []) if one["choice"] == choice]
    return Side(
        name=named(CHOICES, choice),
        meaning=facts.get(f"{choice}_means", ""),
        count=facts[choice],
        people=", ".join(people),
    )


def person(vote: dict[str, str]) -> str:
    """Return somebody with the party."""
    return f"{vote['name']} ({vote['party']})" if vote["party"] else vote["name"]

"""What is asked: words and what narrows them, from an address and back to one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from minutes.publication.labels import OUTCOMES
from minutes.search.enums import HitKind, Order

LONGEST = 200
# The names in an address, in the order they are written there.
NAMES = {
    "words": "q",
    "municipality": "kommun",
    "board": "namnd",
    "year": "ar",
    "kind": "slag",
    "outcome": "utfall",
    "party": "parti",
    "order": "ordning",
}
NARROWING = ("municipality", "board", "year", "kind", "outcome", "party")
CHOICES: dict[str, frozenset[str]] = {
    "kind": frozenset(HitKind),
    "outcome": frozenset(OUTCOMES),
    "order": frozenset(Order),
}


@dataclass(frozen=True)
class Question:
    """What somebody asks of search; empty text means that nothing narrows."""

    words: str = ""
    municipality: str = ""
    board: str = ""
    year: str = ""
    kind: str = ""
    outcome: str = ""
    party: str = ""
    order: str = ""

    @property
    def address(self) -> str:
        """The question as the query of an address; the same for the same question."""
        asked = ((NAMES[one.name], getattr(self, one.name)) for one in fields(self))
        return urlencode([(name, value) for name, value in asked if value])

    @property
    def is_narrowed(self) -> bool:
        """Say whether anything but words is asked for."""
        return any(getattr(self, name) for name in NARROWING)

    def but(self, **changed: str) -> Question:
        """Return the same question with something else in it."""
        return replace(self, **changed)


def question_of(query: Mapping[str, str]) -> Question:
    """Read a question from an address; what no search can mean is left out."""
    said = {name: typed(query.get(key, "")) for name, key in NAMES.items()}
    for name, choices in CHOICES.items():
        if said[name] not in choices:
            said[name] = ""
    if not (said["year"].isdecimal() and len(said["year"]) == len("2020")):
        said["year"] = ""
    return Question(**said)


def typed(text: str) -> str:
    """Return what was typed in one line, without what no text holds."""
    return " ".join(text.replace("\x00", " ").split())[:LONGEST]

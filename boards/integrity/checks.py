"""The checks that are made, and what they find; every room registers its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import Model, QuerySet

from boards.shared.refusals import Refusal
from boards.shared.texts import SENTENCES, sentence

Row = TypeVar("Row", bound=Model)

# How many rows are held at a time, however many there are.
PIECE = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was: where, what (a sentence's code), with values."""

    where: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"

    @property
    def sentence(self) -> str:
        """What is wrong, in words."""
        return sentence(Refusal(self.code, values=self.values))


# What a check has looked at, counted under the codes of `integrity.looked.*`.
Looked = Counter[str]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to see to; `look` counts what it looks at and yields what is wrong."""

    name: str
    look: Callable[[Looked], Iterator[Fault]]

    @property
    def label(self) -> str:
        """What the check is called on screen."""
        return str(SENTENCES[f"integrity.check.{self.name}"])


# In the order in which they are made.
checks: list[Check] = []


def looked_at(counted: Mapping[str, int]) -> str:
    """Return what was looked at in words: `12 files, 3 rows`."""
    return ", ".join(
        str(SENTENCES[f"integrity.looked.{what}"]) % {"count": count}
        for what, count in counted.items()
    )


def pieces(rows: QuerySet[Row], size: int = PIECE) -> Iterator[list[Row]]:
    """Go through rows in the order of their keys, some at a time."""
    last = None
    while True:
        rest = rows.order_by("pk")
        if last is not None:
            rest = rest.filter(pk__gt=last)
        found = list(rest[:size])
        if not found:
            return
        last = found[-1].pk
        yield found


def ranges(numbers: list[int]) -> str:
    """Return numbers as people write them: `2, 5–7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("–".join(str(end) for end in run) for run in runs)

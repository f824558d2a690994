"""Findings as they are kept: the same words once, with every place they stand in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from boards.shared.personal_numbers import plain
from minutes.privacy.detectors import Finding, Passage
from minutes.privacy.enums import Choice, FindingKind

# So much is shown before and after what was found.
NEARBY = 60
# Kinds whose words are taken out of the text; the others are whole appendices.
WORDS = frozenset(FindingKind) - {FindingKind.SECRET_DOCUMENT, FindingKind.UNREADABLE}


@dataclass(frozen=True)
class Place:
    """Where something stands, with the words around it."""

    where: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Found:
    """The same words wherever they stand, and what was chosen for them."""

    kind: FindingKind
    text: str
    choice: Choice
    places: tuple[Place, ...] = field(default=())
    # The appendix it is about, when it is one.
    key: str = ""

    @property
    def identity(self) -> tuple[str, str]:
        """By which the same finding is known again in another version."""
        return self.kind, self.key or same(self.kind, self.text)

    @property
    def words(self) -> list[str]:
        """What is taken out of the text: a name without its genitive too."""
        if self.kind not in WORDS:
            return []
        bare = self.text.removesuffix("s")
        return [self.text, bare] if self.kind == FindingKind.NAME else [self.text]


def same(kind: str, text: str) -> str:
    """Return a text as it is compared: spacing, case and a genitive do not count."""
    said = " ".join(text.split()).casefold()
    return said.removesuffix("s") if kind == FindingKind.NAME else said


def gathered(findings: Iterable[Finding], passages: Iterable[Passage]) -> list[Found]:
    """Return findings with equal words as one, in the order they first stand."""
    texts = {passage.where: plain(passage.text) for passage in passages}
    found: dict[tuple[str, str], Found] = {}
    for one in findings:
        text = texts[one.where]
        place = Place(one.where, *around(text, one.start, one.end))
        new = Found(one.kind, one.text, one.suggestion, (place,))
        old = found.get(new.identity)
        found[new.identity] = (
            replace(old, places=(*old.places, place)) if old is not None else new
        )
    return list(found.values())


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words before and after a stretch, whole ones."""
    before, after = text[max(0, start - NEARBY) : start], text[end : end + NEARBY]
    if start > NEARBY:
        before = "… " + before.partition(" ")[2]
    if len(text) > end + NEARBY:
        after = after.rpartition(" ")[0] + " …"
    return before, after


def with_choices(
    found: Iterable[Found], chosen: dict[tuple[str, str], Choice]
) -> list[Found]:
    """Return the findings with what was chosen for the same ones before."""
    return [replace(one, choice=chosen.get(one.identity, one.choice)) for one in found]


def packed(found: Iterable[Found]) -> list[dict[str, Any]]:
    """Return findings as they are kept in a row."""
    return [asdict(one) for one in found]


def unpacked(rows: Iterable[dict[str, Any]]) -> list[Found]:
    """Return the findings of a row."""
    return [
        Found(
            kind=FindingKind(row["kind"]),
            text=row["text"],
            choice=Choice(row["choice"]),
            places=tuple(Place(**place) for place in row["places"]),
            key=row["key"],
        )
        for row in rows
    ]


def digest(rows: list[dict[str, Any]]) -> str:
    """Return what tells whether findings are those somebody has seen."""
    said = json.dumps(rows, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()

"""What somebody typed: words, phrases, a § or a diarienummer."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from minutes.search.common import COMMON

MOST_PIECES = 24
# Two words of a phrase stand this near each other to be a gram.
NEAREST = 4
# Shorter parts stand in too much that has nothing to do with them.
SHORTEST_PART = 4
SURE_BEGINNING = 6
JOINTS = "saeou"

PIECE = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
OR = frozenset({"OR", "ELLER"})
CITED = re.compile(
    r"([^\W\d_][\w-]{0,11})?\s*§+\s*(\d{1,6})(?:\s*/\s*(\d{4}-\d{2}-\d{2}))?"
)
DNR = re.compile(r"([^\W\d_][\w-]{0,11})\s+(\d{1,6})\s*/\s*(\d{4})")


@dataclass(frozen=True)
class Piece:
    """One word or one phrase of a question, wanted or not."""

    text: str
    is_phrase: bool = False
    is_unwanted: bool = False

    @property
    def is_word(self) -> bool:
        """Letters only: it can be part of a compound, or be misspelt."""
        return not self.is_phrase and self.text.isalpha()


@dataclass(frozen=True)
class Cited:
    """A § as it is cited: `ITVT § 12/2020-09-29`, or parts of that."""

    number: int
    prefix: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Dnr:
    """The number of an ärende: `ITVT 4/2020`."""

    dnr: str


def pieces(text: str) -> list[list[Piece]]:
    """Split a question into alternatives, each of which is words that all count.

    Every text is a question: operators that stand wrong are left out.
    """
    found: list[list[Piece]] = [[]]
    for minus, phrase, word in PIECE.findall(text)[:MOST_PIECES]:
        if word in OR and not minus:
            found.append([])
            continue
        said = (phrase or word).strip()
        if any(sign.isalnum() for sign in said):
            is_phrase = bool(phrase)
            found[-1].append(Piece(said.lower(), is_phrase, bool(minus)))
    return [alternative for alternative in found if alternative]


def address_in(text: str) -> Cited | Dnr | None:
    """Return the § or ärende that the text names, when it names nothing else."""
    said = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    if match := CITED.fullmatch(said):
        prefix, number, day = match.groups()
        try:
            on = date.fromisoformat(day) if day else None
        except ValueError:
            return None
        return Cited(int(number), (prefix or "").upper(), on)
    if match := DNR.fullmatch(said):
        prefix, number, year = match.groups()
        return Dnr(f"{prefix} {int(number)}/{year}".upper())
    return None


def grams(words: Mapping[str, Sequence[int]]) -> list[str]:
    """Return the pairs of neighbouring words that are both among the commonest.

    A phrase of two common words stands in few §§, but each of them in most: looked up
    as a pair it costs what a rare word costs. `words` gives the places of each word.
    """
    standing = sorted((at, word) for word, places in words.items() for at in places)
    pairs = set()
    for (at, word), (after, following) in pairwise(standing):
        distance = after - at
        if 0 < distance <= NEAREST and word in COMMON and following in COMMON:
            pairs.add(f"{word} {distance} {following}")
    return sorted(pairs)


def rest_of(compound: str, part: str) -> tuple[str, str] | None:
    """Return what stands before and after a part of a compound; nothing without it.

    "grundskol" with "skol" gives ("grund", "").
    """
    before, found, after = compound.partition(part)
    return (before, after) if found and (before or after) else None


def joints(before: str, after: str) -> tuple[set[str], set[str]]:
    """Return what each rest may be as a word of its own, without the joint.

    Swedish joins with s, and with a vowel: "bygglov|s|ansökan", "gat|u|belysning".
    """
    starts = {before, before[:-1]} if before[-1:] in JOINTS else {before}
    ends = {after, after[1:]} if after[:1] in JOINTS else {after}
    return starts, ends


def is_compound_with(compound: str, part: str, known: Collection[str]) -> bool:
    """Say whether a word is a compound with a part, by the words that are known.

    Every rest is a known word too, so "ring" is no part of "klassificering". A long
    beginning needs no proof: "bygglov" begins nothing but its own compounds.
    """
    rest = rest_of(compound, part)
    if rest is None:
        return False
    before, after = rest
    starts, ends = joints(before, after)
    is_start = not before and len(part) >= SURE_BEGINNING
    if is_start:
        return True
    return (not before or bool(starts & set(known))) and (
        not after or bool(ends & set(known))
    )

"""What a change of the data would do to a wording of one's own: shown, never done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from boards.shared.sanitise import plain_text, sanitise
from minutes.item.wording import is_generated, text_of

WORD = re.compile(r"\n|\S+")
CELL_END = re.compile(r"</p>(?=</t[dh]>)")
LINE_END = re.compile(r"</(?:p|h\d|li|tr)>|<br>")

if TYPE_CHECKING:
    from minutes.item.models import ItemSection, MinutesItem
    from minutes.item.queries import Record


@dataclass(frozen=True)
class Stretch:
    """Some words of the difference: kept, taken away or put in."""

    kind: str
    text: str


@dataclass(frozen=True)
class Suggestion:
    """The text the data gives now, and how it differs from the one it gave before."""

    body: str
    stretches: tuple[Stretch, ...]


def suggestion_of(
    record: Record, item: MinutesItem, section: ItemSection
) -> Suggestion | None:
    """Return a suggestion when the data changed after the wording was written."""
    if not (section.body and is_generated(section.kind)):
        return None
    current = text_of(record, item, section.kind)
    if sanitise(current) in {sanitise(section.generated_from), section.body}:
        return None
    words = differences(in_lines(section.body), in_lines(current))
    return Suggestion(body=current, stretches=tuple(words))


def in_lines(body: str) -> str:
    """Return rich text as lines: a paragraph, a point or a row of a table each."""
    rows = CELL_END.sub(" ", body)
    lines = (plain_text(line) for line in LINE_END.split(rows))
    return "\n".join(line for line in lines if line)


def differences(before: str, after: str) -> Iterator[Stretch]:
    """Return two texts as one, word by word; lines stay apart."""
    old, new = WORD.findall(before), WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Stretch("same", " ".join(old[start:end]))
            continue
        if end > start:
            yield Stretch("gone", " ".join(old[start:end]))
        if new_end > new_start:
            yield Stretch("new", " ".join(new[new_start:new_end]))

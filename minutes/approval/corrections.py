"""Putting a slip right in frozen content: what changes, and the note that says so.

Pure: the tree as JSON goes in and comes out, the old one untouched. A word is replaced
where it stands within one stretch of text, in one § or on the front page; whatever
names parts of the tree stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from boards.shared.paper.store import pack
from boards.shared.paper.tree import Field, Paragraph, ParagraphKind, Run
from minutes.pdf import words

# What names parts of the tree, or is no text of its own.
NAMES = frozenset({"node", "key", "section_key", "sha256", "link", "name", "value"})


@dataclass(frozen=True)
class Change:
    """One slip: where it stands (`None` is the front page), and what is right."""

    item: int | None
    wrong: str
    right: str


@dataclass(frozen=True)
class Note:
    """What a correction has to say for itself (JO 581-2013; P-05)."""

    version: int
    day: date
    by: str
    ground: str
    earlier_sha256: str


def occurrences(content: dict[str, Any], change: Change) -> int:
    """Return how often the wrong words stand where the change looks for them."""
    pattern = pattern_of(change.wrong)
    texts = (text for part in parts_of(content, change.item) for text in texts_of(part))
    return sum(len(pattern.findall(text)) for text in texts)


def corrected(
    content: dict[str, Any], changes: Iterable[Change], note: Note, label: str
) -> dict[str, Any]:
    """Return the content put right, each changed part with a note of its own.

    `label` names the parts for the front page, which says that this is a version.
    """
    listed = list(changes)
    result = content
    for change in listed:
        result = _in_part(result, change.item, _replacing(change))
    for item in dict.fromkeys(change.item for change in listed):
        own = [change for change in listed if change.item == item]
        if item is not None:
            result = _in_part(result, item, _with_note(own, note))
    return _with_version(result, note, label, [c for c in listed if c.item is None])


def pattern_of(text: str) -> re.Pattern[str]:
    """Match the words however they are spaced, and not inside other words."""
    inner = r"\s+".join(re.escape(word) for word in text.split())
    before = r"(?<!\w)" if re.match(r"\w", text.strip()) else ""
    after = r"(?!\w)" if re.search(r"\w$", text.strip()) else ""
    return re.compile(before + inner + after)


def parts_of(content: dict[str, Any], item: int | None) -> Iterator[Any]:
    """Return the § of the tree, or everything that is in none."""
    blocks = content["document"]["blocks"]
    if item is None:
        yield from (block for block in blocks if not _holds_sections(block))
        return
    yield from (block for block in sections_of(blocks) if block["key"] == key_of(item))


def key_of(item: int) -> str:
    """Return the key of a §'s section, as `minutes.pdf.keys` writes it."""
    return f"item-{item}"


def sections_of(blocks: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Walk the sections, those inside others too."""
    for block in blocks:
        if _holds_sections(block):
            yield block
            yield from sections_of(block["blocks"])


def texts_of(part: Any, name: str = "") -> Iterator[str]:
    """Walk every stretch of text a reader sees; a § inside another is not the other."""
    if isinstance(part, str):
        if name not in NAMES:
            yield part
    elif isinstance(part, list):
        for one in part:
            yield from texts_of(one, name)
    elif isinstance(part, dict) and part.get("node") not in {"date", "bytes"}:
        for key, value in part.items():
            yield from texts_of(value, key)


def _holds_sections(block: Any) -> bool:
    return isinstance(block, dict) and block.get("node") == "Section"


def _replacing(change: Change) -> Callable[[Any], Any]:
    pattern, right = pattern_of(change.wrong), change.right.strip()
    return lambda part: _replaced(part, pattern, right)


def _replaced(part: Any, pattern: re.Pattern[str], right: str, name: str = "") -> Any:
    if isinstance(part, str):
        return part if name in NAMES else pattern.sub(lambda _found: right, part)
    if isinstance(part, list):
        return [_replaced(one, pattern, right, name) for one in part]
    if isinstance(part, dict) and part.get("node") not in {"date", "bytes"}:
        return {k: _replaced(v, pattern, right, k) for k, v in part.items()}
    return part


def _in_part(
    content: dict[str, Any], item: int | None, change: Callable[[Any], Any]
) -> dict[str, Any]:
    """Return the content with one § changed, or everything that is in none."""

    def walk(block: Any) -> Any:
        if not _holds_sections(block):
            return change(block) if item is None else block
        if item is not None and block["key"] == key_of(item):
            return change(block)
        return {**block, "blocks": [walk(one) for one in block["blocks"]]}

    def outermost(block: Any) -> Any:
        return block if item is None and _holds_sections(block) else walk(block)

    document = content["document"]
    blocks = [outermost(block) for block in document["blocks"]]
    return {**content, "document": {**document, "blocks": blocks}}


def _with_note(changes: list[Change], note: Note) -> Callable[[Any], Any]:
    said = pack(Paragraph(tuple(_note_runs(changes, note)), ParagraphKind.SMALL))
    return lambda section: {**section, "blocks": [*section["blocks"], said]}


def _note_runs(changes: list[Change], note: Note) -> Iterator[Run]:
    yield Run(words.CORRECTION.format(day=note.day, by=note.by), bold=True)
    for change in changes:
        text = words.CORRECTED.format(wrong=change.wrong, right=change.right)
        yield Run(f" {text}")
    yield Run(f" {words.CORRECTION_GROUND.format(ground=note.ground)}")
    yield Run(f" {words.EARLIER_VERSION.format(sha256=note.earlier_sha256)}")


def _with_version(
    content: dict[str, Any], note: Note, label: str, on_front: list[Change]
) -> dict[str, Any]:
    """Return the content whose front page says that it is a corrected version."""
    lines = [words.VERSION.format(version=note.version, label=label)]
    lines += [run.text.strip() for run in _note_runs(on_front, note)]
    field = pack(Field(words.VERSION_LABEL, tuple(lines)))
    is_told = False

    def told(block: Any) -> Any:
        nonlocal is_told
        if is_told or block.get("node") != "FieldTable":
            return block
        is_told = True
        kept = [one for one in block["fields"] if one["label"] != words.VERSION_LABEL]
        return {**block, "fields": [field, *kept]}

    document = content["document"]
    blocks = [told(block) for block in document["blocks"]]
    return {**content, "document": {**document, "blocks": blocks}}

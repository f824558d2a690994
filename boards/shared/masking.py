"""Taking names out of what the public is to see; pure text, no database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from unicodedata import normalize

# What stands in a document where a protected person's name was.
PROTECTED = "Skyddad uppgift"
# What takes no room on a page: hyphens that show only at a line's end, and joiners.
UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def mask_names(data: Any, names: Iterable[str]) -> Any:
    """Return plain data with every protected name replaced, wherever it stands.

    Longer names go first; a genitive s goes too, and a name inside another word stays.
    Removed, not covered: the name is not in the result (D-16, D-20).
    """
    words = sorted({name.strip() for name in names} - {""}, key=len, reverse=True)
    if not words:
        return data
    return _masked(data, re.compile("|".join(_pattern(word) for word in words)))


def _pattern(word: str) -> str:
    """Match a name however it is spaced; a full name also in other capitals.

    A family name alone keeps its capital: "Berg" is somebody, "berg" is a mountain.
    """
    words = UNSEEN.sub("", normalize("NFC", word)).split()
    between = f"{UNSEEN.pattern}*"
    parts = [between.join(re.escape(sign) for sign in one) for one in words]
    name = rf"{between}\s+{between}".join(parts)
    inner = f"(?i:{name})" if len(parts) > 1 or "@" in word else name
    return rf"(?<!\w){inner}s?(?!\w)"


def _masked(data: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(data, str):
        text = normalize("NFC", data)
        masked = pattern.sub(PROTECTED, text)
        return data if masked == text else masked
    if isinstance(data, list):
        if data and all(_is_run(one) for one in data):
            return _masked_runs(data, pattern)
        return [_masked(value, pattern) for value in data]
    if isinstance(data, dict):
        return {key: _masked(value, pattern) for key, value in data.items()}
    return data


def _is_run(data: Any) -> bool:
    """Say whether it is a stretch of running text, as `paper.store` packs one."""
    return isinstance(data, dict) and data.get("node") == "Run"


def _masked_runs(runs: list[Any], pattern: re.Pattern[str]) -> list[Any]:
    """Mask what stands across stretches of other looks, such as a half bold name."""
    texts = [normalize("NFC", run["text"]) for run in runs]
    spans = [match.span() for match in pattern.finditer("".join(texts))]
    shown, start = [], 0
    for run, text in zip(runs, texts, strict=True):
        left = _left_of(text, start, spans)
        start += len(text)
        # An address may hold the name too; without it the words stay words.
        link = run.get("link", "")
        if _masked(link, pattern) != link:
            shown.append(run | {"text": left, "link": ""})
        elif left or not text:
            shown.append(run if left == text else run | {"text": left})
    return shown


def _left_of(text: str, start: int, spans: list[tuple[int, int]]) -> str:
    """Return a stretch without what is masked; the first of a match says so."""
    end, place, left = start + len(text), start, ""
    for first, last in spans:
        if last <= start or first >= end:
            continue
        left += text[place - start : max(first, start) - start]
        left += PROTECTED if first >= start else ""
        place = min(last, end)
    return left + text[place - start :]

"""Taking names out of what the public is to see; pure text, no database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from unicodedata import normalize

# What stands in a document where a protected person's name was.
PROTECTED = "Skyddad uppgift"


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
    parts = [re.escape(part) for part in normalize("NFC", word).split()]
    name = r"\s+".join(parts)
    inner = f"(?i:{name})" if len(parts) > 1 or "@" in word else name
    return rf"(?<!\w){inner}s?(?!\w)"


def _masked(data: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(data, str):
        text = normalize("NFC", data)
        masked = pattern.sub(PROTECTED, text)
        return data if masked == text else masked
    if isinstance(data, list):
        return [_masked(value, pattern) for value in data]
    if isinstance(data, dict):
        return {key: _masked(value, pattern) for key, value in data.items()}
    return data

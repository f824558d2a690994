"""Taking names out of what the public is to see; pure text, no database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from boards.shared.paper import store
from boards.shared.paper.tree import Document
from minutes.item.sentences import PROTECTED


def without_names(document: Document, names: Iterable[str]) -> Document:
    """Return the document with every protected name replaced, wherever it stands."""
    return store.from_json(mask_names(store.to_json(document), names))


def mask_names(data: Any, names: Iterable[str]) -> Any:
    """Return plain data with every protected name replaced, wherever it stands.

    Longer names go first; a genitive s goes too, and a name inside another word stays.
    Removed, not covered: the name is not in the result (D-16, D-20).
    """
    words = sorted({name for name in names if name}, key=len, reverse=True)
    if not words:
        return data
    pattern = "|".join(re.escape(word) for word in words)
    return _masked(data, re.compile(rf"\b(?:{pattern})s?\b"))


def _masked(data: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(data, str):
        return pattern.sub(PROTECTED, data)
    if isinstance(data, list):
        return [_masked(value, pattern) for value in data]
    if isinstance(data, dict):
        return {key: _masked(value, pattern) for key, value in data.items()}
    return data

"""Taking names out of a document tree before the public sees it."""

import re
from collections.abc import Iterable

from boards.shared.paper import store
from boards.shared.paper.tree import Document
from minutes.item.sentences import PROTECTED


def without_names(document: Document, names: Iterable[str]) -> Document:
    """Return the document with every protected name replaced, wherever it stands.

    Removed, not covered: the name is not in the result (D-16, D-20).
    """
    words = sorted({name for name in names if name}, key=len, reverse=True)
    if not words:
        return document
    pattern = "|".join(re.escape(word) for word in words)
    data = _masked(store.to_json(document), re.compile(rf"\b(?:{pattern})s?\b"))
    return store.from_json(data)


def _masked(data: object, pattern: re.Pattern[str]) -> object:
    if isinstance(data, str):
        return pattern.sub(PROTECTED, data)
    if isinstance(data, list):
        return [_masked(value, pattern) for value in data]
    if isinstance(data, dict):
        return {key: _masked(value, pattern) for key, value in data.items()}
    return data

"""Taking names out of a document tree that the public is to see."""

from __future__ import annotations

from collections.abc import Iterable

from boards.shared.masking import mask_names
from boards.shared.paper import store
from boards.shared.paper.tree import Document


def without_names(document: Document, names: Iterable[str]) -> Document:
    """Return the document with every protected name replaced, wherever it stands."""
    return store.from_json(mask_names(store.to_json(document), names))

"""What rooms to the right do when a handling is marked secret, or the mark goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cases.document.models import Document

# Called inside the transaction of the mark.
after_mark: list[Callable[[Document], None]] = []

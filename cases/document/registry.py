"""What rooms to the right add to the page of a handling."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from cases.document.models import Document

# Each gives a part of the page as HTML, or None for nothing to say.
panels: list[Callable[[HttpRequest, Document], SafeString | None]] = []

# Called when a handling is published, with the address of its file, and when it is
# taken back, with none; inside the same transaction.
after_publishing: list[Callable[[Document, str], None]] = []

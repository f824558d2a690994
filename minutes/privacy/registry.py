"""What rooms to the right do for the gate."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes.privacy.models import Publication

# Called in the transaction of a withdrawal: the document is gone when it commits.
take_down: list[Callable[[Publication], object]] = []

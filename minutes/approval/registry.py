"""What rooms to the right do when minutes are approved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes.approval.models import Approval

# Called in the transaction of the last signature, in the order they were registered.
on_approved: list[Callable[[Approval], object]] = []

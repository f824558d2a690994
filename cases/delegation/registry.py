"""Who wants to know that a decision was registered: rooms to the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boards.board.models import Board
    from boards.person.models import User

after_registration: list[Callable[[Board, User | None], object]] = []

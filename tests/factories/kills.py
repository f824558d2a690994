"""Ends in the middle: at a statement to the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection, transaction


class Killer:
    """Ends what runs at its n-th statement, as a power cut would."""

    def __init__(self, at_statement: int) -> None:
        self.left = at_statement

    def __call__(self, execute: Any, sql: Any, *said: Any) -> Any:
        # A savepoint cut in two would stay open here, which no real end leaves behind.
        if "SAVEPOINT" not in str(sql):
            self.left -= 1
            if self.left == 0:
                raise KeyboardInterrupt
        return execute(sql, *said)


def ends(step: Callable[[], object], at_statement: int) -> bool:
    """Run a step that keeps its own transactions; say whether it came to its end."""
    try:
        with connection.execute_wrapper(Killer(at_statement)):
            step()
    except KeyboardInterrupt:
        return False
    return True


def survives(step: Callable[[], object], at_statement: int) -> bool:
    """Run a step that is killed at a statement; say whether it came to its end."""

    def whole() -> None:
        with transaction.atomic():
            step()

    return ends(whole, at_statement)

"""What the tests of retention stand on."""

from datetime import date

import pytest

from boards.access.enums import Role
from boards.board.models import Board
from boards.person.models import User
from cases.retention import registry
from tests.factories import registers


@pytest.fixture
def board() -> Board:
    return registers.board()


@pytest.fixture
def archivist(board: Board) -> User:
    return registers.role(board, Role.ARCHIVIST)


@pytest.fixture
def second(board: Board) -> User:
    return registers.role(board, Role.ARCHIVIST)


@pytest.fixture
def approved(monkeypatch: pytest.MonkeyPatch) -> dict[int, date]:
    """The day the minutes about each ärende were approved, as a test says it."""
    days: dict[int, date] = {}
    monkeypatch.setattr(registry, "approvals", [lambda _cases: days])
    return days

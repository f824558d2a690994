"""Giving and ending roles."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from boards.access.enums import Role
from boards.access.permissions import may
from boards.registers.actions import assign_role, end_role
from boards.shared.refusals import Refused
from tests.factories import registers as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-15T08:00:00+02:00"),
]


def test_role_when_given_then_opens_that_board_alone() -> None:
    board, other = make.board(), make.board()
    user = make.registrar(board)
    assert may(user, "case.open", board)
    assert not may(user, "case.open", other)


def test_role_when_ended_then_gone_the_day_after() -> None:
    board = make.board()
    user = make.registrar(board)
    row = make.assignment(board, user, Role.REGISTRAR)
    end_role(assignment=row, valid_to=date(2020, 9, 14), by=None)
    assert not may(user, "case.open", board)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"valid_from": date(2020, 1, 1)}, "role.held_already"),
        (
            {"valid_from": date(2018, 2, 1), "valid_to": date(2018, 1, 1)},
            "role.ends_before_start",
        ),
    ],
)
def test_role_when_period_cannot_be_then_refused(values: dict, code: str) -> None:
    board = make.board()
    user = make.registrar(board)
    with pytest.raises(Refused, match=code):
        assign_role(user=user, board=board, role=Role.REGISTRAR, by=None, **values)


def test_role_when_secretary_gives_it_then_denied() -> None:
    board = make.board()
    with pytest.raises(PermissionDenied):
        assign_role(
            user=make.user(),
            board=board,
            role=Role.SECRETARY,
            valid_from=make.TERM,
            by=make.secretary(board),
        )

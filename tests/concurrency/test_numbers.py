"""Numbers asked for at the same moment: each is given once, and none is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from boards.shared.models import NumberSeries
from cases.case.actions import open_case
from cases.case.models import Case
from cases.diary.models import DiaryRow
from cases.document.actions import register_document
from cases.document.enums import Direction
from tests.factories import cases as make
from tests.factories import registers

pytestmark = [pytest.mark.concurrency, pytest.mark.django_db(transaction=True)]

THREADS = 50
DAY = make.DAY


class RegretError(Exception):
    """Somebody's transaction fails after it has got its number."""


def regret_if(is_sorry: bool) -> None:
    if is_sorry:
        raise RegretError


def at_once(work: Callable[[int], None]) -> list[bool]:
    """Do the work in real threads that start together; say which went through."""
    barrier = Barrier(THREADS)

    def one(turn: int) -> bool:
        barrier.wait()
        try:
            with transaction.atomic():
                work(turn)
                regret_if(turn % 5 == 0)
        except RegretError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


def test_open_case_when_fifty_at_once_and_some_roll_back_gives_one_to_n() -> None:
    board = registers.board()

    went_through = at_once(
        lambda turn: open_case(board=board, title=f"{turn}", opened_on=DAY, by=None)
    )

    numbers = sorted(Case.objects.values_list("number", flat=True))
    assert sum(went_through) == len(numbers) == 40
    assert numbers == list(range(1, 41))
    assert NumberSeries.objects.get(board=board).last == 40


def test_register_document_when_fifty_at_once_leaves_no_gap() -> None:
    case = make.case()

    went_through = at_once(
        lambda turn: register_document(
            case=case,
            direction=Direction.DRAWN_UP,
            subject=f"Handling {turn}",
            handled_on=DAY,
            by=None,
        )
    )

    acts = sorted(case.documents.values_list("act_number", flat=True))
    case.refresh_from_db()
    assert sum(went_through) == 40
    assert acts == list(range(1, 41))
    assert case.last_act == DiaryRow.objects.count() == 40


def test_open_case_in_two_boards_at_once_counts_each_by_itself() -> None:
    boards = [registers.board(), registers.board()]

    at_once(
        lambda turn: open_case(
            board=boards[turn % 2], title=f"{turn}", opened_on=DAY, by=None
        )
    )

    for board in boards:
        numbers = sorted(board.cases.values_list("number", flat=True))
        assert numbers == list(range(1, 21))

"""Numbers that run 1, 2, 3 … per board and year."""

from django.db import connection, models

from boards.shared.enums import SeriesKind


def next_number(*, board: models.Model, kind: SeriesKind, year: int) -> int:
    """Give the next number of a series: the last thing a transaction does.

    The counter row stays locked until the transaction ends, so a rolled-back number is
    given again and nobody sees a gap. Call it late: it is what others wait for.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO boards_numberseries AS series (board_id, kind, year, last)"
            " VALUES (%s, %s, %s, 1)"
            " ON CONFLICT (board_id, kind, year) DO UPDATE SET last = series.last + 1"
            " RETURNING last",
            [board.pk, kind, year],
        )
        return int(cursor.fetchone()[0])


def last_number(*, board: models.Model, kind: SeriesKind, year: int) -> int:
    """Return the last number given, 0 when none was: for provisional numbers."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT last FROM boards_numberseries"
            " WHERE board_id = %s AND kind = %s AND year = %s",
            [board.pk, kind, year],
        )
        row = cursor.fetchone()
    return int(row[0]) if row else 0

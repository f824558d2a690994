"""Reads of the ledger: the sums every report stands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import F, QuerySet, Sum
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from boards.access.queries import boards_with_role
from boards.shared.money import format_kronor
from finance.ledger.enums import BalanceKind, Measure, UploadState
from finance.ledger.models import (
    LedgerBalance,
    LedgerFile,
    LedgerUpload,
    MonthAmount,
)
from finance.ledger.rules import months_between

if TYPE_CHECKING:
    from boards.board.models import Board


@dataclass(frozen=True)
class MonthSum:
    """What one account and its objects changed, or were to change, in a month."""

    account: str
    unit: str
    project: str
    activity: str
    month: date
    ore: int


def counted_months(
    board: Board, year: int, measure: Measure = Measure.ACTUAL
) -> QuerySet[MonthAmount]:
    """Every amount that counts for the board in a calendar year; each once."""
    return MonthAmount.objects.filter(
        file__counted_months__board=board,
        file__counted_months__measure=F("measure"),
        file__counted_months__month=F("month"),
        measure=measure,
        cut=0,
        month__range=(date(year, 1, 1), date(year, 12, 31)),
    )


def month_sums(
    board: Board, year: int, measure: Measure = Measure.ACTUAL
) -> list[MonthSum]:
    """Return the board's year by account, objects and month, in one query.

    Debit is positive: revenue is negative, as in the board's own tables (F-04).
    """
    columns = ("account", "unit", "project", "activity", "month")
    sums = (
        counted_months(board, year, measure)
        .values(*columns)
        .annotate(total=Sum("ore"))
        .order_by(*columns)
        .values_list(*columns, "total")
    )
    return [
        MonthSum(account, unit, project, activity, month, int(ore))
        for account, unit, project, activity, month, ore in sums
    ]


CLASS_NAMES = {
    "1": _("Assets"),
    "2": _("Equity and liabilities"),
    "3": _("Revenue"),
    "4": _("Purchases and grants"),
    "5": _("Personnel"),
    "6": _("Other operating costs"),
    "7": _("Other operating costs"),
    "8": _("Other revenue and costs"),
    "9": _("Internal accounts"),
}


@dataclass(frozen=True)
class ClassTotal:
    """What a file says of one account class: 3 is revenue, 4 to 7 are costs."""

    account_class: str
    actual: int | None = None
    budget: int | None = None

    @property
    def shown_actual(self) -> str:
        """The outcome in kronor, nothing where the file has none."""
        return "" if self.actual is None else format_kronor(self.actual)

    @property
    def shown_budget(self) -> str:
        """The budget in kronor, nothing where the file has none."""
        return "" if self.budget is None else format_kronor(self.budget)

    @property
    def label(self) -> object:
        """What the class holds in Kommun-Bas (F-05)."""
        return CLASS_NAMES.get(self.account_class, "")


def class_totals(file_id: int) -> list[ClassTotal]:
    """Return a file's own year by account class; year balances when it has no more."""
    found: dict[str, dict[str, int]] = {}
    years = (
        MonthAmount.objects.filter(file_id=file_id, cut=0)
        .annotate(account_class=Substr("account", 1, 1))
        .values("account_class", "measure")
    )
    last = _last_year(file_id)
    if last is not None:
        years = years.filter(month__year=last)
    for row in years.annotate(total=Sum("ore")):
        found.setdefault(row["account_class"], {})[row["measure"]] = int(row["total"])
    if not found:
        found = _from_balances(file_id)
    return [
        ClassTotal(name, said.get(Measure.ACTUAL), said.get(Measure.BUDGET))
        for name, said in sorted(found.items())
    ]


def _last_year(file_id: int) -> int | None:
    months = MonthAmount.objects.filter(file_id=file_id).order_by("-month")
    last = months.values_list("month", flat=True).first()
    return last.year if last else None


def _from_balances(file_id: int) -> dict[str, dict[str, int]]:
    """Results and closing balances of the file's own year: all a type 1 file has."""
    rows = (
        LedgerBalance.objects.filter(
            file_id=file_id,
            year=0,
            kind__in=[BalanceKind.RESULT, BalanceKind.CLOSING],
        )
        .annotate(account_class=Substr("account", 1, 1))
        .values("account_class")
        .annotate(total=Sum("ore"))
    )
    return {row["account_class"]: {Measure.ACTUAL: int(row["total"])} for row in rows}


def spans(file_id: int) -> list[tuple[Measure, int, date, date]]:
    """Return the first and last month of each measure and year of a file."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT measure, extract(year FROM month)::int, min(month), max(month)"
            " FROM finance_monthamount WHERE file_id = %s GROUP BY 1, 2 ORDER BY 1, 2",
            [file_id],
        )
        return [(Measure(row[0]), *row[1:]) for row in cursor.fetchall()]


def counted_already(file_id: int, board: Board) -> tuple[str, str] | None:
    """Return a voucher, and its other file, that counts in one of the same months."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT v.series || ' ' || v.number, f.name
            FROM finance_ledgermonth m
            JOIN finance_ledgerfile f ON f.id = m.file_id
            JOIN finance_voucher v ON v.file_id = f.id
                AND date_trunc('month', v.day) = m.month
            JOIN finance_voucher n ON n.file_id = %s AND n.series = v.series
                AND n.number = v.number
                AND extract(year FROM n.day) = extract(year FROM v.day)
            WHERE m.board_id = %s AND m.measure = 'actual' AND v.number <> '' LIMIT 1
            """,
            [file_id, board.pk],
        )
        found: tuple[str, str] | None = cursor.fetchone()
        return found


def visible_files(user: Any) -> QuerySet[LedgerFile]:
    """Ledger files of the boards the user works in."""
    boards = boards_with_role(user)
    return LedgerFile.objects.filter(board__in=boards).select_related(
        "board", "imported_by"
    )


def open_uploads(user: Any) -> QuerySet[LedgerUpload]:
    """Uploads that are being read, or that were refused last."""
    boards = boards_with_role(user)
    return (
        LedgerUpload.objects.filter(board__in=boards)
        .exclude(state=UploadState.IMPORTED)
        .select_related("board", "uploaded_by")
    )


@dataclass
class Span:
    """Months in a row for which a file counts."""

    measure: str
    is_own: bool
    first: date
    last: date


def spans_of(file: LedgerFile) -> list[Span]:
    """Return the months for which the file counts, those in a row as one."""
    found: list[Span] = []
    for row in file.counted_months.order_by("measure", "month"):
        last = found[-1] if found else None
        is_next = last and list(months_between(last.last, row.month))[1:] == [row.month]
        is_same = last and (last.measure, last.is_own) == (row.measure, row.is_own)
        if last and is_next and is_same:
            last.last = row.month
        else:
            found.append(Span(row.measure, row.is_own, row.month, row.month))
    return found

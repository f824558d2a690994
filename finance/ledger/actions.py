"""The verbs of the ledger: upload a file, import it whole or not at all."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

from django.db import connection, transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.files import sha256_of, store_stream
from boards.shared.history import record
from boards.shared.outbox import enqueue
from finance.ledger import rules
from finance.ledger.chart import write_chart
from finance.ledger.copying import numbers
from finance.ledger.enums import UploadState
from finance.ledger.loading import Loading
from finance.ledger.models import LedgerFile, LedgerMonth, LedgerUpload
from finance.ledger.queries import ClassTotal, class_totals, counted_already, spans
from finance.ledger.sheets.columns import Columns
from finance.ledger.sheets.models import SheetMapping
from finance.ledger.sheets.queries import mapping_for
from finance.ledger.sheets.reader import read_sheet
from finance.ledger.sheets.tables import open_table
from finance.ledger.sie.facts import Ledger, Note, Problem, Wrong
from finance.ledger.sie.reader import no_progress, read
from finance.ledger.sie.sources import Progress
from finance.ledger.uploads import is_table

if TYPE_CHECKING:
    from boards.board.models import Board
    from boards.person.models import User

MEDIA_TYPE = "text/plain"
# Any number of ours: one import at a time for a board.
LOCK = 4_317_006


@dataclass(frozen=True)
class Order:
    """A file to import, and what the person said of it."""

    board: Board
    name: str
    is_confirmed: bool = False
    is_addition: bool = False
    is_dry: bool = False
    # What the columns of a table mean; None for SIE, or to take one that fits.
    columns: Columns | None = None


@dataclass(frozen=True)
class Report:
    """What came of a file: imported, or everything that stops it."""

    ledger: Ledger = field(default_factory=Ledger)
    problems: Sequence[Problem] = ()
    problem_count: int = 0
    notes: Sequence[Note] = ()
    totals: Sequence[ClassTotal] = ()
    rows: int = 0
    file: LedgerFile | None = None
    # The file was there already and nothing was done.
    is_known: bool = False
    is_dry: bool = False


@transaction.atomic
def upload_ledger(*, order: Order, stream: BinaryIO, by: User) -> LedgerUpload:
    """Keep a file and have the worker import it."""
    require(by, "ledger.import", order.board)
    mapping = mapping_of(order, stream)
    is_unnamed = mapping is None and is_table(order.name)
    upload = LedgerUpload.objects.create(
        board=order.board,
        file=store_stream(stream, MEDIA_TYPE),
        name=order.name,
        mapping=mapping,
        state=UploadState.UNNAMED if is_unnamed else UploadState.WAITING,
        is_confirmed=order.is_confirmed,
        is_addition=order.is_addition,
        uploaded_at=now(),
        uploaded_by=by,
    )
    record(upload, "ledger.uploaded", by=by, name=order.name)
    if not is_unnamed:
        enqueue("ledger.import", upload)
    return upload


def mapping_of(order: Order, stream: BinaryIO) -> SheetMapping | None:
    """Return the saved mapping a table is read by, None for SIE and where none fits."""
    if not is_table(order.name):
        return None
    try:
        return mapping_for(order.board, open_table(stream).headings)
    except Wrong:
        # The import says what is wrong with the file.
        return None


@transaction.atomic
def finish_upload(*, upload: LedgerUpload, report: Report) -> LedgerUpload:
    """Write down what came of an uploaded file."""
    upload.ledger_file = report.file
    upload.state = UploadState.IMPORTED if report.file else UploadState.REFUSED
    upload.progress = 100
    upload.problem_count = report.problem_count
    upload.problems = [rules.as_json(problem) for problem in report.problems]
    upload.save()
    if not report.file:
        record(upload, "ledger.refused", by=upload.uploaded_by, name=upload.name)
    return upload


@transaction.atomic
def import_ledger(
    *,
    order: Order,
    stream: BinaryIO,
    by: User | None,
    progress: Progress = no_progress,
) -> Report:
    """Import a file in one transaction: all of it, or nothing and why."""
    require(by, "ledger.import", order.board)
    sha256, _size = sha256_of(stream)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, order.board.pk])
    known = LedgerFile.objects.filter(board=order.board, sha256=sha256).first()
    if known:
        values = {"name": known.name, "day": known.imported_at.date()}
        same = Problem(0, "ledger.same_file", values)
        return Report(problems=[same], problem_count=1, is_known=True)
    with transaction.atomic(), no_garbage():
        report = _written(order, stream, sha256, by, progress)
        if report.problems or order.is_dry:
            transaction.set_rollback(True)
    return report


@contextmanager
def no_garbage() -> Iterator[None]:
    """Spare the collector millions of rows, none of which is in a circle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _written(
    order: Order, stream: BinaryIO, sha256: str, by: User | None, progress: Progress
) -> Report:
    (file_id,) = numbers("finance_ledgerfile", 1)
    ledger = Ledger()
    loading = Loading(ledger, file_id)
    if is_table(order.name):
        _read_table(order, stream, loading, progress)
    else:
        read(stream, loading, ledger=ledger, progress=progress)
    report = Report(
        ledger=ledger,
        problems=ledger.problems,
        problem_count=ledger.problem_count,
        notes=ledger.notes,
        is_dry=order.is_dry,
    )
    stops = rules.blocks_import(
        ledger, expected_organisation(order.board), is_confirmed=order.is_confirmed
    )
    if stops or report.problems:
        return _stopped(report, stops)
    loading.finish()
    write_chart(file_id, ledger, loading.roles)
    if order.is_addition and (twice := counted_already(file_id, order.board)):
        values = {"voucher": twice[0], "name": twice[1]}
        return _stopped(report, [Problem(0, "ledger.counted_already", values)])
    report = replace(report, totals=class_totals(file_id), rows=loading.row_count)
    if order.is_dry:
        return report
    return replace(report, file=_file(order, stream, sha256, by, file_id, loading))


def _read_table(
    order: Order, stream: BinaryIO, loading: Loading, progress: Progress
) -> None:
    columns = order.columns
    if columns is None:
        mapping = mapping_of(order, stream)
        columns = mapping.columns if mapping else {}
    read_sheet(stream, columns, loading, ledger=loading.ledger, progress=progress)


def _stopped(report: Report, stops: Sequence[Problem]) -> Report:
    problems = [*stops, *report.problems]
    return replace(
        report, problems=problems, problem_count=report.problem_count + len(stops)
    )


def _file(
    order: Order,
    stream: BinaryIO,
    sha256: str,
    by: User | None,
    file_id: int,
    loading: Loading,
) -> LedgerFile:
    file = LedgerFile.objects.create(
        pk=file_id,
        board=order.board,
        file=store_stream(stream, MEDIA_TYPE),
        sha256=sha256,
        name=order.name,
        is_addition=order.is_addition,
        row_count=loading.row_count,
        imported_at=now(),
        imported_by=by,
        **rules.said_of_itself(loading.ledger),
    )
    count_months(file)
    record(file, "ledger.imported", by=by, name=file.name)
    return file


def count_months(file: LedgerFile) -> None:
    """Let the file count for its months; it replaces earlier ones unless it adds."""
    for measure, _year, first, last in spans(file.pk):
        is_own = first <= file.ends_on and last >= file.starts_on
        rows = LedgerMonth.objects.filter(
            board=file.board, measure=measure, month__range=(first, last)
        )
        if is_own and not file.is_addition:
            rows.delete()
        else:
            rows.filter(is_own=False).delete()
        taken = set()
        if not is_own:
            taken = set(rows.filter(is_own=True).values_list("month", flat=True))
        LedgerMonth.objects.bulk_create(
            LedgerMonth(
                board=file.board, measure=measure, month=month, file=file, is_own=is_own
            )
            for month in rules.months_between(first, last)
            if month not in taken
        )


def expected_organisation(board: Board) -> str:
    """Return the organisation number the board's ledger has to have, or nothing."""
    said = rules.digits(board.host.organisation_number)
    if said:
        return said
    last = LedgerFile.objects.filter(board=board).first()
    return rules.digits(last.organisation_number) if last else ""

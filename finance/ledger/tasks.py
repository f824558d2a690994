"""Importing an uploaded file in the worker, with its progress told meanwhile."""

from __future__ import annotations

from time import monotonic
from typing import BinaryIO, cast

from django.core.files.storage import default_storage
from django.db import DEFAULT_DB_ALIAS, connections

from finance.ledger.actions import Order, finish_upload, import_ledger
from finance.ledger.enums import UploadState
from finance.ledger.models import LedgerUpload

# How often the page can be told, in seconds.
TICK = 1.0
# Reading is most of it; sums and checks of the database come after.
READ_SHARE = 90


class Ticker:
    """Tells how far the reading has come, past the import's own transaction."""

    def __init__(self, upload: LedgerUpload) -> None:
        self.upload = upload
        self.told = monotonic()
        self.connection = connections.create_connection(DEFAULT_DB_ALIAS)

    def __call__(self, done: int) -> None:
        """Write the share that is read, when it is time to."""
        if monotonic() - self.told < TICK:
            return
        self.told = monotonic()
        share = done * READ_SHARE // max(self.upload.file.size, 1)
        with self.connection.cursor() as cursor:
            cursor.execute(
                "UPDATE finance_ledgerupload SET progress = %s WHERE id = %s",
                [min(share, READ_SHARE), self.upload.pk],
            )

    def close(self) -> None:
        """Give the connection back."""
        self.connection.close()


def import_upload(pk: int) -> None:
    """Import one uploaded file."""
    # idempotent: an upload that is imported or refused is left alone
    upload = LedgerUpload.objects.select_related("board__host", "file", "mapping").get(
        pk=pk
    )
    if upload.state != UploadState.WAITING:
        return
    order = Order(
        board=upload.board,
        name=upload.name,
        is_confirmed=upload.is_confirmed,
        is_addition=upload.is_addition,
        columns=upload.mapping.columns if upload.mapping else None,
    )
    ticker = Ticker(upload)
    try:
        with default_storage.open(upload.file.path) as stored:
            report = import_ledger(
                order=order,
                stream=cast("BinaryIO", stored),
                by=upload.uploaded_by,
                progress=ticker,
            )
    finally:
        ticker.close()
    finish_upload(upload=upload, report=report)


def fail_upload(pk: int, _error: Exception, is_over: bool) -> None:
    """Say that an upload will not be tried again."""
    if is_over:
        LedgerUpload.objects.filter(pk=pk, state=UploadState.WAITING).update(
            state=UploadState.FAILED
        )

"""The verbs of mappings of columns: save one, remove one, let a file be read by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, refuse_if
from finance.ledger.enums import UploadState
from finance.ledger.models import LedgerUpload
from finance.ledger.sheets.columns import Columns, blocks_columns
from finance.ledger.sheets.models import SheetMapping

if TYPE_CHECKING:
    from boards.board.models import Board
    from boards.person.models import User


@transaction.atomic
def save_mapping(
    *,
    board: Board,
    name: str,
    columns: Columns,
    headings: Sequence[str],
    by: User | None,
    mapping: SheetMapping | None = None,
) -> SheetMapping:
    """Keep what the columns of a file mean, under a name of its own in the board."""
    require(by, "ledger.import", board)
    mapping = mapping or SheetMapping(board=board)
    same = board.sheet_mappings.filter(name=name).exclude(pk=mapping.pk)
    taken = [Refusal("sheet.name_taken", field="name")] if same.exists() else []
    refuse_if(taken + blocks_columns(columns))
    mapping.name, mapping.columns = name, dict(columns)
    mapping.headings = list(headings)
    mapping.saved_at, mapping.saved_by = now(), by
    mapping.save()
    record(mapping, "sheet.mapping_saved", by=by, name=name)
    return mapping


@transaction.atomic
def remove_mapping(*, mapping: SheetMapping, by: User | None) -> None:
    """Take a mapping away; what was read by it stays as it is."""
    require(by, "ledger.import", mapping)
    record(mapping, "sheet.mapping_removed", by=by, name=mapping.name)
    mapping.delete()


@transaction.atomic
def read_by(
    *, upload: LedgerUpload, mapping: SheetMapping, by: User | None
) -> LedgerUpload:
    """Have a file that waits for its mapping read by one."""
    require(by, "ledger.import", upload)
    upload = LedgerUpload.objects.select_for_update().get(pk=upload.pk)
    is_waiting = upload.state == UploadState.UNNAMED
    refuse_if([] if is_waiting else [Refusal("sheet.read_already")])
    upload.mapping, upload.state = mapping, UploadState.WAITING
    upload.save(update_fields=["mapping", "state"])
    enqueue("ledger.import", upload)
    return upload

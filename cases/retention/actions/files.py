"""Removing the bytes of what was disposed of, once nothing else needs them."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.db import transaction

from boards.shared.clock import now
from boards.shared.files import hold_bytes
from boards.shared.history import record
from boards.shared.models import StoredFile
from cases.document.models import Document
from cases.preservation.models import FormatCheck
from cases.preservation.queries import copies_of
from cases.retention.enums import RowState
from cases.retention.models import DisposalRow


@transaction.atomic
def remove_file(*, row: DisposalRow) -> None:
    """Delete the bytes of a handling disposed of; its row and its hash stay.

    Its copies for the archive go with it. Bytes that something else is kept under too
    stay, until that goes as well.
    """
    # idempotent: deleting what is gone does nothing, and the time is written once
    rows = DisposalRow.objects.select_for_update(of=("self",))
    row = rows.select_related("document__file", "disposal__board").get(pk=row.pk)
    stored = row.document.file
    if row.state != RowState.CARRIED_OUT or row.file_removed_at or stored is None:
        return
    for copy in copies_of(row.document):
        _removed(copy, row)
    if _removed(stored, row):
        row.file_removed_at = now()
        row.save(update_fields=["file_removed_at"])


def _removed(stored: StoredFile, row: DisposalRow) -> bool:
    """Delete bytes unless something else is kept under them; say whether they went."""
    hold_bytes(stored.sha256, alone=True)
    is_kept = is_used(stored)
    if not is_kept:
        default_storage.delete(stored.path)
    code = "retention.file_shared" if is_kept else "retention.file_removed"
    record(row.disposal, code, by=None, sha256=stored.sha256)
    return not is_kept


def is_used(stored: StoredFile) -> bool:
    """Say whether anything but handlingar disposed of is kept under these bytes."""
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if not (
            relation.auto_created and (relation.one_to_many or relation.one_to_one)
        ):
            continue
        rows = relation.related_model._base_manager.filter(
            **{relation.field.name: stored}
        )
        if relation.related_model is Document:
            rows = rows.filter(disposal__isnull=True)
        if relation.related_model is FormatCheck:
            rows = rows.filter(document__disposal__isnull=True)
        if rows.exists():
            return True
    return False

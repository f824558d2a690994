"""Removing the bytes of what was disposed of, once nothing else needs them."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.db import transaction

from boards.shared.clock import now
from boards.shared.files import hold_bytes
from boards.shared.history import record
from boards.shared.models import StoredFile
from cases.document.models import Document
from cases.retention.enums import RowState
from cases.retention.models import DisposalRow


@transaction.atomic
def remove_file(*, row: DisposalRow) -> None:
    """Delete the bytes of a handling disposed of; its row and its hash stay.

    Bytes that something else is kept under too stay, until that goes as well.
    """
    # idempotent: deleting what is gone does nothing, and the time is written once
    rows = DisposalRow.objects.select_for_update(of=("self",))
    row = rows.select_related("document__file", "disposal__board").get(pk=row.pk)
    stored = row.document.file
    if row.state != RowState.CARRIED_OUT or row.file_removed_at or stored is None:
        return
    hold_bytes(stored.sha256, alone=True)
    if is_used(stored):
        record(row.disposal, "retention.file_shared", by=None, sha256=stored.sha256)
        return
    default_storage.delete(stored.path)
    row.file_removed_at = now()
    row.save(update_fields=["file_removed_at"])
    record(row.disposal, "retention.file_removed", by=None, sha256=stored.sha256)


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
        if rows.exists():
            return True
    return False

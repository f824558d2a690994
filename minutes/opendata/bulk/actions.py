"""Making the files of the years."""

from __future__ import annotations

import hashlib
from tempfile import SpooledTemporaryFile

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from boards.shared.clock import now
from minutes.opendata.bulk.archive import write
from minutes.opendata.bulk.models import PublishedYear
from minutes.opendata.bulk.queries import state_of

IN_MEMORY = 10_000_000


def make_year(*, year: int) -> PublishedYear:
    """Make a year's file, unless it already says all that is published.

    The state is read before the rows: what changes meanwhile makes the file wrong, and
    it is made once more.
    """
    holds = state_of(year)
    old = PublishedYear.objects.filter(year=year).first()
    if old is not None and old.holds == holds and default_storage.exists(old.path):
        return old
    with SpooledTemporaryFile(max_size=IN_MEMORY) as made:
        write(year, made)
        size = made.tell()
        made.seek(0)
        sha256 = hashlib.file_digest(made, "sha256").hexdigest()
        row = PublishedYear(year=year, sha256=sha256, size=size, holds=holds)
        if not default_storage.exists(row.path):
            made.seek(0)
            default_storage.save(row.path, File(made))
    return keep(row)


@transaction.atomic
def keep(made: PublishedYear) -> PublishedYear:
    """Show the new file, and take the bytes of the old one away."""
    row = PublishedYear.objects.select_for_update().filter(year=made.year).first()
    if row is None:
        made.save()
        return made
    if row.sha256 != made.sha256:
        old = PublishedYear(year=row.year, sha256=row.sha256)
        transaction.on_commit(old.delete_file)
    row.sha256, row.size, row.holds = made.sha256, made.size, made.holds
    row.made_at = now()
    row.save(update_fields=["sha256", "size", "holds", "made_at"])
    return row

"""Whether every time stamp is the one that was kept, and made anew in time (S-06)."""

from __future__ import annotations

from collections.abc import Iterator

from boards.integrity.checks import Fault, Looked, pieces
from boards.shared.clock import today
from boards.shared.models import HistoryEvent
from minutes.approval.integrity import name_of
from minutes.approval.models import Approval
from minutes.archive.models import ArchivePackage
from minutes.archive.renewal.actions import STAMPED

# Files are read one at a time; of their rows some more.
ROWS = 50


def look_at_stamps(looked: Looked) -> Iterator[Fault]:
    """Check each stamped file against the history, and that the chain goes on."""
    rows = ArchivePackage.objects.select_related("approval__meeting__board")
    for some in pieces(rows.prefetch_related("stamps__file"), ROWS):
        kept = kept_as([row.approval_id for row in some])
        for row in some:
            looked["stamps"] += len(row.stamps.all())
            yield from faults_of(row, kept)


def faults_of(
    package: ArchivePackage, kept: dict[tuple[int, int], str]
) -> Iterator[Fault]:
    """Compare the stamps of one package with what was kept."""
    where, before = name_of(package.approval), b""
    stamps = list(package.stamps.all())
    for stamp in stamps:
        values = {"number": stamp.number, "day": f"{stamp.weakens_on}"}
        if kept.get((package.approval_id, stamp.number)) != stamp.file.sha256:
            yield Fault(where, "integrity.stamp_replaced", values)
        try:
            pdf = stamp.file.read()
        except OSError as error:
            said = values | {"error": error}
            yield Fault(where, "integrity.stamp_unreadable", said)
            continue
        if not pdf.startswith(before):
            yield Fault(where, "integrity.stamp_not_following", values)
        before = pdf
    if stamps and stamps[-1].weakens_on <= today():
        day = f"{stamps[-1].weakens_on}"
        yield Fault(where, "integrity.stamp_weak", {"day": day})


def kept_as(approvals: list[int]) -> dict[tuple[int, int], str]:
    """Return the hash of each stamped file when it was kept, as the history tells."""
    events = HistoryEvent.objects.filter(
        code=STAMPED, model=Approval._meta.label, object_id__in=approvals
    )
    return {
        (one.object_id, one.values["number"]): one.values["sha256"]
        for one in events.order_by("pk")
    }

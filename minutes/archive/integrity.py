"""Whether every archive package is whole, and the one that was built (S-06)."""

from __future__ import annotations

from collections.abc import Iterator

from boards.integrity.checks import Fault, Looked, pieces
from boards.shared.models import HistoryEvent
from minutes.approval.integrity import name_of
from minutes.approval.models import Approval
from minutes.archive.actions import verify_package
from minutes.archive.models import ArchivePackage

# Packages are read one at a time; of their rows some more.
ROWS = 50


def look_at_packages(looked: Looked) -> Iterator[Fault]:
    """Check each package's checksums and signatures, and its hash in the history."""
    rows = ArchivePackage.objects.select_related("approval__meeting__board", "package")
    for some in pieces(rows, ROWS):
        built = built_as([row.approval_id for row in some])
        for row in some:
            looked["packages"] += 1
            yield from package_faults(row, built.get(row.approval_id, ""))


def package_faults(row: ArchivePackage, built: str) -> Iterator[Fault]:
    """Compare one package with its own list, and with what was built."""
    where = name_of(row.approval)
    if row.package.sha256 != built:
        yield Fault(where, "integrity.package_replaced", {"sha256": row.package.sha256})
    try:
        found = verify_package(row.package.read())
    except (OSError, ValueError) as error:
        found = [str(error)]
    if found:
        values = {"faults": "; ".join(found)}
        yield Fault(where, "integrity.package_damaged", values)


def built_as(approvals: list[int]) -> dict[int, str]:
    """Return the hash each package had when it was built, as the history tells."""
    events = HistoryEvent.objects.filter(
        code="archive.built", model=Approval._meta.label, object_id__in=approvals
    )
    rows = events.order_by("pk").values_list("object_id", "values")
    return {key: values.get("sha256", "") for key, values in rows}

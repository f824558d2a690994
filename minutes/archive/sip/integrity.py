"""Whether every delivery is the one that was built, and what its lists say (S-06)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, cast

from django.core.files.storage import default_storage

from boards.integrity.checks import Fault, Looked, pieces
from boards.shared.models import HistoryEvent
from boards.shared.texts import sentence
from minutes.archive.sip.building import KEPT
from minutes.archive.sip.checking import check_package
from minutes.archive.sip.enums import SipState
from minutes.archive.sip.models import SipPackage

# Packages are read one at a time; of their rows some more.
ROWS = 50


def look_at_deliveries(looked: Looked) -> Iterator[Fault]:
    """Check each built package against its lists, and its hash against the history."""
    rows = SipPackage.objects.filter(state=SipState.BUILT)
    for some in pieces(rows.select_related("board", "case", "file"), ROWS):
        kept = kept_as([row.pk for row in some])
        for row in some:
            looked["deliveries"] += 1
            yield from faults_of(row, kept.get(row.pk))


def faults_of(row: SipPackage, kept: str | None) -> Iterator[Fault]:
    """Compare one package with its lists, and with what was built."""
    if row.file is None:
        return
    # Those built before their hash was written down are held against their lists only.
    if kept is not None and row.file.sha256 != kept:
        values = {"sha256": row.file.sha256}
        yield Fault(str(row), "integrity.package_replaced", values)
    try:
        with default_storage.open(row.file.path) as stream:
            found = check_package(cast("BinaryIO", stream)).faults
        said = " ".join(map(sentence, found))
    except OSError as error:
        said = str(error)
    if said:
        yield Fault(str(row), "integrity.package_damaged", {"faults": said})


def kept_as(packages: list[int]) -> dict[int, str]:
    """Return the hash each package had when it was kept, as the history tells."""
    events = HistoryEvent.objects.filter(
        code=KEPT, model=SipPackage._meta.label, object_id__in=packages
    )
    rows = events.order_by("pk").values_list("object_id", "values")
    return {key: values.get("sha256", "") for key, values in rows}

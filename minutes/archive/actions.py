"""The verbs of the archive: order a package, build it, and see that it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.models import HistoryEvent
from boards.shared.outbox import GiveUp, enqueue
from boards.shared.refusals import refuse_if
from boards.shared.seal.pades import untouched, verify_pdf
from boards.shared.seal.setup import own_authority, own_stamps
from minutes.approval.models import Approval
from minutes.archive.contents import collect
from minutes.archive.models import ArchivePackage
from minutes.archive.package import SIGNED, faults, pack, unpack
from minutes.archive.queries import KIND, is_under_way, orders, package_facts
from minutes.archive.renewal.actions import note_first
from minutes.archive.rules import blocks_packaging

if TYPE_CHECKING:
    from boards.person.models import User

MEDIA_TYPE = "application/zip"


@transaction.atomic
def order_package(*, approval: Approval, by: User | None) -> Approval:
    """Have approved minutes whose notices are down put into a package (R-01)."""
    require(by, "archive.build", approval)
    approval = Approval.objects.lock(approval.pk)
    order = orders([approval.pk]).get(approval.pk)
    facts = package_facts(approval, is_ordered=is_under_way(order))
    refuse_if(blocks_packaging(facts))
    record(approval, "archive.ordered", by=by)
    enqueue(KIND, approval)
    return approval


@transaction.atomic
def build_package(*, approval: Approval) -> ArchivePackage:
    """Build the package that was ordered, once, and check it before it is kept."""
    approval = Approval.objects.lock(approval.pk)
    built = ArchivePackage.objects.filter(approval=approval).first()
    if built is not None:
        return built
    package = pack(collect(approval))
    found = verify_package(package)
    if found:
        raise GiveUp("; ".join(found))
    stored = store_file(package, MEDIA_TYPE)
    made = ArchivePackage.objects.create(
        approval=approval,
        package=stored,
        built_at=now(),
        ordered_by=ordered_by(approval),
    )
    record(approval, "archive.built", by=None, sha256=stored.sha256)
    note_first(package=made)
    return made


def ordered_by(approval: Approval) -> User | None:
    """Return who ordered the package last."""
    events = HistoryEvent.objects.filter(
        code="archive.ordered", model=Approval._meta.label, object_id=approval.pk
    )
    order = events.select_related("by").order_by("pk").last()
    return order.by if order else None


def verify_package(package: bytes) -> list[str]:
    """List everything wrong with a package: checksums, files, signatures."""
    found = faults(package)
    if found:
        return found
    reports = verify_pdf(unpack(package)[SIGNED], own_authority(), own_stamps())
    return [] if untouched(reports) else [f"{SIGNED}: a signature is not valid"]

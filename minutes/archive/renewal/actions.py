"""Putting a new time stamp over archived minutes before the last one weakens."""

from __future__ import annotations

from django.db import transaction

from boards.shared.clock import STOCKHOLM, now, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.actions import issue
from boards.shared.outbox import GiveUp, enqueue
from boards.shared.seal.pades import archive_timestamp, untouched, verify_pdf
from boards.shared.seal.setup import own_authority, own_stamps
from boards.shared.seal.verification import last_stamp
from minutes.approval.issuing import about
from minutes.approval.models import Approval
from minutes.archive.models import ArchivePackage
from minutes.archive.package import SIGNED, unpack
from minutes.archive.renewal.models import ArchiveStamp
from minutes.archive.renewal.queries import KIND, due_packages
from minutes.archive.renewal.rules import is_due, weakens_on

MEDIA_TYPE = "application/pdf"
# What the history calls it.
STAMPED = "archive.stamped"


@transaction.atomic
def order_renewals() -> int:
    """Have every stamp that is due made anew; say how many."""
    packages = list(due_packages(today()))
    for package in packages:
        enqueue(KIND, package)
    return len(packages)


def renew(*, package: ArchivePackage) -> ArchiveStamp:
    """Put a new time stamp over the minutes if it is time, and keep the file (S-05).

    The authority is asked while nothing is locked; two who ask at once keep one stamp.

    Raises:
        TimestampUnavailable: when no stamp could be had; it is tried again.
        GiveUp: when the new stamp would hold no longer than the one there is.
    """
    newest = package.stamps.order_by("number").last() or note_first(package=package)
    if not is_due(newest.weakens_on, today()):
        return newest
    stamped = archive_timestamp(
        newest.file.read(), own_authority(), now(), own_stamps()
    )
    return keep(package=package, pdf=stamped, number=newest.number + 1)


def note_first(*, package: ArchivePackage) -> ArchiveStamp:
    """Note the time stamp the minutes got when they were put into their package."""
    return keep(package=package, pdf=unpack(package.package.read())[SIGNED], number=1)


@transaction.atomic
def keep(*, package: ArchivePackage, pdf: bytes, number: int) -> ArchiveStamp:
    """Keep the minutes with their new time stamp; whoever was first has kept it."""
    approval = Approval.objects.lock(package.approval_id)
    before = list(package.stamps.order_by("number"))
    if len(before) >= number:
        return before[number - 1]
    authority, service = own_authority(), own_stamps()
    stamp = last_stamp(pdf, authority, service, now())
    if stamp is None or not untouched(verify_pdf(pdf, authority, service, now())):
        raise GiveUp("the minutes with the new time stamp do not hold")
    days = (moment.astimezone(STOCKHOLM).date() for moment in (stamp.at, stamp.ends))
    weakens = weakens_on(*days)
    if before and weakens <= before[-1].weakens_on:
        raise GiveUp("the authority's new time stamp holds no longer than the last")
    row = ArchiveStamp.objects.create(
        package=package,
        number=number,
        file=store_file(pdf, MEDIA_TYPE),
        stamped_at=stamp.at,
        weakens_on=weakens,
        authority=stamp.authority,
    )
    issue(pdf, about(approval))
    record(approval, STAMPED, by=None, number=number, sha256=row.file.sha256)
    return row

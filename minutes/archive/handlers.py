"""What the outbox does for the archive."""

from boards.shared.outbox import after_failure, handlers, long_kinds
from minutes.approval.models import Approval
from minutes.archive import actions
from minutes.archive.models import ArchivePackage
from minutes.archive.queries import KIND
from minutes.archive.renewal import actions as renewal
from minutes.archive.renewal.queries import KIND as RENEWAL
from minutes.archive.sending import actions as sending
from minutes.archive.sending.enums import TransferState
from minutes.archive.sending.models import Transfer
from minutes.archive.sip import building, deliveries
from minutes.archive.sip.enums import SipState
from minutes.archive.sip.models import SipPackage


def build(pk: int) -> None:
    """Build a package."""
    # idempotent: a justering that has its package is left alone
    actions.build_package(approval=Approval.objects.get(pk=pk))


def build_delivery(pk: int) -> None:
    """Build a package for the e-archive."""
    # idempotent: a package that is built or has failed is left alone
    package = SipPackage.objects.select_related("board__host", "case__board").get(pk=pk)
    if package.state == SipState.ORDERED:
        building.build_sip(package)


def renew(pk: int) -> None:
    """Put a new time stamp over archived minutes."""
    # idempotent: a stamp that is not due is left alone
    renewal.renew(package=ArchivePackage.objects.get(pk=pk))


def send_delivery(pk: int) -> None:
    """Send a package to an e-archive."""
    # idempotent: a transfer that is over is left alone
    transfer = Transfer.objects.select_related("package__file").get(pk=pk)
    if transfer.state == TransferState.WAITING:
        sending.send(transfer)


handlers[KIND] = build
handlers[sending.KIND] = send_delivery
long_kinds.add(sending.KIND)
after_failure[sending.KIND] = sending.note_trouble
handlers[RENEWAL] = renew
# The time stamp authority is asked while nothing is locked.
long_kinds.add(RENEWAL)
handlers[deliveries.KIND] = build_delivery
long_kinds.add(deliveries.KIND)
after_failure[deliveries.KIND] = building.note_trouble

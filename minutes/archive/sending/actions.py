"""Sending a built package to an e-archive."""

from __future__ import annotations

import errno
from datetime import datetime, timedelta
from socket import gaierror
from typing import TYPE_CHECKING, BinaryIO, cast

from django.core.files.storage import default_storage
from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.outbox import GiveUp, enqueue
from boards.shared.refusals import Refusal, refuse_if
from boards.shared.texts import sentence
from minutes.archive.sending.delivering import Parcel
from minutes.archive.sending.enums import TransferState
from minutes.archive.sending.errors import Damaged, NotLetIn, Occupied, StrangeHost
from minutes.archive.sending.models import Transfer
from minutes.archive.sending.rules import blocks_sending
from minutes.archive.sending.targets import targets
from minutes.archive.sip.enums import Answer
from minutes.archive.sip.models import SipPackage, SipReceipt
from minutes.archive.sip.resuming import Busy

if TYPE_CHECKING:
    from boards.person.models import User

KIND = "sip.send"
# How often the page hears how far it has come.
PAUSE = timedelta(seconds=1)
TROUBLES: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((Occupied,), "transfer.occupied"),
    ((Damaged,), "transfer.damaged"),
    ((Busy,), "transfer.busy"),
    ((StrangeHost,), "transfer.strange_host"),
    ((NotLetIn,), "transfer.not_let_in"),
    ((FileNotFoundError, PermissionError), "transfer.no_place"),
    ((ConnectionError, TimeoutError, gaierror), "transfer.no_answer"),
)


@transaction.atomic
def send_package(*, package: SipPackage, target: str, by: User | None) -> Transfer:
    """Have a built package sent to an e-archive by the worker."""
    require(by, "archive.build", package)
    package = SipPackage.objects.select_for_update(of=("self",)).get(pk=package.pk)
    place = targets().get(target)
    waiting = Transfer.objects.filter(package=package, state=TransferState.WAITING)
    received = SipReceipt.objects.filter(package=package, answer=Answer.ACCEPTED)
    refuse_if(
        blocks_sending(
            is_known=place is not None,
            is_built=package.is_built,
            is_under_way=waiting.exists(),
            is_received=received.exists(),
        )
    )
    transfer = Transfer.objects.create(
        package=package,
        target=target,
        label=place.label if place else target,
        ordered_at=now(),
        ordered_by=by,
    )
    record(package, "transfer.ordered", by=by, target=transfer.label)
    enqueue(KIND, transfer)
    return transfer


def send(transfer: Transfer) -> None:
    """Send an ordered package; cut short anywhere, it goes on the next time.

    Raises:
        OSError: when the place takes no more or does not answer: it is tried again.
        GiveUp: when trying again cannot help.
    """
    place, file = targets().get(transfer.target), transfer.package.file
    if place is None or file is None:
        raise GiveUp("no such target")
    with default_storage.open(file.path) as stream:
        source = cast("BinaryIO", stream)
        parcel = Parcel(source, transfer.package.sent_name, file.sha256)
        place.deliver(parcel, Teller(transfer))
    _delivered(transfer)


class Teller:
    """Writes down how much has been sent, once a second."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.told: datetime | None = None

    def __call__(self, sent: int) -> None:
        """Write it down, unless that was done a moment ago."""
        if self.told is None or now() - self.told >= PAUSE:
            self.told = now()
            Transfer.objects.filter(pk=self.transfer.pk).update(sent=sent)


@transaction.atomic
def _delivered(transfer: Transfer) -> None:
    row = Transfer.objects.select_for_update(of=("self",)).get(pk=transfer.pk)
    if row.state != TransferState.WAITING:
        return
    file = transfer.package.file
    row.state, row.ended_at, row.fault = TransferState.DELIVERED, now(), ""
    row.sent = file.size if file else 0
    row.save(update_fields=["state", "ended_at", "fault", "sent"])
    record(transfer.package, "transfer.delivered", by=None, target=row.label)


def note_trouble(pk: int, error: Exception, is_over: bool) -> None:
    """Tell on the package's page what keeps it from being sent."""
    row = Transfer.objects.select_for_update(of=("self",)).get(pk=pk)
    if row.state != TransferState.WAITING:
        return
    is_final = is_over or isinstance(error, Occupied | Damaged)
    row.fault = sentence(trouble(error, is_final=is_final))
    if is_final:
        row.state, row.ended_at = TransferState.FAILED, now()
    row.save(update_fields=["fault", "state", "ended_at"])


def trouble(error: Exception, *, is_final: bool) -> Refusal:
    """Return what an error means to whoever waits for the delivery."""
    for kinds, code in TROUBLES:
        if isinstance(error, kinds):
            return Refusal(code)
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Refusal("transfer.store_full")
    return Refusal("transfer.gave_up" if is_final else "transfer.trouble")

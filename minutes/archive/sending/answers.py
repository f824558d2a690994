"""Taking in the receipts that e-archives leave where they agreed to."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from boards.shared.refusals import Refusal, Refused
from boards.shared.texts import sentence
from minutes.archive.sending.enums import TransferState
from minutes.archive.sending.models import Transfer
from minutes.archive.sending.targets import Target, targets
from minutes.archive.sip.deliveries import take_receipt
from minutes.archive.sip.receipts import LONGEST, read_receipt

log = logging.getLogger("justera.archive")
ENDINGS = (".json", ".xml")


def fetch_receipts() -> int:
    """Take in every receipt of a package that waits for one; say how many.

    A place that does not answer is asked again the next time, and the others are asked.
    """
    taken = 0
    for name, target in targets().items():
        waiting = unanswered(name)
        if not waiting:
            continue
        try:
            taken += _taken(target, waiting)
        except OSError as error:
            log.warning("receipts of %s were not fetched: %s", name, error)
    return taken


def unanswered(target: str) -> dict[str, Transfer]:
    """Return what was delivered there without an answer yet, by its checksum."""
    rows = Transfer.objects.filter(
        target=target, state=TransferState.DELIVERED, package__receipt__isnull=True
    ).select_related("package__file", "package__board", "package__case")
    return {row.package.file.sha256: row for row in rows.order_by("pk")}


def _taken(target: Target, waiting: Mapping[str, Transfer]) -> int:
    taken = 0
    for name, content in target.receipts(LONGEST):
        if not name.lower().endswith(ENDINGS):
            continue
        try:
            transfer = waiting.get(read_receipt(content).sha256)
            if transfer is not None:
                take_receipt(package=transfer.package, content=content, by=None)
                taken += 1
        except Refused as no:
            _tell(name, waiting, no)
    return taken


def _tell(name: str, waiting: Mapping[str, Transfer], no: Refused) -> None:
    """Say on the page of the package the file is named after why it was not taken."""
    for transfer in waiting.values():
        stem = transfer.package.sent_name.removesuffix(".zip")
        if name.startswith(stem):
            why = " ".join(map(sentence, no.refusals))
            values = {"name": name, "why": why}
            fault = sentence(Refusal("transfer.answer_not_taken", values=values))
            Transfer.objects.filter(pk=transfer.pk).update(fault=fault)
            return
    log.warning("the receipt %s cannot be taken in", name)

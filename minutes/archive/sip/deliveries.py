"""The verbs of delivering: agree, order a package, note the answer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.board.models import Board
from boards.shared.clock import now, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, refuse_if
from minutes.archive.sip.actions import refuse_unready
from minutes.archive.sip.enums import Answer, SipState
from minutes.archive.sip.models import ArchiveAgreement, SipPackage, SipReceipt
from minutes.archive.sip.receipts import blocks_taking, read_receipt

if TYPE_CHECKING:
    from boards.person.models import User
    from boards.shared.models import StoredFile
    from cases.case.models import Case

KIND = "sip.build"


@dataclass(frozen=True)
class Terms:
    """What an agreement says."""

    agreement: str
    creator: str
    creator_number: str
    submitter: str
    submitter_number: str
    leaves_out_secret: bool = False


@transaction.atomic
def save_agreement(*, board: Board, terms: Terms, by: User | None) -> ArchiveAgreement:
    """Write down what the board has agreed with the e-archive."""
    require(by, "archive.build", board)
    row = ArchiveAgreement.objects.filter(board=board).first()
    row = row or ArchiveAgreement(board=board)
    for name, value in asdict(terms).items():
        setattr(row, name, value)
    row.save()
    record(board, "sip.agreed", by=by, agreement=row.agreement)
    return row


@transaction.atomic
def order_sip(
    *, board: Board, case: Case | None, year: int | None, by: User | None
) -> SipPackage:
    """Have a package built by the worker; an earlier one stays as it is."""
    require(by, "archive.build", board)
    Board.objects.select_for_update(of=("self",)).get(pk=board.pk)
    agreed = ArchiveAgreement.objects.filter(board=board).exists()
    refuse_if([] if agreed else [Refusal("sip.no_agreement")])
    refuse_unready(board=board, case=case, year=year)
    earlier = SipPackage.objects.filter(board=board, case=case, year=year)
    waiting = earlier.filter(state=SipState.ORDERED).exists()
    refuse_if([Refusal("sip.ordered_already")] if waiting else [])
    package = SipPackage.objects.create(
        board=board,
        case=case,
        year=year,
        version=earlier.count() + 1,
        ordered_at=now(),
        ordered_by=by,
    )
    record(package, "sip.ordered", by=by)
    enqueue(KIND, package)
    return package


@dataclass(frozen=True)
class Answered:
    """What the e-archive answered, as somebody notes it."""

    answer: Answer
    reference: str
    answered_on: date
    note: str = ""


@transaction.atomic
def take_receipt(*, package: SipPackage, content: bytes, by: User | None) -> SipReceipt:
    """Take in the e-archive's receipt as the file it sent; the file is kept with it."""
    require(by, "archive.build", package)
    receipt = read_receipt(content)
    refuse_if([] if package.file else [Refusal("sip.not_built")])
    names = (package.name, package.sent_name)
    sha256 = package.file.sha256 if package.file else ""
    refuse_if(blocks_taking(receipt, names=names, sha256=sha256))
    said = Answered(
        answer=receipt.answer,
        reference=receipt.reference,
        answered_on=receipt.answered_on,
        note="\n".join(receipt.faults),
    )
    file = store_file(content, "text/plain")
    return note_receipt(package=package, said=said, by=by, file=file)


@transaction.atomic
def note_receipt(
    *,
    package: SipPackage,
    said: Answered,
    by: User | None,
    file: StoredFile | None = None,
) -> SipReceipt:
    """Note what the e-archive answered about a package, once."""
    require(by, "archive.build", package)
    package = SipPackage.objects.select_for_update(of=("self",)).get(pk=package.pk)
    refuse_if(blocks_receipt(package, said))
    row = SipReceipt.objects.create(
        package=package, recorded_at=now(), recorded_by=by, file=file, **asdict(said)
    )
    record(package, "sip.answered", by=by, answer=said.answer)
    return row


def blocks_receipt(package: SipPackage, said: Answered) -> list[Refusal]:
    """Refuse an answer to what was not built, a second one, and one of tomorrow."""
    found = []
    if not package.is_built:
        found.append(Refusal("sip.not_built"))
    if SipReceipt.objects.filter(package=package).exists():
        found.append(Refusal("sip.answered_already"))
    if said.answered_on > today():
        found.append(Refusal("sip.answered_tomorrow", field="answered_on"))
    if said.answer == Answer.REFUSED and not said.note.strip():
        found.append(Refusal("sip.refused_without_note", field="note"))
    return found


def delivered_cases(cases: Collection[int]) -> set[int]:
    """Return those of the ärenden the e-archive has received (R-02)."""
    rows = SipReceipt.objects.filter(answer=Answer.ACCEPTED, package__case__in=cases)
    return set(rows.values_list("package__case", flat=True))

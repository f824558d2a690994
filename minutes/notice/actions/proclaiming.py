"""The verbs of the kungörelse: up, down when its time is over, and the bevis of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.actions import About, issue
from boards.shared.issued.enums import IssuedKind
from boards.shared.outbox import enqueue, handlers
from boards.shared.paper.pdf import render_pdf
from boards.shared.refusals import refuse_if
from minutes.notice import rules
from minutes.notice.certificate import proclamation_document
from minutes.notice.enums import ProclamationKind
from minutes.notice.models import Proclamation, ProclamationCertificate
from minutes.notice.registry import personal_data_in

if TYPE_CHECKING:
    from boards.board.models import Board, Municipality
    from boards.person.models import User


@dataclass(frozen=True, slots=True)
class Proclaimed:
    """What is to stand on the board; without days it is up while it can be appealed."""

    kind: str
    heading: str
    text: str
    law: str
    requested_by: str = ""
    storage_place: str = ""
    required_days: int | None = None


@transaction.atomic
def proclaim(
    *,
    board: Board,
    municipality: Municipality | None,
    said: Proclaimed,
    by: User | None,
    may_name: bool = False,
) -> list[Proclamation]:
    """Post a kungörelse on a municipality's board (KL 8:10).

    Delegated decisions go up on every municipality's board at once (KL 9:32). A heading
    that seems to name somebody is refused until `may_name` says that it has to (A-12).
    """
    require(by, "notice.post", board)
    on = boards_for(board, municipality, said.kind)
    personal = personal_data_in(said.heading)
    refuse_if(
        rules.blocks_proclaiming(
            rules.ProclamationFacts(
                **asdict(said),
                personal=personal,
                may_name=may_name,
                elsewhere=tuple(one.name for one in on if not one.is_served_here),
            )
        )
    )
    return [post(board, one, said, by, names_somebody=bool(personal)) for one in on]


def boards_for(
    board: Board, municipality: Municipality | None, kind: str
) -> list[Municipality]:
    """Return whose boards carry it."""
    if municipality is None or kind == ProclamationKind.DELEGATION:
        return board.municipalities()
    return [one for one in board.municipalities() if one.pk == municipality.pk]


def post(
    board: Board,
    municipality: Municipality,
    said: Proclaimed,
    by: User | None,
    *,
    names_somebody: bool,
) -> Proclamation:
    """Write one municipality's row with its dates."""
    is_own = said.kind == ProclamationKind.OTHER_LAW
    days = said.required_days if is_own else None
    time = rules.time_on_board(today(), days)
    words = {k: v.strip() for k, v in asdict(said).items() if isinstance(v, str)}
    words["requested_by"] = words["requested_by"] if is_own else ""
    row = Proclamation.objects.create(
        **words,
        board=board,
        municipality=municipality,
        names_somebody=names_somebody,
        required_days=days,
        posted_on=today(),
        posted_at=now(),
        posted_by=by,
        last_day=time.last_day,
        removable_on=time.removable_on,
    )
    record(row, "proclamation.posted", by=by, last_day=f"{row.last_day}")
    tell_public(row)
    return row


def tell_public(row: Proclamation) -> None:
    """Have the public board follow, where there is one."""
    if "publication.proclamation" in handlers:
        enqueue("publication.proclamation", row)


@transaction.atomic
def take_down_proclamation(
    *, proclamation: Proclamation, by: User | None
) -> Proclamation:
    """Take it down once its time is over, and have its bevis made (A-11)."""
    require(by, "notice.take_down", proclamation)
    row = Proclamation.objects.select_for_update().get(pk=proclamation.pk)
    refuse_if(
        rules.blocks_taking_proclamation_down(
            row.removable_on, row.taken_down_on, today()
        )
    )
    row.taken_down_on, row.taken_down_at = today(), now()
    row.save(update_fields=["taken_down_on", "taken_down_at"])
    record(row, "proclamation.taken_down", by=by, day=f"{row.taken_down_on}")
    enqueue("notice.proclamation_certificate", row)
    tell_public(row)
    return row


@transaction.atomic
def withdraw_proclamation(
    *, proclamation: Proclamation, reason: str, by: User | None
) -> Proclamation:
    """Take a faulty one down before its time: no bevis is made of it."""
    require(by, "notice.take_down", proclamation)
    row = Proclamation.objects.select_for_update().get(pk=proclamation.pk)
    refuse_if(rules.blocks_withdrawing(row.kind, row.taken_down_on, reason))
    row.taken_down_on, row.taken_down_at = today(), now()
    row.withdrawn_because = reason.strip()
    row.save(update_fields=["taken_down_on", "taken_down_at", "withdrawn_because"])
    record(row, "proclamation.withdrawn", by=by, reason=row.withdrawn_because)
    tell_public(row)
    return row


@transaction.atomic
def certify_proclamation(*, proclamation: Proclamation) -> ProclamationCertificate:
    """Make the bevis of one that was up its whole time, once (KL 8:10)."""
    row = Proclamation.objects.select_for_update().get(pk=proclamation.pk)
    made = ProclamationCertificate.objects.filter(proclamation=row).first()
    if made is not None:
        return made
    pdf = render_pdf(proclamation_document(row))
    stored = store_file(pdf, "application/pdf")
    certificate = ProclamationCertificate.objects.create(
        proclamation=row, document=stored, made_at=now()
    )
    # Whoever asked has it; nothing of it is told to others, it may be about somebody.
    about = About(
        kind=IssuedKind.CERTIFICATE,
        source=certificate,
        board=row.board,
        day=row.posted_on,
        is_public=False,
    )
    issue(pdf, about)
    record(row, "proclamation.certified", by=None, sha256=stored.sha256)
    return certificate

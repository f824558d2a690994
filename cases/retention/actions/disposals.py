"""Disposing of handlingar: one person proposes, another carries it out (R-02)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.paper.pdf import render_pdf
from boards.shared.refusals import Refusal, refuse_if
from boards.shared.texts import sentence
from cases.case.actions import lock_open, open_case
from cases.case.models import Case
from cases.document.actions import register_document
from cases.document.enums import Direction, DocumentKind
from cases.document.models import Document
from cases.retention import rules, words
from cases.retention.due import Due, judged, whole_documents
from cases.retention.enums import DisposalState, RowState
from cases.retention.models import Disposal, DisposalRow
from cases.retention.paper import record_document
from cases.retention.queries import plan_in_force, whole_disposals

if TYPE_CHECKING:
    from boards.board.models import Board
    from boards.person.models import User

REMOVE_FILE = "retention.remove_file"


@dataclass(frozen=True)
class Into:
    """Where the gallringsprotokoll goes: an open ärende, or a new one of that title."""

    case: Case | None = None
    title: str = ""


@transaction.atomic
def propose_disposal(*, board: Board, documents: Collection[int], by: User) -> Disposal:
    """Propose handlingar whose time is out, for somebody else to carry out (R-02)."""
    require(by, "retention.dispose", board)
    refuse_if([] if documents else [Refusal("retention.none_chosen")])
    rows = lock_documents(documents)
    found = judged(rows, plan_in_force(board, today()))
    refuse_if(_blocked(board, found, len(set(documents))))
    disposal = Disposal.objects.create(board=board, proposed_by=by, proposed_at=now())
    DisposalRow.objects.bulk_create(
        DisposalRow(
            disposal=disposal,
            document=one.document,
            kind=one.document.kind,
            rule=one.rule,
            ground=one.ground,
            due_on=one.verdict.due_on,
        )
        for one in found
    )
    record(disposal, "retention.disposal_proposed", by=by, documents=len(found))
    return disposal


def lock_documents(keys: Collection[int]) -> list[Document]:
    """Return handlingar, held with their ärenden, so that neither changes meanwhile."""
    cases = Document.objects.filter(pk__in=keys).values("case_id")
    list(Case.objects.select_for_update().filter(pk__in=cases).order_by("pk"))
    rows = whole_documents().select_for_update(of=("self",))
    return list(rows.filter(pk__in=keys).order_by("pk"))


def why_not(one: Due) -> list[str]:
    """Return in words what stands against a handling today."""
    no = list(one.verdict.blocks)
    if one.document.is_disposed:
        no.append(Refusal("retention.gone_already"))
    elif one.rule and not one.verdict.is_due(today()):
        no.append(Refusal("retention.not_due", "", {"day": one.verdict.due_on}))
    return [sentence(refusal) for refusal in no]


def _blocked(board: Board, found: Sequence[Due], asked: int) -> list[Refusal]:
    strange = [one for one in found if one.document.case.board_id != board.pk]
    if strange or len(found) != asked:
        return [Refusal("retention.other_board")]
    return [
        Refusal(
            "retention.row_blocked",
            rules.LAW,
            {"document": one.document.designation, "why": " ".join(why)},
        )
        for one in found
        if (why := why_not(one))
    ]


@transaction.atomic
def withdraw_disposal(*, disposal: Disposal, by: User) -> Disposal:
    """Take a proposal back: nothing of it goes."""
    require(by, "retention.dispose", disposal)
    disposal = lock(disposal)
    if disposal.state != DisposalState.PROPOSED:
        refuse_if([Refusal("retention.disposal_over")])
    disposal.state = DisposalState.WITHDRAWN
    disposal.save(update_fields=["state"])
    disposal.rows.update(state=RowState.WITHDRAWN)
    record(disposal, "retention.disposal_withdrawn", by=by)
    return disposal


def lock(disposal: Disposal) -> Disposal:
    """Return the disposal with its rows, held for this transaction."""
    Disposal.objects.select_for_update().get(pk=disposal.pk)
    return whole_disposals().get(pk=disposal.pk)


@transaction.atomic
def carry_out_disposal(*, disposal: Disposal, into: Into, by: User) -> Disposal:
    """Dispose of what another person proposed, and register the protokoll of it (R-02).

    Each handling is judged once more; what something stands against now is left out
    and told with its reason. Bytes go after the commit, through the outbox.
    """
    require(by, "retention.dispose", disposal)
    case = lock_open(into.case) if into.case else None
    keys = list(disposal.rows.values_list("document_id", flat=True))
    documents = lock_documents(keys)
    disposal = lock(disposal)
    proposer = disposal.proposed_by_id
    found = rules.blocks_carrying_out(disposal.state, proposer, by.pk)
    if case and case.board_id != disposal.board_id:
        found.append(Refusal("retention.other_board", field="case"))
    refuse_if(found)
    rows = _decide(disposal, documents)
    disposal.executed_by, disposal.executed_at = by, now()
    disposal.record = _register_record(disposal, rows, case, into.title)
    disposal.state = DisposalState.CARRIED_OUT
    disposal.save()
    for row in rows:
        row.save(update_fields=["state", "why"])
    _dispose(disposal, rows, by)
    return disposal


def _decide(disposal: Disposal, documents: Sequence[Document]) -> list[DisposalRow]:
    """Judge every row again; refuse when nothing of the proposal may go."""
    plan = plan_in_force(disposal.board, today())
    judgements = judged(documents, plan, within=disposal.pk)
    found = {one.document.pk: one for one in judgements}
    rows = list(disposal.rows.all())
    for row in rows:
        one = found[row.document_id]
        row.document = one.document
        why = why_not(one)
        if one.rule is None or one.rule.pk != row.rule_id:
            why.append(sentence(Refusal("retention.rule_changed")))
        row.state = RowState.LEFT_OUT if why else RowState.CARRIED_OUT
        row.why = " ".join(why)
    if all(row.state == RowState.LEFT_OUT for row in rows):
        values = {"why": rows[0].why if rows else ""}
        refuse_if([Refusal("retention.nothing_left", rules.LAW, values)])
    return rows


def _register_record(
    disposal: Disposal, rows: Sequence[DisposalRow], case: Case | None, title: str
) -> Document:
    """Register the gallringsprotokoll: what, when, on which ground, by whom."""
    day = today()
    name = title.strip() or words.CASE_TITLE.format(year=day.year)
    case = case or open_case(board=disposal.board, title=name, by=None)
    pdf = render_pdf(record_document(disposal, rows, case.dnr, day))
    return register_document(
        case=case,
        direction=Direction.DRAWN_UP,
        kind=DocumentKind.OTHER,
        subject=words.TITLE.format(day=day),
        handled_on=day,
        dated_on=day,
        file=store_file(pdf, "application/pdf"),
        file_name=words.FILE_NAME.format(day=day),
        by=None,
    )


def _dispose(disposal: Disposal, rows: Sequence[DisposalRow], by: User) -> None:
    gone = [row for row in rows if row.state == RowState.CARRIED_OUT]
    for row in gone:
        row.document.disposed_on, row.document.disposal = today(), disposal
        row.document.save(update_fields=["disposed_on", "disposal"])
        record(row.document, "retention.disposed", by=by, ground=row.ground)
    record(disposal, "retention.disposal_carried_out", by=by, documents=len(gone))
    for row in gone:
        if row.document.file_id:
            enqueue(REMOVE_FILE, row)

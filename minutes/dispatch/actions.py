"""The verbs of expediering: an attested extract, sent to each recipient, logged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.actions import issue
from boards.shared.issued.codes import new_code, printed
from boards.shared.outbox import enqueue, try_again
from boards.shared.paper.extract import Certification, extract
from boards.shared.paper.store import from_json
from boards.shared.refusals import refuse_if
from cases.document.actions import register_document
from cases.document.enums import Direction, DocumentKind
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval
from minutes.approval.queries import version_of
from minutes.dispatch import rules
from minutes.dispatch.attesting import about, attested, checked_at
from minutes.dispatch.channels import channels, file_name
from minutes.dispatch.enums import DispatchState
from minutes.dispatch.models import Dispatch, DispatchAttempt, Extract
from minutes.dispatch.queries import certifier_title, sending_of
from minutes.item.models import MinutesItem
from minutes.pdf.keys import appendix_key, item_key

if TYPE_CHECKING:
    from boards.person.models import User
    from boards.shared.paper.tree import Document

CHANNEL = "email"


@transaction.atomic
def dispatch_extracts(*, item: MinutesItem, by: User) -> list[Dispatch]:
    """Send an attested extract of an approved § to each of its recipients (P-11, P-12).

    The extract is cut out of the frozen minutes, and registered in the § 's ärende.
    """
    require(by, "dispatch.send", item)
    approval = Approval.objects.lock(item.approval_id) if item.approval_id else None
    item = MinutesItem.objects.select_related(
        "approval__meeting__board", "agenda_item__case", "board", "meeting"
    ).get(pk=item.pk)
    refuse_if(rules.blocks_dispatching(dispatch_facts(item, approval)))
    # The rule has refused a § without approved minutes.
    made = extract_of(item, cast("Approval", version_of(item)), by)
    rows = [
        Dispatch.objects.get_or_create(
            extract=made,
            recipient=row.recipient,
            defaults={"name": row.recipient.name, "email": row.recipient.email},
        )
        for row in item.recipients.select_related("recipient")
    ]
    record(item, "dispatch.ordered", by=by, names=[row.name for row, _new in rows])
    for row, is_new in rows:
        if is_new:
            enqueue("dispatch.send", row)
    return [row for row, _new in rows]


def dispatch_facts(item: MinutesItem, approval: Approval | None) -> rules.DispatchFacts:
    """Return a § as the rule asks about it."""
    sent = Dispatch.objects.filter(
        extract__item=item, extract__approval=version_of(item)
    )
    return rules.DispatchFacts(
        is_approved=approval is not None and approval.state == ApprovalState.APPROVED,
        recipients=frozenset(item.recipients.values_list("recipient_id", flat=True)),
        sent_to=frozenset(sent.values_list("recipient_id", flat=True)),
        is_secret=item.is_secret,
    )


def extract_of(item: MinutesItem, approval: Approval, by: User) -> Extract:
    """Return the §'s extract of a version; made and registered the first time."""
    existing = Extract.objects.filter(item=item, approval=approval).first()
    if existing is not None:
        return existing
    moment = now()
    code = new_code()
    signed = Certification(
        name=str(by),
        role=certifier_title(by, item.board),
        at=moment,
        code=printed(code),
        address=checked_at(code),
    )
    whole = extract(from_json(approval.content), item_key(item), signed)
    pdf = attested(without_secret(whole, item), signed)
    made = Extract.objects.create(
        item=item,
        approval=approval,
        document=store_file(pdf, "application/pdf"),
        certified_by=by,
        certified_at=moment,
    )
    issue(pdf, about(made, signed), code=code)
    register_in_diary(made, by)
    return made


def without_secret(document: Document, item: MinutesItem) -> Document:
    """Return an extract of an open § without the appendices that are secret."""
    rows = item.appendices.select_related("document")
    secret = {appendix_key(row) for row in rows if row.document.is_secret}
    left = tuple(one for one in document.appendices if one.key not in secret)
    return replace(document, appendices=left)


def register_in_diary(made: Extract, by: User) -> None:
    """Register the extract as sent in the ärende of its §, if it has one (OSL 5:1)."""
    item = made.item
    case = item.agenda_item.case
    if case is None:
        return
    names = ", ".join(row.recipient.name for row in item.recipients.all())
    register_document(
        case=case,
        direction=Direction.SENT,
        kind=DocumentKind.EXTRACT,
        subject=f"Protokollsutdrag {item.citation}",
        counterparty=names[:200],
        handled_on=today(),
        file=made.document,
        file_name=file_name(Dispatch(extract=made)),
        by=by,
    )


@transaction.atomic
def send_dispatch(*, dispatch: Dispatch) -> Dispatch:
    """Send one recipient's extract and log the attempt; once it has gone, never again.

    A fault is raised, for the outbox to try again; `note_failed_attempt` logs it.
    """
    dispatch = (
        Dispatch.objects.select_for_update(of=("self",))
        .select_related("extract__document", "extract__item__board")
        .get(pk=dispatch.pk)
    )
    if dispatch.state == DispatchState.DELIVERED:
        return dispatch
    document = dispatch.extract.document
    where = channels[CHANNEL].send(dispatch, document.read())
    log_attempt(dispatch, is_delivered=True, detail=where)
    dispatch.state, dispatch.sent_at = DispatchState.DELIVERED, now()
    dispatch.save(update_fields=["state", "sent_at"])
    record(dispatch, "dispatch.delivered", by=None, name=dispatch.name)
    return dispatch


def log_attempt(dispatch: Dispatch, *, is_delivered: bool, detail: str) -> None:
    """Write one line of the log: which bytes, when, how it went (P-12)."""
    DispatchAttempt.objects.create(
        dispatch=dispatch,
        at=now(),
        sha256=dispatch.extract.document.sha256,
        is_delivered=is_delivered,
        detail=detail,
    )


@transaction.atomic
def note_failed_attempt(pk: int, error: Exception, is_over: bool) -> None:
    """Log a sending that failed, and whether it is tried again by itself."""
    dispatch = Dispatch.objects.select_for_update().get(pk=pk)
    log_attempt(dispatch, is_delivered=False, detail=f"{error}"[:500])
    dispatch.state = DispatchState.FAILED if is_over else DispatchState.IN_FLIGHT
    dispatch.save(update_fields=["state"])
    if is_over:
        record(dispatch, "dispatch.failed", by=None, name=dispatch.name)


@transaction.atomic
def retry_dispatch(*, dispatch: Dispatch, by: User | None) -> Dispatch:
    """Try once more to send what was given up, to the address the recipient has now."""
    require(by, "dispatch.send", dispatch)
    dispatch = Dispatch.objects.select_for_update().get(pk=dispatch.pk)
    refuse_if(rules.blocks_retrying(dispatch.state))
    dispatch.state = DispatchState.PENDING
    dispatch.email = dispatch.recipient.email
    dispatch.save(update_fields=["state", "email"])
    record(dispatch, "dispatch.retried", by=by, name=dispatch.name)
    try_again(sending_of(dispatch))
    return dispatch

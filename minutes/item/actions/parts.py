"""What goes with a §: papers, proposal, recipients, appendices, secrecy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from boards.access.permissions import require
from boards.shared.clock import today
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, refuse_if
from minutes.item.actions.steps import lock_item
from minutes.item.checks import is_withheld
from minutes.item.models import Appendix, BasisDocument, ItemCommunication
from minutes.item.queries import unreported_communications

if TYPE_CHECKING:
    from boards.board.models import Recipient
    from boards.person.models import User
    from cases.communication.models import Communication
    from cases.document.models import Document
    from minutes.item.models import MinutesItem


@dataclass(frozen=True, slots=True)
class Basis:
    """A handling under beslutsunderlag, as the minutes name it."""

    label: str
    document: Document | None = None


@transaction.atomic
def set_basis(*, item: MinutesItem, basis: Sequence[Basis], by: User | None) -> None:
    """Set what the decision rests on, in order; handlingar of the same board only."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    refuse_if(blocks_documents(item, [one.document for one in basis], "basis"))
    item.basis.all().delete()
    BasisDocument.objects.bulk_create(
        BasisDocument(
            item=item, document=one.document, label=one.label.strip(), position=position
        )
        for position, one in enumerate(basis, start=1)
        if one.label.strip()
    )
    record(item, "item.basis_set", by=by)


def blocks_documents(
    item: MinutesItem, documents: Sequence[Document | None], field: str
) -> list[Refusal]:
    """Refuse other boards' handlingar, drafts (OSL 5:1), and secret ones in an open §.

    What an open § rests on is published with it (OSL 5:5; D-12).
    """
    found = []
    for document in documents:
        if document is None:
            continue
        values = {"document": document.designation}
        if document.case.board_id != item.board_id:
            code, law = "item.document_of_other_board", ""
        elif document.act_number is None:
            code, law = "item.document_not_registered", "OSL 5:1"
        elif is_withheld(document) and not item.is_secret:
            code, law = "item.document_is_secret", "OSL 5:5"
        else:
            continue
        found.append(Refusal(code, law, values, field))
    return found


@transaction.atomic
def set_proposed(*, item: MinutesItem, texts: Sequence[str], by: User | None) -> None:
    """Set the proposal the meeting starts from, one att-sats a row."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    item.proposed.all().delete()
    kept = [text.strip() for text in texts if text.strip()]
    for position, text in enumerate(kept, start=1):
        item.proposed.create(text=text, position=position)
    record(item, "item.proposed_set", by=by)


@transaction.atomic
def set_recipients(
    *, item: MinutesItem, recipients: Sequence[Recipient], by: User | None
) -> None:
    """Set whom the decision is sent to."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    if any(one.board_id != item.board_id for one in recipients):
        refuse_if([Refusal("item.recipient_of_other_board", "", {}, "recipients")])
    item.recipients.exclude(recipient__in=recipients).delete()
    for recipient in recipients:
        item.recipients.get_or_create(recipient=recipient)
    record(item, "item.recipients_set", by=by)


@transaction.atomic
def add_appendix(*, item: MinutesItem, document: Document, by: User | None) -> Appendix:
    """Add a registered handling as the §'s next bilaga."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    refuse_if(blocks_documents(item, [document], "document"))
    already = item.appendices.filter(document=document).first()
    if already:
        return already
    last = item.appendices.aggregate(last=Max("number"))["last"] or 0
    appendix = item.appendices.create(document=document, number=last + 1)
    record(item, "item.appendix_added", by=by, document=document.pk)
    return appendix


@transaction.atomic
def remove_appendix(*, appendix: Appendix, by: User | None) -> None:
    """Take a bilaga away; those after it move up one."""
    require(by, "item.edit", appendix.item)
    item = lock_item(appendix.item_id)
    record(item, "item.appendix_removed", by=by, document=appendix.document_id)
    item.appendices.filter(pk=appendix.pk).delete()
    for row in item.appendices.filter(number__gt=appendix.number):
        row.number -= 1
        row.save(update_fields=["number"])


@transaction.atomic
def set_communications(
    *, item: MinutesItem, communications: Sequence[Communication], by: User | None
) -> None:
    """Set which meddelanden the § reports; each is reported once."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    free = set(unreported_communications(item).values_list("pk", flat=True))
    if any(one.pk not in free for one in communications):
        refuse_if([Refusal("item.communication_taken", "", {}, "communications")])
    item.communications.all().delete()
    ItemCommunication.objects.bulk_create(
        ItemCommunication(item=item, communication=one, position=position)
        for position, one in enumerate(communications, start=1)
    )
    record(item, "item.communications_set", by=by)


@transaction.atomic
def mark_item_secret(
    *, item: MinutesItem, legal_ground: str, by: User | None
) -> MinutesItem:
    """Mark the § secret with its ground: it gets a justering of its own (P-08)."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    ground = legal_ground.strip()
    if not ground:
        refuse_if([Refusal("item.no_ground", "TF 2:20", {}, "legal_ground")])
    item.legal_ground, item.marked_on, item.marked_by = ground, today(), by
    item.save(update_fields=["legal_ground", "marked_on", "marked_by"])
    record(item, "item.marked_secret", by=by, ground=ground)
    enqueue("publication.meeting", item.meeting)
    return item


@transaction.atomic
def lift_item_secrecy(
    *, item: MinutesItem, reason: str, by: User | None
) -> MinutesItem:
    """Take the secrecy mark off the §, with a reason for the history."""
    require(by, "item.edit", item, reason)
    item = lock_item(item.pk)
    if not reason.strip():
        refuse_if([Refusal("item.no_reason", "OSL 5:5", {}, "reason")])
    item.legal_ground, item.marked_on, item.marked_by = "", None, None
    item.save(update_fields=["legal_ground", "marked_on", "marked_by"])
    record(item, "item.secrecy_lifted", by=by, reason=reason)
    enqueue("publication.meeting", item.meeting)
    return item

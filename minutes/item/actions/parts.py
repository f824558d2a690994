"""What goes with a §: papers, proposal, recipients, appendices, secrecy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max, Q

from boards.access.permissions import require
from boards.shared.clock import today
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, refuse_if
from minutes.item.actions.steps import loaded, lock_item
from minutes.item.checks import is_withheld
from minutes.item.facts import abstained, stood_aside
from minutes.item.models import Appendix, BasisDocument, ProposedDecision
from minutes.item.rules.decision import blocks_depths, parents
from minutes.item.rules.dissent import blocks_authority

if TYPE_CHECKING:
    from boards.board.models import Recipient
    from boards.person.models import User
    from cases.case.models import Case
    from cases.document.models import Document
    from minutes.item.models import MinutesItem


@dataclass(frozen=True, slots=True)
class Basis:
    """A handling under beslutsunderlag, as the minutes name it."""

    label: str
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """One att-sats of the proposal; `depth` 1 puts it under the last of depth 0."""

    text: str
    depth: int = 0


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
def set_proposed(
    *, item: MinutesItem, texts: Sequence[Proposed | str], by: User | None
) -> None:
    """Set the proposal the meeting starts from; a point that is the same stays it.

    Yrkanden and questions are about these points, so none of those can go.
    """
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    given = [Proposed(one) if isinstance(one, str) else one for one in texts]
    kept = [one for one in given if one.text.strip()]
    refuse_if(blocks_depths([one.depth for one in kept]))
    found = matched([one.text.strip() for one in kept], list(item.proposed.all()))
    gone = item.proposed.exclude(pk__in=[row.pk for row in found if row])
    if gone.filter(Q(floor_proposals__isnull=False) | Q(rounds__isnull=False)).exists():
        refuse_if([Refusal("item.proposed_in_use", "KL 5:67", {}, "texts")])
    write_proposed(item, kept, found)
    record(item, "item.proposed_set", by=by)


def matched(
    texts: Sequence[str], rows: list[ProposedDecision]
) -> list[ProposedDecision | None]:
    """Return the row of each text: one that says the same, else the next one left."""
    free = list(rows)
    found: list[ProposedDecision | None] = []
    for text in texts:
        same = next((row for row in free if row.text == text), None)
        if same:
            free.remove(same)
        found.append(same)
    return [row or (free.pop(0) if free else None) for row in found]


def write_proposed(
    item: MinutesItem,
    proposed: Sequence[Proposed],
    found: Sequence[ProposedDecision | None],
) -> None:
    """Write the points of a proposal in their order, each under its own."""
    above = parents(one.depth for one in proposed)
    rows: list[ProposedDecision] = []
    for place, (one, was) in enumerate(zip(proposed, found, strict=True)):
        parent = above[place]
        row = was or ProposedDecision(item=item)
        row.text, row.position = one.text.strip(), place + 1
        row.parent = None if parent is None else rows[parent]
        row.save()
        rows.append(row)
    item.proposed.exclude(pk__in=[row.pk for row in rows]).delete()


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
def describe_item(
    *,
    item: MinutesItem,
    by: User | None,
    reference: str = "",
    proposed_by: str = "",
    is_authority: bool = False,
) -> MinutesItem:
    """Say whose proposal it is, another body's number, and if it is authority.

    Nobody may have kept out of what turns out to be myndighetsutövning (KL 4:26).
    """
    require(by, "item.edit", item)
    item = loaded(lock_item(item.pk))
    aside, silent = stood_aside(item), abstained(item)
    if is_authority:
        refuse_if(blocks_authority(stand_aside=len(aside), abstain=len(silent)))
    item.reference, item.proposed_by = reference.strip(), proposed_by.strip()
    item.is_authority = is_authority
    item.save(update_fields=["reference", "proposed_by", "is_authority"])
    record(item, "item.described", by=by)
    return item


@transaction.atomic
def set_further_cases(
    *, item: MinutesItem, cases: Sequence[Case], by: User | None
) -> None:
    """Set which ärenden the § is about beside its own (P-10)."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    further = [case for case in cases if case.pk != item.agenda_item.case_id]
    refuse_if(
        Refusal(code, law, {"case": case.dnr}, "cases")
        for case in further
        for is_wrong, code, law in (
            (case.board_id != item.board_id, "item.case_of_other_board", ""),
            (case.is_secret and not item.is_secret, "item.case_is_secret", "OSL 5:5"),
        )
        if is_wrong
    )
    item.agenda_item.other_cases.set(further)
    record(item, "item.cases_set", by=by)


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

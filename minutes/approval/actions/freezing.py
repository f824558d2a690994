"""Freezing §§ for justering: numbers, content, and who has to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import STOCKHOLM, now
from boards.shared.enums import SeriesKind
from boards.shared.history import record as write_history
from boards.shared.numbers import next_number
from boards.shared.outbox import enqueue
from boards.shared.paper.store import to_json
from boards.shared.paper.tree import (
    Block,
    Document,
    Field,
    FieldTable,
    SignatureBlock,
)
from boards.shared.refusals import Refusal, refuse_if
from minutes.approval.enums import ApprovalState, ReturnKind
from minutes.approval.facts import freeze_facts, signers_of
from minutes.approval.models import Approval, Approver, Referral, SignerOpinion
from minutes.approval.queries import opinions_about, returned_with
from minutes.approval.rules import blocks_freezing, required_slots
from minutes.item.models import MinutesItem
from minutes.item.numbers import labelled, ranges
from minutes.item.queries import Record, record_of
from minutes.item.rules.numbering import NumberingFacts, blocks_numbering
from minutes.meeting.actions.steps import lock_meeting
from minutes.meeting.enums import MeetingState
from minutes.pdf import words
from minutes.pdf.documents import document_of
from minutes.pdf.front import Signer

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.approval.rules import FreezeFacts
    from minutes.meeting.models import Meeting


@transaction.atomic
def freeze(
    *,
    meeting: Meeting,
    items: Sequence[MinutesItem],
    by: User | None,
    is_immediate: bool = False,
) -> Approval:
    """Number and freeze §§ for those who sign (KL 5:65–69; P-07, P-08, P-09).

    Their text, and who served, can then be changed only by sending the minutes back.
    """
    require(by, "approval.freeze", meeting)
    meeting = lock_meeting(meeting.pk)
    chosen = lock_items(meeting, items)
    whole = record_of(meeting)
    mine = [item for item in whole.items if item.pk in chosen]
    facts = freeze_facts(whole, mine, is_immediate=is_immediate)
    refuse_if(
        blocks_freezing(facts)
        + blocks_other_meeting(items, mine)
        + blocks_order(meeting, whole)
        + blocks_referred([item.pk for item in mine])
    )
    approval = prepare(meeting, mine, facts, is_immediate=is_immediate)
    # Built with the numbers the §§ are expected to get, so that the counter everybody
    # waits for is locked for a moment only; built again should others have come first.
    content = content_of(approval, mine)
    expected = {item.pk: whole.number(item) for item in mine}
    given = give_numbers(whole, mine)
    if any(given[pk] != number for pk, number in expected.items()):
        content = content_of(approval, mine)
    MinutesItem.objects.filter(pk__in=chosen).update(approval=approval)
    approval.content = content
    approval.items_label = ranges(given[item.pk] for item in mine)
    approval.state = ApprovalState.FROZEN
    approval.frozen_at = now()
    approval.frozen_by = by
    approval.save()
    write_history(approval, "approval.frozen", by=by, items=approval.items_label)
    enqueue("approval.seal", approval)
    return approval


def lock_items(meeting: Meeting, items: Sequence[MinutesItem]) -> set[int]:
    """Lock the §§ so that nobody writes in them while they are being frozen."""
    rows = MinutesItem.objects.select_for_update().filter(
        meeting=meeting, pk__in=[item.pk for item in items]
    )
    return set(rows.order_by("pk").values_list("pk", flat=True))


def blocks_other_meeting(
    asked: Sequence[MinutesItem], found: Sequence[MinutesItem]
) -> list[Refusal]:
    """Refuse §§ that were withdrawn or belong to another meeting."""
    if len({item.pk for item in asked}) == len(found):
        return []
    return [Refusal("freeze.unknown_item", "", {}, "items")]


def blocks_referred(items: Sequence[int]) -> list[Refusal]:
    """Refuse §§ the signers disagreed about until the board has decided (P-06)."""
    for approval in returned_with(items, ReturnKind.REFERRED):
        referral = Referral.objects.filter(approval=approval).first()
        if referral is None or not referral.agenda_item.item.decision_points.exists():
            day = f"{approval.meeting.held_on:%Y-%m-%d}"
            return [Refusal("freeze.referred", "KL 5:69", {"day": day}, "items")]
    return []


def blocks_order(meeting: Meeting, whole: Record) -> list[Refusal]:
    """Refuse while an earlier meeting of the year has §§ without numbers (P-09)."""
    earlier = (
        MinutesItem.objects.filter(
            board_id=meeting.board_id,
            year=meeting.held_on.year,
            number__isnull=True,
            agenda_item__withdrawn_at__isnull=True,
            meeting__starts_at__lt=meeting.starts_at,
        )
        .exclude(meeting__state=MeetingState.CANCELLED)
        .values_list("meeting__starts_at", flat=True)
    )
    days = tuple(moment.astimezone(STOCKHOLM).date() for moment in earlier)
    unnumbered = tuple(item.pk for item in whole.items if item.number is None)
    if not unnumbered:
        return []
    return blocks_numbering(NumberingFacts(unnumbered, earlier_unnumbered=days))


def prepare(
    meeting: Meeting,
    items: Sequence[MinutesItem],
    facts: FreezeFacts,
    *,
    is_immediate: bool,
) -> Approval:
    """Write the justering and who has to sign it."""
    rules = meeting.board.regulations_on(meeting.held_on)
    approval = Approval.objects.create(
        meeting=meeting,
        is_immediate=is_immediate,
        is_secret=any(item.is_secret for item in items),
        storage_place=rules.storage_place,
    )
    parties = {row.person_id: str(row) for row in meeting.attendances.all()}
    slots = signers_of(list(required_slots(facts)))
    for position, (role, person) in enumerate(slots, start=1):
        Approver.objects.create(
            approval=approval,
            person=person,
            role=role,
            name=parties.get(person.pk, person.name),
            position=position,
        )
    return approval


def content_of(approval: Approval, items: Sequence[MinutesItem]) -> dict[str, object]:
    """Return the document tree of the §§ as JSON: what is frozen."""
    record = record_of(approval.meeting, items)
    spans = spans_of(record, freeze_facts(record, record.items))
    signers = [
        Signer(row.field_name, row.role, row.name + spans.get(row.person_id, ""))
        for row in approval.approvers.all()
    ]
    opinions = opinions_about([item.pk for item in items])
    return to_json(with_opinions(document_of(record, signers), opinions))


def with_opinions(document: Document, opinions: Sequence[SignerOpinion]) -> Document:
    """Return the document with the signers' differing opinions where they sign."""
    if not opinions:
        return document
    said = Field(
        words.OPINIONS, tuple(f"{row.person.name}: {row.text}" for row in opinions)
    )
    blocks: list[Block] = []
    for block in document.blocks:
        blocks.append(block)
        if isinstance(block, SignatureBlock):
            blocks.append(FieldTable((said,)))
    return replace(document, blocks=tuple(blocks))


def spans_of(record: Record, facts: FreezeFacts) -> dict[int, str]:
    """Return ", §§ 3–5" for chairs and approvers of some §§ only, by person."""
    signed: dict[int, set[int]] = {}
    for item, row in zip(record.items, facts.items, strict=True):
        chair = () if row.chair is None else (row.chair,)
        for person in {*chair, *facts.approvers_of(row)}:
            signed.setdefault(person, set()).add(record.number(item))
    return {
        person: f", {labelled(sorted(numbers))}"
        for person, numbers in signed.items()
        if len(numbers) < len(record.items)
    }


def give_numbers(whole: Record, items: Sequence[MinutesItem]) -> dict[int, int]:
    """Number every § up to the last frozen one; those that have a number keep it."""
    last = max(item.agenda_item.position for item in items)
    given: dict[int, int] = {}
    for item in whole.items:
        if item.agenda_item.position > last:
            break
        if item.number is None:
            item.number = next_number(
                board=whole.board, kind=SeriesKind.ITEM, year=item.year
            )
            item.save(update_fields=["number"])
        given[item.pk] = item.number
    return given

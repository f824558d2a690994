"""What a § lists: messages, delegated decisions, questions, where it was before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from minutes.item.actions.parts import blocks_documents
from minutes.item.actions.steps import lock_item
from minutes.item.facts import is_assembly
from minutes.item.models import (
    AskedQuestion,
    EarlierHandling,
    ItemCommunication,
    ReportedDecision,
)
from minutes.item.queries import (
    earlier_items,
    unreported_communications,
    unreported_decisions,
)
from minutes.item.rules.asking import AskedFacts, blocks_asking

if TYPE_CHECKING:
    from boards.person.models import User
    from cases.communication.models import Communication
    from cases.delegation.models import DelegatedDecision
    from cases.document.models import Document
    from minutes.item.enums import AskedKind
    from minutes.item.models import MinutesItem


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where the matter was handled before: a § of ours, or another body's by name."""

    label: str = ""
    earlier: MinutesItem | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was put at the meeting, and what was answered."""

    kind: AskedKind
    asked_by: str
    text: str
    asked_to: str = ""
    answered_by: str = ""
    answer: str = ""
    document: Document | None = None


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
def set_reported(
    *, item: MinutesItem, decisions: Sequence[DelegatedDecision], by: User | None
) -> None:
    """Set which delegated and urgent decisions the § reports (KL 6:39–40)."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    free = set(unreported_decisions(item).values_list("pk", flat=True))
    if any(one.pk not in free for one in decisions):
        refuse_if([Refusal("item.decision_taken", "KL 6:40", {}, "decisions")])
    item.reported_decisions.all().delete()
    ReportedDecision.objects.bulk_create(
        ReportedDecision(item=item, decision=one, position=position)
        for position, one in enumerate(decisions, start=1)
    )
    record(item, "item.reported_set", by=by)


@transaction.atomic
def set_earlier(
    *, item: MinutesItem, earlier: Sequence[Earlier], by: User | None
) -> None:
    """Set where the matter was handled before, in order; our own §§ by their number."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    known = set(earlier_items(item).values_list("pk", flat=True))
    refuse_if(
        Refusal("item.not_earlier", "", {"row": row}, "earlier")
        for row, one in enumerate(earlier)
        if one.earlier is not None and one.earlier.pk not in known
    )
    item.earlier_handlings.all().delete()
    EarlierHandling.objects.bulk_create(
        EarlierHandling(
            item=item,
            earlier=one.earlier,
            label=one.label.strip() or (one.earlier.citation if one.earlier else ""),
            position=position,
        )
        for position, one in enumerate(earlier, start=1)
        if one.label.strip() or one.earlier
    )
    record(item, "item.earlier_set", by=by)


@transaction.atomic
def set_questions(
    *, item: MinutesItem, questions: Sequence[Asked], by: User | None
) -> None:
    """Set what was asked and answered: interpellation only in an assembly (KL 5:59)."""
    require(by, "item.edit", item)
    item = lock_item(item.pk)
    refuse_if(blocks_questions(item, questions))
    item.asked_questions.all().delete()
    AskedQuestion.objects.bulk_create(
        AskedQuestion(
            item=item,
            kind=one.kind,
            asked_by=one.asked_by.strip(),
            asked_to=one.asked_to.strip(),
            text=one.text.strip(),
            answered_by=one.answered_by.strip(),
            answer=one.answer.strip(),
            document=one.document,
            position=position,
        )
        for position, one in enumerate(questions, start=1)
    )
    record(item, "item.questions_set", by=by)


def blocks_questions(item: MinutesItem, questions: Sequence[Asked]) -> list[Refusal]:
    """Ask the law about each question, and about the handling it is answered by."""
    found = []
    for row, one in enumerate(questions):
        facts = AskedFacts(
            one.kind, one.asked_by, one.asked_to, one.text, one.answered_by, one.answer
        )
        found += blocks_asking(row, facts, is_assembly=is_assembly(item))
        found += blocks_documents(item, [one.document], "document")
    return found

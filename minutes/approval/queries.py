"""Reads of justering: its page, whose turn it is, and what is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, Q, QuerySet

from boards.shared.enums import OutboxState
from boards.shared.models import HistoryEvent, OutboxMessage
from minutes.approval.corrections import key_of, sections_of
from minutes.approval.enums import ApprovalState, ReturnKind
from minutes.approval.models import Approval, Approver, SignerOpinion, SigningAttempt
from minutes.item.changes import Stretch, differences
from minutes.item.models import MinutesItem
from minutes.item.points import in_words

if TYPE_CHECKING:
    from minutes.meeting.models import Meeting


def with_signers() -> QuerySet[Approval]:
    """Justeringar with what their pages show."""
    signers = Approver.objects.select_related("signature", "person")
    return Approval.objects.select_related(
        "meeting__board__host",
        "meeting__secretary__person",
        "frozen_by__person",
        "returned_by__person",
        "document",
        "sealed",
    ).prefetch_related(Prefetch("approvers", signers))


def approvals_of(meeting: Meeting) -> QuerySet[Approval]:
    """Return a meeting's justeringar in the order they were made."""
    return with_signers().filter(meeting=meeting).order_by("pk")


def returned_with(items: Sequence[int], kind: ReturnKind) -> list[Approval]:
    """Return justeringar sent back for that reason that held any of the §§.

    A § is free once it is sent back; the frozen content still tells which it was.
    """
    keys = {key_of(item) for item in items}
    meetings = MinutesItem.objects.filter(pk__in=items).values("meeting")
    rows = Approval.objects.filter(
        meeting__in=meetings, state=ApprovalState.RETURNED, return_kind=kind
    )
    return [
        row
        for row in rows.select_related("meeting").order_by("pk")
        if keys
        & {part["key"] for part in sections_of(row.content["document"]["blocks"])}
    ]


def opinions_about(items: Sequence[int]) -> list[SignerOpinion]:
    """Return what signers want noted about the §§, each person's latest."""
    held = returned_with(items, ReturnKind.DISSENT)
    rows = SignerOpinion.objects.filter(approval__in=held).select_related("person")
    return list({row.person_id: row for row in rows.order_by("pk")}.values())


def versions_of(approval: Approval) -> list[Approval]:
    """Return every version of corrected minutes, the first first; else nothing."""
    first = approval.first
    rows = Approval.objects.filter(Q(pk=first.pk) | Q(origin=first))
    found = list(rows.prefetch_related("corrections__item").order_by("version", "pk"))
    return found if len(found) > 1 else []


def version_of(item: MinutesItem) -> Approval | None:
    """Return the approved version that says what a § says now.

    The latest that corrected it; the first, where nothing in it was corrected.
    """
    corrected = Approval.objects.approved().filter(
        origin=item.approval_id, corrections__item=item
    )
    return corrected.order_by("-version").first() or item.approval


def to_sign(user: Any) -> QuerySet[Approval]:
    """Return what waits for the user's signature, the oldest meeting first."""
    return (
        with_signers()
        .filter(
            state=ApprovalState.FROZEN,
            document__isnull=False,
            approvers__person_id=user.person_id or 0,
            approvers__signature__isnull=True,
        )
        .order_by("meeting__starts_at", "pk")
    )


def own_attempts(user: Any) -> QuerySet[SigningAttempt]:
    """Return a user's own goes at signing."""
    return SigningAttempt.objects.filter(user=user).select_related(
        "approver__approval__meeting__board",
        "approver__approval__document",
        "user__person",
    )


def sealing_of(approval: Approval) -> OutboxMessage | None:
    """Return the outbox row that makes the PDF."""
    rows = OutboxMessage.objects.filter(kind="approval.seal", object_id=approval.pk)
    return rows.order_by("-pk").first()


def sealing_trouble(approval: Approval) -> OutboxMessage | None:
    """Return the row when the PDF could not be made so far, else nothing."""
    if approval.document_id or approval.state != ApprovalState.FROZEN:
        return None
    row = sealing_of(approval)
    is_trouble = row and (row.attempts or row.state == OutboxState.FAILED)
    return row if is_trouble else None


def events_of(approval: Approval) -> QuerySet[HistoryEvent]:
    """Return what was done with a justering, the newest first."""
    return (
        HistoryEvent.objects.filter(model=Approval._meta.label, object_id=approval.pk)
        .select_related("by__person")
        .order_by("-at", "-pk")
    )


@dataclass(frozen=True)
class DecisionChange:
    """A decision that was written otherwise after the meeting (P-04)."""

    item: MinutesItem
    by: str
    at: datetime
    comment: str
    stretches: tuple[Stretch, ...]


def decision_changes(approval: Approval) -> list[DecisionChange]:
    """Return what the signers are to see: decisions changed after the meeting."""
    items = {item.pk: item for item in approval.items.select_related("board")}
    events = HistoryEvent.objects.filter(
        code="item.decision_changed",
        model=MinutesItem._meta.label,
        object_id__in=items,
    )
    return [
        DecisionChange(
            item=items[event.object_id],
            by=str(event.by or ""),
            at=event.at,
            comment=event.values.get("comment", ""),
            stretches=tuple(
                differences(
                    in_words(event.values["before"]), in_words(event.values["after"])
                )
            ),
        )
        for event in events.select_related("by__person").order_by("at", "pk")
    ]


def in_justering(meetings: list[int]) -> set[int]:
    """Return those of the meetings that have §§ frozen or approved."""
    rows = Approval.objects.filter(
        meeting_id__in=meetings,
        state__in=[ApprovalState.FROZEN, ApprovalState.APPROVED],
    )
    return set(rows.values_list("meeting_id", flat=True))

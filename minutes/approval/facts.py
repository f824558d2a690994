"""A justering's rows as the rules want them; people are named by their person's key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from boards.board.enums import Assurance
from boards.membership.models import Membership
from boards.person.models import Person
from boards.shared.clock import now, today
from minutes.approval.enums import ApprovalState, SignerRole
from minutes.approval.methods import FRESHNESS
from minutes.approval.rules import (
    FreezeFacts,
    ItemFacts,
    ReturnFacts,
    SignatureFacts,
    SigningFacts,
    Slot,
)
from minutes.item import checks
from minutes.item.service import ServiceMap
from minutes.meeting.enums import MeetingState
from minutes.meeting.queries import approvers_for

if TYPE_CHECKING:
    from datetime import datetime

    from boards.person.models import User
    from minutes.approval.methods import Proof
    from minutes.approval.models import Approval, Approver
    from minutes.item.models import MinutesItem
    from minutes.item.queries import Record
    from minutes.item.service import Service

HELD = frozenset({ApprovalState.FROZEN, ApprovalState.APPROVED})


def freeze_facts(
    record: Record, items: Sequence[MinutesItem], *, is_immediate: bool = False
) -> FreezeFacts:
    """Return §§ about to be frozen; the record holds the whole meeting, loaded."""
    meeting, rules = record.meeting, record.regulations
    chosen = list(meeting.chosen_approvers.select_related("attendance"))
    return FreezeFacts(
        items=tuple(
            replace(
                item_facts(item, record.at(item), f"§ {record.number(item)}"),
                own_approvers=approvers_for(chosen, item.agenda_item_id),
            )
            for item in items
        ),
        approvers=approvers_for(chosen, None),
        approver_count=rules.approver_count,
        secretary=meeting.secretary.person_id if meeting.secretary else None,
        secretary_signs=rules.secretary_signs,
        is_meeting_closed=meeting.state == MeetingState.CLOSED,
        is_immediate=is_immediate and meeting.state == MeetingState.IN_SESSION,
    )


def item_facts(item: MinutesItem, service: Service, label: str) -> ItemFacts:
    """Return one § with all its parts loaded."""
    rounds = list(item.rounds.all())
    standing = [row for row in item.floor_proposals.all() if not row.withdrawn_at]
    return ItemFacts(
        pk=item.pk,
        label=label,
        present=service.counted,
        needed=service.needed,
        chair=service.presiding.person_id if service.presiding else None,
        deciders=frozenset(row.person_id for row in service.serving),
        decision_points=len(item.decision_points.all()),
        is_information=item.is_information,
        unsettled_rounds=sum(row.is_yes is None for row in rounds),
        open_proposals=0 if rounds else len(standing),
        reservations_without_text=sum(
            checks.lacks_words(row) for row in item.reservations.all()
        ),
        is_secret=item.is_secret,
        is_in_other_approval=bool(item.approval and item.approval.state in HELD),
        secret_documents=tuple(
            paper.designation for paper in checks.withheld_papers(item)
        ),
        shows_secret_title=checks.shows_secret_title(item),
        cannot_be=checks.cannot_be(item, service),
    )


def signing_facts(
    approval: Approval, by: User, proof: Proof, moment: datetime
) -> SigningFacts:
    """Return somebody about to sign; `approval` is locked."""
    return replace(
        beginning_facts(approval, by, proof.shown_sha256),
        authenticated_at=proof.authenticated_at if proof.user_id == by.pk else None,
        moment=proof.given_at or moment,
        level=proof.level,
    )


def beginning_facts(approval: Approval, by: User, shown_sha256: str) -> SigningFacts:
    """Return somebody about to identify themselves, to sign what was shown."""
    served, elected = who_served(approval), who_is_elected(approval)
    return SigningFacts(
        state=approval.state,
        signatures=tuple(
            SignatureFacts(
                Slot(row.person_id, row.role),
                signed_at(row),
                has_served=row.person_id in served,
                has_mandate=row.person_id in elected,
            )
            for row in approval.approvers.select_related("signature")
        ),
        signer=by.person_id or 0,
        document_sha256=approval.document.sha256 if approval.document else "",
        shown_sha256=shown_sha256,
        authenticated_at=None,
        moment=now(),
        freshness=FRESHNESS,
        needed=needed_level(approval),
    )


def needed_level(approval: Approval) -> Assurance:
    """Return how sure it has to be who signs, as the board decided (reglemente)."""
    rules = approval.meeting.board.regulations_on(approval.meeting.held_on)
    return Assurance(rules.signing_level)


def who_is_elected(approval: Approval) -> set[int]:
    """Return the people with an uppdrag in the board today."""
    rows = Membership.objects.serving_on(today()).filter(board=approval.board)
    return set(rows.values_list("person_id", flat=True))


def who_served(approval: Approval) -> set[int]:
    """Return the people who decided or presided in any § of the justering."""
    service = ServiceMap(approval.meeting)
    items = approval.first.items.select_related("agenda_item").prefetch_related(
        "recusals", "non_participations"
    )
    found: set[int] = set()
    for item in items:
        at = service.at(item)
        found |= {row.person_id for row in at.serving}
        found |= {at.presiding.person_id} if at.presiding else set()
    return found


def signed_at(approver: Approver) -> datetime | None:
    """Return when somebody signed, `None` before."""
    signature = getattr(approver, "signature", None)
    return signature.signed_at if signature else None


def return_facts(approval: Approval, by: User, reason: str) -> ReturnFacts:
    """Return somebody about to send minutes back."""
    return ReturnFacts(
        state=approval.state,
        signers=frozenset(row.person_id for row in approval.approvers.all()),
        person=by.person_id or 0,
        reason=reason,
    )


def signers_of(slots: Sequence[Slot]) -> list[tuple[str, Person]]:
    """Return who signs as what, in the order the front page lists them."""
    order = (SignerRole.SECRETARY, SignerRole.CHAIR, SignerRole.APPROVER)
    people = Person.objects.in_bulk([slot.person for slot in slots])
    return [
        (slot.role, people[slot.person])
        for slot in sorted(slots, key=lambda slot: order.index(SignerRole(slot.role)))
    ]

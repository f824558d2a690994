"""What was proposed at the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from minutes.item.actions.steps import (
    lock_begun,
    lock_item,
    not_serving,
    service_at,
)
from minutes.item.enums import ProposalKind
from minutes.item.facts import stood_aside
from minutes.item.models import FloorProposal, Proposer

if TYPE_CHECKING:
    from django.db.models.manager import BaseManager

    from boards.person.models import User
    from minutes.item.models import MinutesItem, ProposedDecision
    from minutes.meeting.models import Attendance

NEEDS_TEXT = frozenset({ProposalKind.AMEND, ProposalKind.ADD, ProposalKind.ELECT})


@dataclass(frozen=True, slots=True)
class ProposalDetails:
    """What a yrkande is about, who agrees with it, and for whom it is made.

    `targets` are points of the proposal the meeting started from, `about` yrkanden of
    others that it is for or against; `until` is the day of a bordläggning.
    """

    targets: Sequence[ProposedDecision] = ()
    about: Sequence[FloorProposal] = ()
    seconders: Sequence[Attendance] = ()
    on_behalf_of: str = ""
    until: date | None = None


PLAIN = ProposalDetails()


def following(rows: BaseManager[Any]) -> int:
    """Return the position after the last."""
    return (rows.all().aggregate(last=Max("position"))["last"] or 0) + 1


@transaction.atomic
def add_floor_proposal(
    *,
    item: MinutesItem,
    kind: ProposalKind,
    text: str,
    proposers: Sequence[Attendance],
    by: User | None,
    details: ProposalDetails = PLAIN,
) -> FloorProposal:
    """Note a yrkande of people who serve; without proposers it is the chair's note."""
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    refuse_if(
        blocks_people(item, [*proposers, *details.seconders])
        + blocks_details(item, kind, text, details)
    )
    proposal = item.floor_proposals.create(
        kind=kind,
        text=text.strip(),
        on_behalf_of=details.on_behalf_of.strip(),
        until=details.until,
        position=following(item.floor_proposals),
    )
    name_people(proposal, proposers, details.seconders)
    proposal.targets.set(details.targets)
    proposal.about.set(details.about)
    record(item, "item.proposal_added", by=by, proposal=proposal.pk)
    return proposal


def blocks_people(item: MinutesItem, people: Sequence[Attendance]) -> list[Refusal]:
    """Refuse proposers who do not serve, or take no part in the decision (KL 4:25)."""
    service, field = service_at(item), "proposers"
    found = not_serving(people, service, "proposal.not_serving", "KL 6:17", field)
    aside = stood_aside(item)
    return found + [
        Refusal("proposal.stands_aside", "KL 4:25", {"person": str(person)}, field)
        for person in people
        if person.pk in aside
    ]


def blocks_details(
    item: MinutesItem, kind: ProposalKind, text: str, details: ProposalDetails
) -> list[Refusal]:
    """Refuse a change without words, another §'s points, and a day for no delay."""
    of_items = {row.item_id for row in details.targets}
    of_items |= {row.item_id for row in details.about}
    has_words = bool(text.strip())
    is_late = details.until and details.until <= item.meeting.held_on
    checks = (
        (
            kind in NEEDS_TEXT and not has_words,
            "proposal.no_text",
            "KL 5:67",
            "text",
        ),
        (bool(of_items - {item.pk}), "proposal.of_other_item", "", "targets"),
        (
            details.until is not None and kind != ProposalKind.POSTPONE,
            "proposal.until_without_postponing",
            "KL 5:50",
            "until",
        ),
        (bool(is_late), "proposal.until_has_passed", "KL 5:50", "until"),
    )
    return [Refusal(code, law, {}, field) for no, code, law, field in checks if no]


def name_people(
    proposal: FloorProposal,
    proposers: Sequence[Attendance],
    seconders: Sequence[Attendance],
) -> None:
    """Write who made a yrkande and who agreed; nobody is both."""
    made = dict.fromkeys(proposers, False)
    agreed = {person: True for person in seconders if person not in made}
    for person, is_seconder in {**made, **agreed}.items():
        Proposer.objects.create(
            proposal=proposal, attendance=person, is_seconder=is_seconder
        )


@transaction.atomic
def withdraw_floor_proposal(
    *, proposal: FloorProposal, by: User | None
) -> FloorProposal:
    """Note that a yrkande was withdrawn: kept here, out of the minutes (P-01)."""
    require(by, "item.edit", proposal)
    item = lock_item(proposal.item_id)
    refuse_if(blocks_taking_away(proposal))
    proposal.withdrawn_at = proposal.withdrawn_at or now()
    proposal.save(update_fields=["withdrawn_at"])
    record(item, "item.proposal_withdrawn", by=by, proposal=proposal.pk)
    return proposal


@transaction.atomic
def leave_unput(
    *, proposal: FloorProposal, reason: str, by: User | None
) -> FloorProposal:
    """Note that the chair did not put a yrkande, and why (KL 5:57; KL-10)."""
    require(by, "item.edit", proposal, reason)
    item = lock_begun(proposal.item_id)
    found = blocks_taking_away(proposal)
    if proposal.withdrawn_at is not None:
        found.append(Refusal("proposal.is_withdrawn", "KL 5:67"))
    if not reason.strip():
        found.append(Refusal("proposal.no_reason", "KL 5:57", {}, "reason"))
    refuse_if(found)
    proposal.not_put_because = reason.strip()
    proposal.save(update_fields=["not_put_because"])
    record(item, "item.proposal_not_put", by=by, reason=reason, proposal=proposal.pk)
    return proposal


def blocks_taking_away(proposal: FloorProposal) -> list[Refusal]:
    """Refuse to take back what the chair has asked about (KL 5:67)."""
    rounds = proposal.item.rounds.all()
    if any(proposal.pk in (row.yes_proposal_id, row.no_proposal_id) for row in rounds):
        return [Refusal("proposal.was_put", "KL 5:67")]
    return []

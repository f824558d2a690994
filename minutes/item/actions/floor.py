"""What was proposed, and the questions the chair put."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    with_names,
)
from minutes.item.enums import ProposalKind, RoundMethod, SectionKind, VoteChoice
from minutes.item.facts import ballot_facts
from minutes.item.models import FloorProposal, PropositionRound
from minutes.item.rules import ballot

if TYPE_CHECKING:
    from django.db.models.manager import BaseManager

    from boards.person.models import User
    from minutes.item.models import MinutesItem
    from minutes.item.service import Service
    from minutes.meeting.models import Attendance

# What settling asks for and noting the votes one by one does not.
NOT_YET = frozenset(
    {"ballot.vote_missing", "ballot.chair_must_vote", "ballot.lot_missing"}
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the chair puts it, and what its answers mean (KL 5:53)."""

    text: str
    method: RoundMethod = RoundMethod.ACCLAMATION
    yes_means: str = ""
    no_means: str = ""


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
) -> FloorProposal:
    """Note a yrkande of people who serve; without proposers it is the chair's note."""
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    refuse_if(
        not_serving(
            proposers, service_at(item), "proposal.not_serving", "KL 6:17", "proposers"
        )
    )
    proposal = item.floor_proposals.create(
        kind=kind, text=text.strip(), position=following(item.floor_proposals)
    )
    proposal.proposers.set(proposers)
    record(item, "item.proposal_added", by=by, proposal=proposal.pk)
    return proposal


@transaction.atomic
def withdraw_floor_proposal(
    *, proposal: FloorProposal, by: User | None
) -> FloorProposal:
    """Note that a yrkande was withdrawn: kept here, out of the minutes (P-01)."""
    require(by, "item.edit", proposal)
    item = lock_item(proposal.item_id)
    proposal.withdrawn_at = proposal.withdrawn_at or now()
    proposal.save(update_fields=["withdrawn_at"])
    record(item, "item.proposal_withdrawn", by=by, proposal=proposal.pk)
    return proposal


@transaction.atomic
def put_round(
    *, item: MinutesItem, question: Question, by: User | None
) -> PropositionRound:
    """Note a question the chair puts; no vote begins after the gavel (KL 5:53)."""
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    refuse_if(blocks_question(item, question))
    row = item.rounds.create(
        question=question.text.strip(),
        method=question.method,
        yes_means=question.yes_means.strip(),
        no_means=question.no_means.strip(),
        position=following(item.rounds),
    )
    item.sections.get_or_create(
        kind=SectionKind.PROCEDURE, defaults={"position": following(item.sections)}
    )
    record(item, "item.round_put", by=by, round=row.pk)
    return row


def blocks_question(item: MinutesItem, question: Question) -> list[Refusal]:
    """Find what a question lacks (KL 5:53, 5:67)."""
    found = []
    if not question.text.strip():
        found.append(Refusal("round.no_question", "KL 5:53", {}, "text"))
    if question.method == RoundMethod.ACCLAMATION:
        return found
    found += [
        Refusal("round.no_meaning", "KL 5:67", {}, field)
        for field in ("yes_means", "no_means")
        if not getattr(question, field).strip()
    ]
    has_fallen = item.decided_at is not None
    return found + ballot.blocks_calling_vote(has_gavel_fallen=has_fallen)


@transaction.atomic
def remove_round(*, round_: PropositionRound, by: User | None) -> None:
    """Take away a question noted by mistake; the row history keeps it."""
    require(by, "item.edit", round_)
    item = lock_item(round_.item_id)
    record(item, "item.round_removed", by=by, question=round_.question)
    PropositionRound.objects.filter(pk=round_.pk).delete()


@transaction.atomic
def record_votes(
    *,
    round_: PropositionRound,
    votes: Mapping[int, VoteChoice],
    by: User | None,
) -> PropositionRound:
    """Note who answered what in an open vote, the chair last (KL 5:55, 4:24–26).

    Keys are those of the attendances. A round already settled is open again.
    """
    require(by, "item.edit", round_)
    item = lock_begun(round_.item_id)
    service = service_at(item)
    refuse_if(blocks_outsiders(votes, service))
    round_ = unsettled(round_)
    round_.votes.all().delete()
    for attendance in service.roll:
        if attendance.pk in votes:
            round_.votes.create(attendance=attendance, choice=votes[attendance.pk])
    refuse_if(noting(round_, service, item))
    record(item, "item.votes_recorded", by=by, round=round_.pk)
    return round_


def blocks_outsiders(votes: Iterable[int], service: Service) -> list[Refusal]:
    """Refuse votes of those who do not serve, and more votes than may be given."""
    given = set(votes)
    values = {"votes": len(given), "entitled": service.present}
    found = []
    if len(given) > service.present:
        found.append(Refusal("ballot.too_many_votes", "KL 4:24", values, "votes"))
    if given - service.ids:
        values["outside"] = len(given - service.ids)
        found.append(Refusal("ballot.not_serving", "KL 4:24", values, "votes"))
    return found


def unsettled(round_: PropositionRound) -> PropositionRound:
    """Return the round without an answer: its votes are being noted."""
    round_ = PropositionRound.objects.get(pk=round_.pk)
    round_.is_yes, round_.settled_by = None, ""
    round_.save(update_fields=["is_yes", "settled_by"])
    return round_


def noting(
    round_: PropositionRound, service: Service, item: MinutesItem
) -> list[Refusal]:
    """Find what is wrong with the votes as far as they are noted."""
    facts = ballot_facts(round_, service, is_authority=is_authority(item))
    found = ballot.blocks_settling(facts)
    return [one for one in found if one.code not in NOT_YET]


def is_authority(item: MinutesItem) -> bool:
    """Say whether the § is myndighetsutövning against an individual (KL 4:26)."""
    case = item.agenda_item.case
    return case is not None and case.is_authority_exercise


@transaction.atomic
def record_totals(
    *, round_: PropositionRound, totals: tuple[int, int, int], by: User | None
) -> PropositionRound:
    """Note how many said yes, no and nothing in a closed vote: no names (KL 5:55)."""
    require(by, "item.edit", round_)
    item = lock_begun(round_.item_id)
    round_ = unsettled(round_)
    round_.yes_count, round_.no_count, round_.abstain_count = totals
    refuse_if(noting(round_, service_at(item), item))
    round_.save(update_fields=["yes_count", "no_count", "abstain_count"])
    record(item, "item.votes_recorded", by=by, round=round_.pk)
    return round_


@transaction.atomic
def settle_round(
    *, round_: PropositionRound, by: User | None, is_yes: bool | None = None
) -> PropositionRound:
    """Settle a round: acclamation, majority, casting vote or lot (KL 5:53–55).

    `is_yes` is what the chair found by acclamation, or what the lot gave.
    """
    require(by, "item.edit", round_)
    item = lock_begun(round_.item_id)
    round_ = PropositionRound.objects.get(pk=round_.pk)
    service = service_at(item)
    facts = ballot_facts(
        round_, service, is_yes=is_yes, is_authority=is_authority(item)
    )
    refuse_if(with_names(ballot.blocks_settling(facts), service.serving))
    outcome = ballot.settle(facts)
    round_.is_yes, round_.settled_by = outcome.is_yes, outcome.settled_by
    if round_.method != RoundMethod.ACCLAMATION:
        round_.yes_count = outcome.yes
        round_.no_count = outcome.no
        round_.abstain_count = outcome.abstained
    round_.save(
        update_fields=[
            "is_yes",
            "settled_by",
            "yes_count",
            "no_count",
            "abstain_count",
        ]
    )
    record(item, "item.round_settled", by=by, round=round_.pk)
    return round_

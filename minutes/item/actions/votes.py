"""Noting votes: names when open, totals when closed, names to elect (KL 5:55)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from minutes.item.actions.steps import lock_begun, service_at
from minutes.item.enums import VoteChoice
from minutes.item.facts import ballot_facts, stood_aside
from minutes.item.models import PropositionRound
from minutes.item.rules import ballot
from minutes.item.rules.election import Candidate, ElectionFacts, settle_election

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.item.models import MinutesItem
    from minutes.item.service import Service

# What settling asks for and noting the votes one by one does not.
NOT_YET = frozenset(
    {"ballot.vote_missing", "ballot.chair_must_vote", "ballot.lot_missing"}
)


@dataclass(frozen=True, slots=True)
class Count:
    """A closed election as it was counted: names with votes, blanks, seats, the lot.

    `drawn` holds the names the lot gave among those with equally many votes.
    """

    candidates: Sequence[tuple[str, int]]
    seats: int = 1
    blank: int = 0
    drawn: Sequence[str] = ()


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
    refuse_if(blocks_outsiders(item, votes, service))
    round_ = unsettled(round_)
    round_.votes.all().delete()
    for attendance in service.roll:
        if attendance.pk in votes:
            round_.votes.create(attendance=attendance, choice=votes[attendance.pk])
    refuse_if(noting(round_, service, item))
    record(item, "item.votes_recorded", by=by, round=round_.pk)
    return round_


def blocks_outsiders(
    item: MinutesItem, votes: Iterable[int], service: Service
) -> list[Refusal]:
    """Refuse votes of those who may give none, and more votes than may be given."""
    given, field = set(votes), "votes"
    aside = stood_aside(item) & given
    values = {"votes": len(given), "entitled": service.present}
    found = []
    if len(given) > service.present:
        found.append(Refusal("ballot.too_many_votes", "KL 4:24", values, field))
    if given - service.ids:
        values["outside"] = len(given - service.ids)
        found.append(Refusal("ballot.not_serving", "KL 4:24", values, field))
    return found + [
        Refusal("ballot.stands_aside", "KL 4:25", {"person": str(one)}, field)
        for one in service.serving
        if one.pk in aside
    ]


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
    found = ballot.blocks_settling(ballot_facts(item, round_, service))
    return [one for one in found if one.code not in NOT_YET]


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
def count_election(
    *, round_: PropositionRound, count: Count, by: User | None
) -> PropositionRound:
    """Note how the ballots of an election fell, and who is elected (KL 5:54–55; KL-08).

    Raises `Refused` when the numbers cannot be, or a tie has no lot.
    """
    require(by, "item.edit", round_)
    item = lock_begun(round_.item_id)
    service = service_at(item)
    facts = ElectionFacts(
        candidates=tuple(
            Candidate(name.strip(), votes) for name, votes in count.candidates
        ),
        seats=count.seats,
        blank=count.blank,
        entitled=service.present - len(stood_aside(item)),
        drawn=frozenset(count.drawn),
        method=round_.method,
        purpose=round_.purpose,
    )
    result = settle_election(facts)
    round_ = PropositionRound.objects.get(pk=round_.pk)
    round_.options.all().delete()
    for position, one in enumerate(facts.candidates, start=1):
        round_.options.create(
            label=one.name,
            votes=one.votes,
            is_elected=one.name in result.elected,
            position=position,
        )
    round_.is_yes, round_.settled_by = True, result.settled_by
    round_.yes_count, round_.no_count = facts.given, 0
    round_.abstain_count = count.blank
    round_.save()
    record(item, "item.votes_recorded", by=by, round=round_.pk)
    return round_

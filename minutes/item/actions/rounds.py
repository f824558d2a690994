"""The questions the chair put, in their order, and what settled each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from minutes.item.actions.floor import following
from minutes.item.actions.steps import (
    lock_begun,
    lock_item,
    not_serving,
    service_at,
    with_names,
)
from minutes.item.enums import RoundMethod, RoundPurpose, SectionKind
from minutes.item.facts import ballot_facts, matter_facts
from minutes.item.models import PropositionRound
from minutes.item.rules import ballot
from minutes.item.rules.propositions import AskedFacts, blocks_round

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.item.models import FloorProposal, MinutesItem, ProposedDecision
    from minutes.item.rules.ballot import Outcome
    from minutes.meeting.models import Attendance


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the chair puts it, and what its answers mean (KL 5:53).

    Without proposals yes is for the one it all began with; `targets` are the points
    the question is about, none for the whole.
    """

    text: str
    method: RoundMethod = RoundMethod.ACCLAMATION
    yes_means: str = ""
    no_means: str = ""
    purpose: RoundPurpose = RoundPurpose.MAIN
    yes_proposal: FloorProposal | None = None
    no_proposal: FloorProposal | None = None
    targets: Sequence[ProposedDecision] = ()

    def facts(self) -> AskedFacts:
        """Return the question as the rules of the order see it."""
        return AskedFacts(
            purpose=self.purpose,
            yes=self.yes_proposal.pk if self.yes_proposal else None,
            no=self.no_proposal.pk if self.no_proposal else None,
            targets=frozenset(row.pk for row in self.targets),
        )


@transaction.atomic
def put_round(
    *, item: MinutesItem, question: Question, by: User | None
) -> PropositionRound:
    """Note a question the chair puts; no vote begins after the gavel (KL 5:53)."""
    require(by, "item.edit", item)
    item = lock_begun(item.pk)
    refuse_if(
        blocks_question(item, question)
        + blocks_round(matter_facts(item), question.facts())
    )
    row = item.rounds.create(
        question=question.text.strip(),
        method=question.method,
        purpose=question.purpose,
        yes_means=question.yes_means.strip(),
        no_means=question.no_means.strip(),
        yes_proposal=question.yes_proposal,
        no_proposal=question.no_proposal,
        position=following(item.rounds),
    )
    row.targets.set(question.targets)
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
    if any(row.item_id != item.pk for row in question.targets):
        found.append(Refusal("proposal.of_other_item", "", {}, "targets"))
    if question.method == RoundMethod.ACCLAMATION:
        return found
    found += ballot.blocks_closed_vote(question.method, question.purpose)
    return found + blocks_vote(item, question.yes_means, question.no_means)


def blocks_vote(item: MinutesItem, yes_means: str, no_means: str) -> list[Refusal]:
    """Find what a vote lacks: what its answers mean, or the time (KL 5:53, 5:67)."""
    meanings = {"yes_means": yes_means, "no_means": no_means}
    found = [
        Refusal("round.no_meaning", "KL 5:67", {}, field)
        for field, meaning in meanings.items()
        if not meaning.strip()
    ]
    has_fallen = item.decided_at is not None
    return found + ballot.blocks_calling_vote(has_gavel_fallen=has_fallen)


@transaction.atomic
def call_vote(
    *,
    round_: PropositionRound,
    asked_by: Attendance | None,
    meanings: tuple[str, str],
    by: User | None,
    method: RoundMethod = RoundMethod.OPEN_VOTE,
) -> PropositionRound:
    """Let a vote follow on what the chair found: one who serves asked (KL 5:54; KL-08).

    What the chair found is kept beside the result; `meanings` are those of yes and no.
    """
    require(by, "item.edit", round_)
    item = lock_begun(round_.item_id)
    found = blocks_vote(item, *meanings)
    if asked_by is not None:
        law, field = "KL 5:54", "asked_by"
        people, service = [asked_by], service_at(item)
        found += not_serving(people, service, "round.asked_by_other", law, field)
    round_ = PropositionRound.objects.get(pk=round_.pk)
    if round_.method != RoundMethod.ACCLAMATION:
        found.append(Refusal("round.is_vote", "KL 5:54"))
    refuse_if(found + ballot.blocks_closed_vote(method, round_.purpose))
    round_.found_yes, round_.is_yes, round_.settled_by = round_.is_yes, None, ""
    round_.method, round_.asked_by = method, asked_by
    round_.yes_means, round_.no_means = (words.strip() for words in meanings)
    round_.save()
    record(item, "item.vote_called", by=by, round=round_.pk)
    return round_


@transaction.atomic
def remove_round(*, round_: PropositionRound, by: User | None) -> None:
    """Take away a question noted by mistake; the row history keeps it."""
    require(by, "item.edit", round_)
    item = lock_item(round_.item_id)
    has_settled = round_.settled_points.exists()
    refuse_if([Refusal("round.settles_a_point", "KL 5:67")] if has_settled else [])
    record(item, "item.round_removed", by=by, question=round_.question)
    PropositionRound.objects.filter(pk=round_.pk).delete()


@transaction.atomic
def settle_round(
    *, round_: PropositionRound, by: User | None, is_yes: bool | None = None
) -> PropositionRound:
    """Settle a round: acclamation, majority, casting vote, lot, minority (KL 5:50–55).

    `is_yes` is what the chair found by acclamation, or what the lot gave.
    """
    require(by, "item.edit", round_)
    item = lock_begun(round_.item_id)
    round_ = PropositionRound.objects.select_related("item").get(pk=round_.pk)
    service = service_at(item)
    facts = ballot_facts(item, round_, service, is_yes=is_yes)
    refuse_if(with_names(ballot.blocks_settling(facts), service.serving))
    write_outcome(round_, ballot.settle(facts))
    record(item, "item.round_settled", by=by, round=round_.pk)
    return round_


def write_outcome(round_: PropositionRound, outcome: Outcome) -> None:
    """Write what answered a question, with the counts of a vote."""
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

"""Writes the chair's questions; an answer must follow from its votes (KL 5:53–55)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from boards.shared.refusals import Refusal
from minutes.exchange import fields
from minutes.item.actions.steps import loaded, service_at, with_names
from minutes.item.enums import RoundMethod, RoundPurpose, SettledBy
from minutes.item.facts import ballot_facts, matter_facts
from minutes.item.models import BallotOption, PropositionRound, RoundTarget, Vote
from minutes.item.rules import ballot, propositions
from minutes.item.rules.election import Candidate, ElectionFacts, blocks_election

if TYPE_CHECKING:
    from minutes.exchange.loading_items import ItemLoading

COUNTS = ("yes_count", "no_count", "abstain_count")


def load_rounds(one: ItemLoading) -> None:
    """Write every question with what it was about, its votes and its answer."""
    for place, (pointer, said) in enumerate(one.rows("rounds"), start=1):
        row = PropositionRound(
            item=one.item,
            position=place,
            asked_by=one.loading.person(said.get("asked_by"), f"{pointer}/asked_by"),
            **fields.load(PropositionRound, said, fields.ROUND),
        )
        for name in ("yes_proposal", "no_proposal"):
            key = said.get(name)
            setattr(row, name, one.one(one.proposals, key, f"{pointer}/{name}"))
        wrong = blocks_round(row) or blocks_order(one, row, said)
        one.loading.problems.refuse(pointer, wrong)
        if not wrong and one.loading.attempt(pointer, partial(saved, row)):
            one.keep(one.rounds, said["key"], row, pointer)
            load_answers(one, row, said, pointer)


def saved(row: PropositionRound) -> PropositionRound:
    """Save a question and return it."""
    row.save()
    return row


def blocks_round(row: PropositionRound) -> list[Refusal]:
    """Find what a question lacks before anybody answers it (KL 5:53, 5:67)."""
    found = []
    if not row.question.strip():
        found.append(Refusal("round.no_question", "KL 5:53", {}, "question"))
    if row.method != RoundMethod.ACCLAMATION:
        found += [
            Refusal("round.no_meaning", "KL 5:67", {}, name)
            for name in ("yes_means", "no_means")
            if not getattr(row, name).strip()
        ]
    if (row.is_yes is None) != (row.settled_by == ""):
        found.append(Refusal("exchange.half_settled", "KL 5:53", {}, "settled_by"))
    return found


def blocks_order(
    one: ItemLoading, row: PropositionRound, said: dict[str, Any]
) -> list[Refusal]:
    """Ask the rules whether the question may come where it stands (KL-09)."""
    points = [one.proposed.get(key) for key in said.get("targets", [])]
    asked = propositions.AskedFacts(
        purpose=row.purpose,
        yes=row.yes_proposal_id,
        no=row.no_proposal_id,
        targets=frozenset(point.pk for point in points if point),
    )
    return propositions.blocks_round(matter_facts(one.item), asked)


def load_answers(
    one: ItemLoading, row: PropositionRound, said: dict[str, Any], pointer: str
) -> None:
    """Write the votes of a question, and see that its answer follows from them."""
    wanted = said.get("targets", [])
    for point in one.several(one.proposed, wanted, f"{pointer}/targets"):
        RoundTarget.objects.create(round=row, point=point)
    for place, vote in enumerate(said.get("votes", [])):
        where = f"{pointer}/votes/{place}"
        person = one.loading.person(vote["person"], f"{where}/person")
        if person is None:
            continue
        if row.votes.filter(attendance=person).exists():
            one.loading.problems.add(where, "ballot.voted_twice", "KL 4:24")
            continue
        Vote.objects.create(round=row, attendance=person, choice=vote["choice"])
    for place, option in enumerate(said.get("options", []), start=1):
        values = fields.load(BallotOption, option, fields.OPTION)
        BallotOption.objects.create(round=row, position=place, **values)
    if row.is_yes is not None:
        one.loading.problems.refuse(pointer, blocks_answer(one, row))


def blocks_answer(one: ItemLoading, row: PropositionRound) -> list[Refusal]:
    """Ask the rules whether the question has the answer the file says."""
    item = loaded(one.item)
    service = service_at(item)
    row = item.rounds.get(pk=row.pk)
    if row.purpose == RoundPurpose.ELECTION and row.options.exists():
        return blocks_count(row, service.present)
    by_word = row.settled_by in {SettledBy.ACCLAMATION, SettledBy.LOT}
    aside = one.loading.everybody(
        one.said.get("not_taking_part", []), f"{one.pointer}/not_taking_part"
    )
    facts = replace(
        ballot_facts(item, row, service, is_yes=row.is_yes if by_word else None),
        not_taking_part=frozenset(person.pk for person in aside),
    )
    wrong = ballot.blocks_settling(facts)
    if wrong:
        return with_names(wrong, service.serving)
    outcome = ballot.settle(facts)
    said = (row.is_yes, row.settled_by)
    if said != (outcome.is_yes, outcome.settled_by):
        return [Refusal("exchange.other_answer", "KL 5:54", {}, "settled_by")]
    counted = (outcome.yes, outcome.no, outcome.abstained)
    given = tuple(getattr(row, name) for name in COUNTS)
    if row.method != RoundMethod.ACCLAMATION and given != counted:
        values = dict(zip(("yes", "no", "abstained"), counted, strict=True))
        return [Refusal("exchange.other_count", "KL 5:67", values, "yes_count")]
    return []


def blocks_count(row: PropositionRound, entitled: int) -> list[Refusal]:
    """Ask whether the names got votes that can be (KL 5:54-55)."""
    options = list(row.options.all())
    elected = frozenset(one.label for one in options if one.is_elected)
    facts = ElectionFacts(
        candidates=tuple(Candidate(one.label, one.votes) for one in options),
        seats=len(elected) or 1,
        entitled=entitled,
        blank=row.abstain_count or 0,
        method=row.method,
        purpose=row.purpose,
    )
    # The file says who is elected: those the lot gave are among them.
    found = [one for one in blocks_election(facts) if one.code != "ballot.draw_among"]
    least = min((one.votes for one in options if one.is_elected), default=0)
    passed = any(one.votes > least for one in options if not one.is_elected)
    if passed or not elected:
        found.append(Refusal("exchange.other_answer", "KL 5:54", {}, "options"))
    return found

"""Writes the chair's questions; an answer must follow from its votes (KL 5:53–55)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from boards.shared.refusals import Refusal
from minutes.exchange import fields
from minutes.item.actions.steps import loaded, service_at, with_names
from minutes.item.enums import RoundMethod, SettledBy
from minutes.item.facts import ballot_facts, is_assembly, is_authority
from minutes.item.models import BallotOption, PropositionRound, RoundTarget, Vote
from minutes.item.rules import ballot
from minutes.meeting.rules.quorum import blocks_minority_referral, votes_to_refer

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
        wrong = blocks_round(row)
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
    if row.settled_by == SettledBy.MINORITY:
        return blocks_minority(one, row, service.present)
    by_word = row.settled_by in {SettledBy.ACCLAMATION, SettledBy.LOT}
    aside = one.loading.everybody(
        one.said.get("not_taking_part", []), f"{one.pointer}/not_taking_part"
    )
    facts = replace(
        ballot_facts(
            row,
            service,
            is_yes=row.is_yes if by_word else None,
            is_authority=is_authority(item),
        ),
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


def blocks_minority(
    one: ItemLoading, row: PropositionRound, present: int
) -> list[Refusal]:
    """Ask whether a third of an assembly could send the matter back (KL 5:50)."""
    threshold = votes_to_refer(
        present=present,
        day=one.loading.meeting.held_on,
        is_assembly=is_assembly(one.item),
    )
    return blocks_minority_referral(votes=row.yes_count or 0, threshold=threshold)

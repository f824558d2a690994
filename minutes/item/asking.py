"""The question the chair puts next, worded so that the secretary may change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minutes.item import sentences
from minutes.item.enums import ProposalKind, RoundPurpose
from minutes.item.facts import matter_facts
from minutes.item.generated.floor import proposal_name
from minutes.item.rules.propositions import next_question

if TYPE_CHECKING:
    from minutes.item.models import FloorProposal, MinutesItem
    from minutes.item.rules.propositions import AskedFacts

PLAIN = {
    RoundPurpose.MAIN: sentences.NEXT_MAIN,
    RoundPurpose.ADDITION: sentences.NEXT_ADDITION,
    RoundPurpose.ELECTION: sentences.NEXT_ELECTION,
}


def next_asked(item: MinutesItem) -> dict[str, Any]:
    """Return what the form for a question starts with; empty when all is answered."""
    question = next_question(matter_facts(item))
    if question is None:
        return {}
    rows = {row.pk: row for row in item.floor_proposals.all()}
    yes, no = rows.get(question.yes or 0), rows.get(question.no or 0)
    return {
        "purpose": question.purpose,
        "yes_proposal": question.yes,
        "no_proposal": question.no,
        "targets": sorted(question.targets),
        **worded(item, question, yes, no),
    }


def worded(
    item: MinutesItem,
    question: AskedFacts,
    yes: FloorProposal | None,
    no: FloorProposal | None,
) -> dict[str, str]:
    """Return the words of a question, and of what yes and no mean (KL 5:67)."""
    names = {"yes": name_of(item, yes), "no": name_of(item, no)}
    if question.purpose == RoundPurpose.PROCEDURAL and no is not None:
        kind = ProposalKind(no.kind)
        return {
            "text": sentences.NEXT_FORMAL[kind],
            "yes_means": sentences.NEXT_TODAY,
            "no_means": sentences.NEXT_FORMAL_NO[kind],
        }
    if question.purpose == RoundPurpose.COUNTER:
        return {
            "text": sentences.NEXT_COUNTER.format(**names),
            "yes_means": sentences.NEXT_BECOMES.format(name=names["yes"]),
            "no_means": sentences.NEXT_BECOMES.format(name=names["no"]),
        }
    means = sentences.NEXT_MEANS.format(name=names["yes"])
    rejected = sentences.NEXT_REJECTED.format(name=names["yes"])
    if no is None:
        text = PLAIN[RoundPurpose(question.purpose)].format(**names)
        return {"text": text, "yes_means": means, "no_means": rejected}
    if no.kind == ProposalKind.REJECT:
        text = sentences.NEXT_MAIN_REJECT.format(**names)
        return {"text": text, "yes_means": means, "no_means": rejected}
    return {
        "text": sentences.NEXT_MAIN_AGAINST.format(**names),
        "yes_means": means,
        "no_means": sentences.NEXT_MEANS.format(name=names["no"]),
    }


def name_of(item: MinutesItem, proposal: FloorProposal | None) -> str:
    """Return what a proposal is called: its owner's, or where the matter began."""
    if proposal is None:
        whose = item.proposed_by
        base = sentences.BASE_NAME_OF.format(whose=whose)
        return base if whose else sentences.BASE_NAME
    people = [str(person) for person in proposal.proposers.all()]
    return proposal_name(ProposalKind(proposal.kind), people)

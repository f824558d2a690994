"""What the decision starts as: the proposal, and what the answers made of it."""

from minutes.item.enums import ProposalKind, RoundPurpose
from minutes.item.generated import FloorFact, RoundFact, proposal_name

ADDED = "tillägg"


def prefilled(
    proposed: tuple[str, ...],
    floor: tuple[FloorFact, ...],
    rounds: tuple[RoundFact, ...],
) -> tuple[str, ...]:
    """Return the att-satser to begin with; none when nothing says what was decided.

    A lost proposal, a matter sent away and an unanswered question leave the words to
    the secretary; an amendment that won stands in the place of the proposal.
    """
    if any(fact.is_yes is None or is_sent_away(fact) for fact in rounds):
        return ()
    main = [fact for fact in rounds if fact.purpose == RoundPurpose.MAIN]
    texts = {name_of(fact): fact.text for fact in floor}
    if not main:
        base = proposed
    else:
        won = main[-1].yes_name if main[-1].is_yes else main[-1].no_name
        text = texts.get(won, "")
        base = (text,) if text else (proposed if main[-1].is_yes else ())
    return base + tuple(
        fact.text
        for fact in floor
        if fact.kind == ProposalKind.ADD and fact.text and was_added(fact, rounds)
    )


def is_sent_away(fact: RoundFact) -> bool:
    """Say whether a formal question was answered with no: not today (KL 5:50)."""
    return fact.purpose == RoundPurpose.PROCEDURAL and fact.is_yes is False


def name_of(fact: FloorFact) -> str:
    """Return what the questions call a yrkande."""
    return proposal_name(fact.kind, fact.people)


def was_added(fact: FloorFact, rounds: tuple[RoundFact, ...]) -> bool:
    """Say whether an addition was answered yes, by itself or with the proposal."""
    return any(
        bool(row.is_yes)
        and (
            row.yes_name == name_of(fact)
            if row.purpose == RoundPurpose.ADDITION
            else ADDED in row.question.casefold()
        )
        for row in rounds
    )

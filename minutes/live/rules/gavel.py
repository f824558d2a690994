"""What the decision starts as: the proposal, and what the answers added to it."""

from minutes.item.enums import ProposalKind
from minutes.item.generated import FloorFact, RoundFact

ADDED = "tillägg"


def prefilled(
    proposed: tuple[str, ...],
    floor: tuple[FloorFact, ...],
    rounds: tuple[RoundFact, ...],
) -> tuple[str, ...]:
    """Return the att-satser to begin with: none when the last answer was a no."""
    if any(fact.is_yes is None for fact in rounds) or (
        rounds and not rounds[-1].is_yes
    ):
        return ()
    asked = " ".join(fact.question.casefold() for fact in rounds if fact.is_yes)
    added = tuple(
        fact.text for fact in floor if fact.kind == ProposalKind.ADD and fact.text
    )
    return proposed + (added if ADDED in asked else ())

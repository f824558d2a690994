"""What a delegated decision must say (KL 6:37–40, 7:5; KL-15)."""

from dataclasses import dataclass
from datetime import date

from boards.shared.refusals import Refusal


@dataclass(frozen=True)
class DelegationFacts:
    """A decision somebody took in the board's place, about to be registered."""

    text: str
    delegate: str
    ground: str
    decided_on: date
    today: date
    is_urgent: bool = False
    is_other_boards_case: bool = False


def blocks_registering(facts: DelegationFacts) -> list[Refusal]:
    """Find what is missing; an urgent decision rests on the law, others on a scheme."""
    needs_ground = not facts.is_urgent and not facts.ground.strip()
    checks = (
        (not facts.text.strip(), "delegation.no_text", "KL 6:37", "text"),
        (not facts.delegate.strip(), "delegation.no_delegate", "KL 6:37", "delegate"),
        (needs_ground, "delegation.no_ground", "KL 6:37", "ground"),
        (
            facts.decided_on > facts.today,
            "delegation.in_future",
            "",
            "decided_on",
        ),
        (facts.is_other_boards_case, "delegation.other_board", "", "case"),
    )
    return [Refusal(code, law, {}, field) for no, code, law, field in checks if no]

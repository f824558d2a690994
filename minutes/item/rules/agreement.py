"""Whether a point says the same as the question that settled it (KL 5:53, 5:67)."""

from dataclasses import dataclass

from boards.shared.refusals import Refusal
from minutes.item.enums import PointOutcome, ProposalKind, RoundPurpose

EVERY = frozenset(PointOutcome)
PUT_OFF = frozenset(
    {PointOutcome.POSTPONED, PointOutcome.REFERRED_BACK, PointOutcome.REMITTED}
)
APART = PUT_OFF - {PointOutcome.REMITTED} | {PointOutcome.WITHDRAWN}
SAYS_YES = frozenset(
    {
        PointOutcome.ADOPTED,
        PointOutcome.PARTLY,
        PointOutcome.PROPOSES,
        PointOutcome.ELECTED,
    }
)
# What won → outcomes that would say otherwise. The proposal a meeting starts from may
# itself be to reject, so its yes does not rule that out.
AGAINST: dict[str, frozenset[PointOutcome]] = {
    "": APART,
    ProposalKind.ADOPT: APART,
    ProposalKind.AMEND: APART | {PointOutcome.REJECTED},
    ProposalKind.ADD: APART | {PointOutcome.REJECTED},
    ProposalKind.REJECT: SAYS_YES,
    ProposalKind.POSTPONE: EVERY - {PointOutcome.POSTPONED},
    ProposalKind.REFER_BACK: EVERY - {PointOutcome.REFERRED_BACK},
    ProposalKind.ELECT: EVERY - {PointOutcome.ELECTED},
}
# Purpose → the same for a no (False) or yes (True) that no yrkande stands behind.
UNNAMED: dict[tuple[str, bool], frozenset[PointOutcome]] = {
    (RoundPurpose.PROCEDURAL, True): PUT_OFF,
    (RoundPurpose.PROCEDURAL, False): EVERY - PUT_OFF,
    (RoundPurpose.MAIN, False): SAYS_YES,
    (RoundPurpose.ADDITION, True): AGAINST[ProposalKind.ADD],
    (RoundPurpose.ADDITION, False): SAYS_YES,
    (RoundPurpose.ELECTION, True): AGAINST[ProposalKind.ELECT],
    (RoundPurpose.ELECTION, False): frozenset({PointOutcome.ELECTED}),
}


@dataclass(frozen=True)
class Answer:
    """The question a point was settled by: its purpose, its answer, what that was for.

    `won` is the kind of the yrkande the answer is for; empty when none is named.
    """

    purpose: str
    is_yes: bool | None
    won: str = ""


def blocks_contradiction(row: int, outcome: str, answer: Answer) -> list[Refusal]:
    """Find a point that says otherwise than its question did (KL 5:53)."""
    law, values = "KL 5:53", {"row": row}
    if answer.is_yes is None:
        return [Refusal("decision.question_open", law, values, "round")]
    if answer.purpose == RoundPurpose.COUNTER:
        return [Refusal("decision.question_only_counter", law, values, "round")]
    against = AGAINST[answer.won]
    if not answer.won:
        against = UNNAMED.get((answer.purpose, answer.is_yes), against)
    if outcome in against:
        return [Refusal("decision.contradicts_question", law, values, "outcome")]
    return []

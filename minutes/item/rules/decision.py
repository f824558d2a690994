"""What a § needs before its decision stands."""

from dataclasses import dataclass

from boards.shared.refusals import Refusal


@dataclass(frozen=True)
class DecisionFacts:
    """A § about to be decided: who is there, what is written, what is unsettled.

    `serving` holds the refusals of the roll at this § (`Serving.refusals`).
    """

    serving: tuple[Refusal, ...]
    points: tuple[str, ...]
    is_information: bool = False
    unsettled_rounds: int = 0
    is_meeting_open: bool = True
    is_frozen: bool = False


def blocks_decision(facts: DecisionFacts) -> list[Refusal]:
    """Find what stops a decision: quorum first (KL 5:66, 6:27; KL-03, P-01)."""
    found = list(facts.serving)
    if facts.is_frozen:
        found.append(Refusal("decision.frozen", "KL 5:69"))
    if not facts.is_meeting_open:
        found.append(Refusal("decision.meeting_not_open", "KL 6:27"))
    if facts.unsettled_rounds:
        values = {"rounds": facts.unsettled_rounds}
        found.append(Refusal("decision.round_unsettled", "KL 5:53", values))
    return found + blocks_text(facts)


def blocks_text(facts: DecisionFacts) -> list[Refusal]:
    """Find whether a § says neither what was decided nor that nothing was (P-01)."""
    written = [point for point in facts.points if point.strip()]
    if facts.is_information:
        if not written:
            return []
        return [Refusal("decision.information_decides", "KL 5:66", {}, "points")]
    if not written or len(written) < len(facts.points):
        return [Refusal("decision.text_missing", "KL 5:66", {}, "points")]
    return []

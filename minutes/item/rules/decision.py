"""What a § needs before its decision stands, and what each of its points demands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from boards.shared.refusals import Refusal
from minutes.item.enums import AppealRegime, PointOutcome
from minutes.item.rules.agreement import Answer, blocks_contradiction

# 1, 1.1 and 1.1.1: deeper than that nobody cites a point.
DEEPEST = 2

# Only noted, or somebody else's to decide: never appealable (KL 13:2).
DECIDES_NOTHING = frozenset({PointOutcome.NOTED, PointOutcome.PROPOSES})
# Of a nämnd these only prepare; an assembly's may be appealed (KL 13:2 p. 1–2).
ONLY_PREPARES = frozenset(
    {
        PointOutcome.POSTPONED,
        PointOutcome.REFERRED_BACK,
        PointOutcome.REMITTED,
        PointOutcome.WITHDRAWN,
    }
)
# Outcome → the field it cannot do without, and why.
DEMANDS = {
    PointOutcome.REFERRED_BACK: ("reason", "decision.no_reason", "KL 5:50"),
    PointOutcome.REMITTED: ("addressee", "decision.no_addressee", "KL 6:5"),
    PointOutcome.PROPOSES: ("proposed_to", "decision.nobody_decides", "KL 13:2"),
}


@dataclass(frozen=True)
class ElectedFacts:
    """Somebody a point elects."""

    name: str
    post: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class PointFacts:
    """One point to be: its text, its outcome and what belongs to that."""

    text: str
    outcome: str = PointOutcome.ADOPTED
    appeal: str = AppealRegime.LEGALITY
    depth: int = 0
    appeal_text: str = ""
    proposed_to: str = ""
    until: date | None = None
    addressee: str = ""
    reason: str = ""
    elected: tuple[ElectedFacts, ...] = ()
    answer: Answer | None = None


@dataclass(frozen=True)
class DecisionFacts:
    """A § about to be decided: who is there, what is written, what is unsettled.

    `serving` holds the refusals of the roll at this § (`Serving.refusals`).
    `needs_agreement` is true of what an assembly's summons did not announce, until all
    present have agreed.
    """

    serving: tuple[Refusal, ...]
    points: tuple[PointFacts, ...]
    is_information: bool = False
    unsettled_rounds: int = 0
    is_meeting_open: bool = True
    is_frozen: bool = False
    needs_agreement: bool = False
    held_on: date | None = None


def blocks_decision(facts: DecisionFacts) -> list[Refusal]:
    """Find what stops a decision: quorum first (KL 5:66, 6:27; KL-03, P-01)."""
    found = list(facts.serving)
    if facts.is_frozen:
        found.append(Refusal("decision.frozen", "KL 5:69"))
    if not facts.is_meeting_open:
        found.append(Refusal("decision.meeting_not_open", "KL 6:27"))
    if facts.needs_agreement:
        found.append(Refusal("decision.not_announced", "KL 5:15"))
    if facts.unsettled_rounds:
        values = {"rounds": facts.unsettled_rounds}
        found.append(Refusal("decision.round_unsettled", "KL 5:53", values))
    found += blocks_text(facts)
    found += blocks_depths([point.depth for point in facts.points])
    for row, point in enumerate(facts.points):
        found += blocks_point(row, point, facts.held_on)
    return found


def blocks_text(facts: DecisionFacts) -> list[Refusal]:
    """Find whether a § says neither what was decided nor that nothing was (P-01)."""
    written = [point for point in facts.points if point.text.strip()]
    if facts.is_information:
        if all(point.outcome == PointOutcome.NOTED for point in written):
            return []
        return [Refusal("decision.information_decides", "KL 5:66", {}, "points")]
    if not written or len(written) < len(facts.points):
        return [Refusal("decision.text_missing", "KL 5:66", {}, "points")]
    return []


def blocks_late_change(comment: str) -> list[Refusal]:
    """Find whether a change after the meeting goes without a word (P-04)."""
    if comment.strip():
        return []
    return [Refusal("decision.no_comment", "JO 3339-2013", {}, "comment")]


def blocks_depths(depths: Sequence[int]) -> list[Refusal]:
    """Find points that lie under none: the first is 1, and 2.1 comes after 2."""
    found = []
    above = -1
    for row, depth in enumerate(depths):
        if not 0 <= depth <= min(above + 1, DEEPEST):
            found.append(Refusal("decision.under_nothing", "", {"row": row}, "depth"))
        above = depth
    return found


def blocks_point(row: int, point: PointFacts, held_on: date | None) -> list[Refusal]:
    """Find what one point's outcome and appeal lack, each at its field (P-01, A-08)."""
    found = [
        Refusal(code, law, {"row": row}, field)
        for is_wrong, code, law, field in _demands(point, held_on)
        if is_wrong
    ]
    found += _blocks_elected(row, point)
    if point.answer is not None:
        found += blocks_contradiction(row, point.outcome, point.answer)
    return found


def regime(outcome: str, wanted: str, *, is_assembly: bool) -> AppealRegime:
    """Return how a point can be appealed, whatever was asked for (KL 13:2; A-08)."""
    if outcome in DECIDES_NOTHING:
        return AppealRegime.NONE
    if outcome in ONLY_PREPARES and not is_assembly and wanted == AppealRegime.LEGALITY:
        return AppealRegime.NONE
    return AppealRegime(wanted)


def numbers(depths: Iterable[int]) -> list[str]:
    """Return how points are cited: 1, 2, 2.1, 2.2, 3."""
    counts: list[int] = []
    found = []
    for depth in depths:
        counts = [*counts[: depth + 1], *[0] * (depth + 1 - len(counts))]
        counts[depth] += 1
        found.append(".".join(str(count) for count in counts))
    return found


def parents(depths: Iterable[int]) -> list[int | None]:
    """Return, per point, the place of the one it lies under."""
    latest: dict[int, int] = {}
    found: list[int | None] = []
    for place, depth in enumerate(depths):
        found.append(latest.get(depth - 1))
        latest[depth] = place
    return found


def _demands(
    point: PointFacts, held_on: date | None
) -> Iterator[tuple[bool, str, str, str]]:
    """Return, per demand, whether it is unmet, its code, its law and its field."""
    if point.outcome in DEMANDS:
        field, code, law = DEMANDS[PointOutcome(point.outcome)]
        yield not str(getattr(point, field)).strip(), code, law, field
    proposes = point.outcome == PointOutcome.PROPOSES
    is_stray = bool(point.proposed_to.strip()) and not proposes
    yield is_stray, "decision.no_proposal", "KL 13:2", "proposed_to"
    postpones = point.outcome == PointOutcome.POSTPONED
    has_day = point.until is not None
    yield has_day and not postpones, "decision.not_postponed", "KL 5:50", "until"
    is_past = point.until is not None and held_on is not None and point.until <= held_on
    yield is_past and postpones, "decision.until_past", "KL 5:50", "until"
    needs_text = point.appeal == AppealRegime.ADMINISTRATIVE
    is_silent = needs_text and not point.appeal_text.strip()
    yield is_silent, "decision.no_appeal_text", "FL 33", "appeal_text"


def _blocks_elected(row: int, point: PointFacts) -> list[Refusal]:
    """Find whether an election names nobody, or somebody is named without one."""
    elects = point.outcome == PointOutcome.ELECTED
    if elects and not point.elected:
        return [Refusal("decision.nobody_elected", "KL 5:65", {"row": row}, "elected")]
    if point.elected and not elects:
        return [Refusal("decision.no_election", "KL 5:65", {"row": row}, "outcome")]
    found = []
    for place, one in enumerate(point.elected):
        values = {"row": row, "elected": place}
        found += [
            Refusal("decision.elected_incomplete", "KL 5:65", values, field)
            for field in ("name", "post")
            if not getattr(one, field).strip()
        ]
        if one.valid_from and one.valid_to and one.valid_to < one.valid_from:
            found.append(Refusal("decision.ends_first", "", values, "valid_to"))
    return found

"""What a plan may say, and when a handling may be disposed of (arkivlagen 10 §)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from boards.shared.refusals import Refusal
from cases.document.enums import DocumentKind
from cases.retention.enums import DisposalState, Outcome, PlanState, StartEvent

LAW = "arkivlagen 10 §"
LONGEST = 200


@dataclass(frozen=True)
class RuleFacts:
    """A rule of a plan: what becomes of a kind, after how long, counted from what."""

    kind: str
    outcome: str
    years: int | None
    start: str


@dataclass(frozen=True)
class PlanFacts:
    """A plan as it is to be adopted; `previous_from` is when the one before began."""

    state: str
    rules: int
    decision: str
    decided_on: date | None
    valid_from: date | None
    previous_from: date | None = None


@dataclass(frozen=True)
class DocumentFacts:
    """A registered handling as the rules see it.

    `approved_on` is when the last § about its ärende was approved; `holds` are what
    other rooms and people have against it.
    """

    kind: str
    registered_on: date
    closed_on: date | None
    approved_on: date | None = None
    is_delivered: bool = False
    holds: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """From which day a handling is due, and everything that stands against it."""

    due_on: date | None
    blocks: tuple[Refusal, ...]

    def is_due(self, on: date) -> bool:
        """Say whether its time is out on a day."""
        return self.due_on is not None and self.due_on <= on

    def is_ready(self, on: date) -> bool:
        """Say whether it may go on a day."""
        return self.is_due(on) and not self.blocks


def after_years(day: date, years: int) -> date:
    """Return the same day so many years on; 29 February becomes 1 March, not earlier.

    What is kept for years is kept for all of them, so a day is never rounded down.
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def start_day(facts: DocumentFacts, rule: RuleFacts) -> date | None:
    """Return the day a rule counts from, None before it has happened."""
    days = {
        StartEvent.CASE_CLOSED: facts.closed_on,
        StartEvent.MINUTES_APPROVED: facts.approved_on,
        StartEvent.REGISTERED: facts.registered_on,
    }
    return days[StartEvent(rule.start)]


def due_day(facts: DocumentFacts, rule: RuleFacts) -> date | None:
    """Return from which day the time of a handling is out (R-02)."""
    start = start_day(facts, rule)
    return after_years(start, rule.years or 0) if start else None


def verdict(
    facts: DocumentFacts, rule: RuleFacts | None, *, has_plan: bool = True
) -> Verdict:
    """Say from when a handling is due, and what stands against its disposal (R-02)."""
    found = []
    if not has_plan:
        found.append(Refusal("retention.no_plan", LAW))
    elif rule is None:
        found.append(Refusal("retention.no_rule", LAW))
    else:
        found += _keeps(facts, rule)
    if facts.closed_on is None:
        found.append(Refusal("retention.case_open", LAW))
    found += facts.holds
    return Verdict(due_day(facts, rule) if rule else None, tuple(found))


def _keeps(facts: DocumentFacts, rule: RuleFacts) -> list[Refusal]:
    if facts.kind == DocumentKind.MINUTES:
        return [Refusal("retention.minutes_stay", LAW)]
    if rule.outcome == Outcome.PRESERVE and not facts.is_delivered:
        return [Refusal("retention.not_delivered", LAW)]
    return []


def blocks_plan_change(state: str) -> list[Refusal]:
    """Refuse to change what the board has adopted: it decides on a new version."""
    return [Refusal("retention.adopted", LAW)] if state == PlanState.ADOPTED else []


def blocks_rule(rule: RuleFacts, others: Collection[str]) -> list[Refusal]:
    """Refuse a second rule for a kind, years missing, and minutes that go (R-02)."""
    found = []
    if rule.kind in others:
        found.append(Refusal("retention.rule_exists", field="kind"))
    if rule.kind == DocumentKind.MINUTES and rule.outcome != Outcome.PRESERVE:
        found.append(Refusal("retention.minutes_preserved", LAW, field="outcome"))
    is_counted = rule.outcome == Outcome.YEARS
    if is_counted and (rule.years is None or not 1 <= rule.years <= LONGEST):
        values = {"most": LONGEST}
        found.append(Refusal("retention.no_years", "", values, "years"))
    if not is_counted and rule.years is not None:
        found.append(Refusal("retention.years_unused", field="years"))
    return found


def blocks_adopting(facts: PlanFacts, today: date) -> list[Refusal]:
    """Refuse a plan without rules, decision or day, or one from before its decision."""
    found = blocks_plan_change(facts.state)
    if not facts.rules:
        found.append(Refusal("retention.no_rules", LAW))
    if not facts.decision.strip():
        found.append(Refusal("retention.no_decision", LAW, field="decision"))
    if facts.decided_on is None or facts.decided_on > today:
        found.append(Refusal("retention.decided_ahead", field="decided_on"))
    elif facts.valid_from is None or facts.valid_from < facts.decided_on:
        found.append(Refusal("retention.valid_too_early", LAW, field="valid_from"))
    if facts.previous_from and facts.valid_from:
        values = {"day": facts.previous_from}
        if facts.valid_from <= facts.previous_from:
            found.append(Refusal("retention.before_previous", "", values, "valid_from"))
    return found


def blocks_carrying_out(state: str, proposer: int, who: int) -> list[Refusal]:
    """Refuse a disposal that is over, and the very person who proposed it (R-02)."""
    found = []
    if state != DisposalState.PROPOSED:
        found.append(Refusal("retention.disposal_over"))
    if proposer == who:
        found.append(Refusal("retention.same_person", LAW))
    return found

"""Who is elected in a closed ballot: most votes first, equal ones by lot (KL 5:54)."""

from __future__ import annotations

from dataclasses import dataclass

from boards.shared.refusals import Refusal, refuse_if
from minutes.item.enums import RoundMethod, RoundPurpose, SettledBy


@dataclass(frozen=True)
class Candidate:
    """Somebody proposed, and how many ballots named them."""

    name: str
    votes: int


@dataclass(frozen=True)
class ElectionFacts:
    """A counted election; every ballot names at most one candidate per seat."""

    candidates: tuple[Candidate, ...]
    seats: int
    entitled: int
    blank: int = 0
    drawn: frozenset[str] = frozenset()
    method: str = RoundMethod.CLOSED_VOTE
    purpose: str = RoundPurpose.ELECTION

    @property
    def given(self) -> int:
        """How many votes the candidates got together."""
        return sum(one.votes for one in self.candidates)


@dataclass(frozen=True)
class ElectionResult:
    """Who is elected, and whether the lot had to choose among equals."""

    elected: frozenset[str]
    settled_by: SettledBy


def settle_election(facts: ElectionFacts) -> ElectionResult:
    """Return who is elected; raise `Refused` when the count cannot say (KL 5:54–55)."""
    refuse_if(blocks_election(facts))
    safe, tied, open_seats = _around_the_line(facts)
    if not tied:
        return ElectionResult(safe, SettledBy.MAJORITY)
    if len(tied) == open_seats:
        return ElectionResult(safe | tied, SettledBy.MAJORITY)
    return ElectionResult(safe | facts.drawn, SettledBy.LOT)


def blocks_election(facts: ElectionFacts) -> list[Refusal]:
    """Find numbers that cannot be, a tie without a lot, or a lot without a tie."""
    names = [one.name for one in facts.candidates]
    most = facts.entitled * facts.seats
    values = {"votes": facts.given + facts.blank, "entitled": most}
    below = min((one.votes for one in facts.candidates), default=0) < 0
    is_election = facts.purpose == RoundPurpose.ELECTION
    is_closed = facts.method == RoundMethod.CLOSED_VOTE
    checks = (
        (not is_election, "ballot.not_an_election", "KL 5:55", ""),
        (not is_closed, "ballot.election_is_closed", "KL 5:55", "method"),
        (facts.seats < 1, "ballot.no_seats", "KL 5:54", "seats"),
        (len(names) < facts.seats, "ballot.too_few_candidates", "KL 5:54", "names"),
        (not all(names), "ballot.nameless", "KL 5:54", "names"),
        (len(set(names)) < len(names), "ballot.named_twice", "KL 5:54", "names"),
        (below or facts.blank < 0, "ballot.below_zero", "KL 4:24", "names"),
        (
            facts.given + facts.blank > most,
            "ballot.too_many_votes",
            "KL 4:24",
            "names",
        ),
        (
            any(one.votes > facts.entitled for one in facts.candidates),
            "ballot.too_many_for_one",
            "KL 4:24",
            "names",
        ),
    )
    found = [Refusal(code, law, values, field) for no, code, law, field in checks if no]
    return found[:1] or _blocks_lot(facts)


def _blocks_lot(facts: ElectionFacts) -> list[Refusal]:
    """Find whether the lot was drawn among the right ones, or not at all."""
    _safe, tied, open_seats = _around_the_line(facts)
    needs_lot = len(tied) > open_seats
    if not needs_lot and facts.drawn:
        return [Refusal("ballot.lot_without_tie", "KL 5:54", {}, "drawn")]
    if needs_lot and (not facts.drawn <= tied or len(facts.drawn) != open_seats):
        values = {"names": ", ".join(sorted(tied)), "seats": open_seats}
        return [Refusal("ballot.draw_among", "KL 5:54", values, "drawn")]
    return []


def _around_the_line(
    facts: ElectionFacts,
) -> tuple[frozenset[str], frozenset[str], int]:
    """Return the safely elected, those tied for the last seats, and how many seats."""
    ranked = sorted(facts.candidates, key=lambda one: -one.votes)
    if not ranked or facts.seats < 1:
        return frozenset(), frozenset(), 0
    line = ranked[min(facts.seats, len(ranked)) - 1].votes
    safe = frozenset(one.name for one in ranked if one.votes > line)
    tied = frozenset(one.name for one in ranked if one.votes == line)
    return safe, tied, facts.seats - len(safe)

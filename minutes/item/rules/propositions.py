"""In which order the chair puts the proposals (KL 5:53, 5:67 p. 2; KL-09).

Formal proposals come first: a matter that is postponed or referred back is not decided.
Of two proposals one question decides; of more, the others are held against each other
until one meets the main proposal. Additions come last, each on its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boards.shared.refusals import Refusal
from minutes.item.enums import ProposalKind, RoundPurpose

FORMAL = frozenset({ProposalKind.POSTPONE, ProposalKind.REFER_BACK})
WHOLE: frozenset[int] = frozenset()


@dataclass(frozen=True)
class ProposalFacts:
    """A yrkande: what it asks for, and about which points; none means the whole."""

    pk: int
    kind: str
    targets: frozenset[int] = WHOLE
    is_withdrawn: bool = False
    is_not_put: bool = False

    @property
    def stands(self) -> bool:
        """Whether the chair is to put it."""
        return not self.is_withdrawn and not self.is_not_put


@dataclass(frozen=True)
class AskedFacts:
    """A question: what yes and no are for, None for the proposal it all began with."""

    purpose: str
    yes: int | None = None
    no: int | None = None
    targets: frozenset[int] = WHOLE
    is_yes: bool | None = None

    @property
    def names(self) -> frozenset[int]:
        """The yrkanden the question is about."""
        return frozenset(pk for pk in (self.yes, self.no) if pk is not None)

    @property
    def winner(self) -> int | None:
        """The yrkande that won; None is the proposal it all began with."""
        return self.yes if self.is_yes else self.no


@dataclass(frozen=True)
class MatterFacts:
    """Everything proposed in a §, and the questions put so far, in their order."""

    proposals: tuple[ProposalFacts, ...]
    asked: tuple[AskedFacts, ...] = ()
    has_base: bool = True

    def proposal(self, pk: int | None) -> ProposalFacts | None:
        """Return a yrkande of the §."""
        return next((one for one in self.proposals if one.pk == pk), None)

    def standing(self, *kinds: str) -> list[ProposalFacts]:
        """Return those to be put, of some kinds."""
        return [one for one in self.proposals if one.stands and one.kind in kinds]


def plan(matter: MatterFacts) -> list[AskedFacts]:
    """Return the questions that are left, as far as they are known now.

    Which proposal meets the main one is known when the counter rounds are settled;
    until then the first of them stands in for the winner.
    """
    if is_over(matter):
        return []
    left = [
        AskedFacts(RoundPurpose.PROCEDURAL, no=one.pk)
        for one in formal(matter)
        if not _was_put(matter, one.pk)
    ]
    left += [
        AskedFacts(RoundPurpose.ELECTION, yes=one.pk)
        for one in matter.standing(ProposalKind.ELECT)[:1]
        if not any(row.purpose == RoundPurpose.ELECTION for row in matter.asked)
    ]
    for targets in groups(matter):
        left += _of_group(matter, targets)
    return left + [
        AskedFacts(RoundPurpose.ADDITION, yes=one.pk, targets=one.targets)
        for one in matter.standing(ProposalKind.ADD)
        if not _was_put(matter, one.pk)
    ]


def next_question(matter: MatterFacts) -> AskedFacts | None:
    """Return what the chair asks next; nothing while a question is unanswered."""
    if any(row.is_yes is None for row in matter.asked):
        return None
    return next(iter(plan(matter)), None)


def is_over(matter: MatterFacts) -> bool:
    """Say whether a formal question has sent the matter away (KL 5:50)."""
    return any(
        row.purpose == RoundPurpose.PROCEDURAL and row.is_yes is False
        for row in matter.asked
    )


def formal(matter: MatterFacts) -> list[ProposalFacts]:
    """Return the formal proposals, referral before postponement."""
    return matter.standing(ProposalKind.REFER_BACK) + matter.standing(
        ProposalKind.POSTPONE
    )


def groups(matter: MatterFacts) -> list[frozenset[int]]:
    """Return what is decided on its own: the whole, or points somebody singled out."""
    about = [one.targets for one in matter.standing(*MAIN_KINDS)]
    found = list(dict.fromkeys(sorted(about, key=sorted)))
    if WHOLE not in found and (matter.has_base or not found):
        found.insert(0, WHOLE)
    return found


def options(matter: MatterFacts, targets: frozenset[int]) -> list[int | None]:
    """Return the proposals that exclude each other, the main one first.

    Several who want the matter rejected want the same: one of them stands for all.
    """
    against = [
        one
        for one in matter.standing(ProposalKind.AMEND, ProposalKind.REJECT)
        if one.targets == targets
    ]
    rejecting = [one for one in against if one.kind == ProposalKind.REJECT][:1]
    amending = [one for one in against if one.kind == ProposalKind.AMEND]
    others: list[int | None] = [one.pk for one in (*amending, *rejecting)]
    return [None, *others] if matter.has_base or not others else others


def blocks_round(matter: MatterFacts, new: AskedFacts) -> list[Refusal]:
    """Find what stops the chair from putting a question now (KL 5:53; KL-09).

    A question that names no yrkande is in the secretary's own words; of it only the
    order is asked.
    """
    found = [
        Refusal(code, "KL 5:53", {}, field)
        for stops, code, field in (*_order(matter, new), *_sides(matter, new))
        if stops
    ]
    return found[:1]


MAIN_KINDS = (ProposalKind.AMEND, ProposalKind.REJECT, ProposalKind.ADOPT)


def _of_group(matter: MatterFacts, targets: frozenset[int]) -> list[AskedFacts]:
    """Return the questions left about the whole, or about some points."""
    rounds = [row for row in matter.asked if row.targets == targets]
    if any(row.purpose == RoundPurpose.MAIN for row in rounds):
        return []
    main, *others = options(matter, targets)
    lost = {
        pk
        for row in rounds
        if row.purpose == RoundPurpose.COUNTER and row.is_yes is not None
        for pk in row.names - {row.winner}
    }
    left = [pk for pk in others if pk not in lost]
    if not left:
        return [AskedFacts(RoundPurpose.MAIN, main, None, targets)]
    first, *rest = left
    counters = [AskedFacts(RoundPurpose.COUNTER, first, pk, targets) for pk in rest]
    return [*counters, AskedFacts(RoundPurpose.MAIN, main, first, targets)]


def _was_put(matter: MatterFacts, pk: int) -> bool:
    """Say whether a question has been about a yrkande."""
    return any(pk in row.names for row in matter.asked)


def _order(matter: MatterFacts, new: AskedFacts) -> Sequence[tuple[bool, str, str]]:
    """Return what may not be asked yet, or any more."""
    is_formal = new.purpose == RoundPurpose.PROCEDURAL
    waiting = [one for one in formal(matter) if not _was_put(matter, one.pk)]
    unsettled = {row.purpose for row in matter.asked if row.is_yes is None}
    has_main = any(row.purpose == RoundPurpose.MAIN for row in matter.asked)
    counters = any(
        row.purpose == RoundPurpose.COUNTER for row in _of_group(matter, new.targets)
    )
    is_named_main = new.purpose == RoundPurpose.MAIN and bool(new.names)
    return (
        (is_over(matter), "round.matter_is_over", ""),
        (bool(waiting) and not is_formal, "round.formal_first", "purpose"),
        (RoundPurpose.PROCEDURAL in unsettled, "round.formal_unsettled", ""),
        (RoundPurpose.COUNTER in unsettled, "round.counter_unsettled", ""),
        (is_named_main and counters, "round.counter_first", "purpose"),
        (
            new.purpose == RoundPurpose.ADDITION
            and (not has_main or RoundPurpose.MAIN in unsettled),
            "round.addition_last",
            "purpose",
        ),
    )


def _sides(matter: MatterFacts, new: AskedFacts) -> Sequence[tuple[bool, str, str]]:
    """Return what is wrong with what yes and no are for."""
    named = [matter.proposal(pk) for pk in sorted(new.names)]
    yes, no = matter.proposal(new.yes), matter.proposal(new.no)
    kinds = {one.kind for one in named if one}
    is_formal = new.purpose == RoundPurpose.PROCEDURAL
    is_counter = new.purpose == RoundPurpose.COUNTER
    lost = {
        pk
        for row in matter.asked
        if row.is_yes is not None and row.targets == new.targets
        for pk in row.names - {row.winner}
    }
    done = {
        pk
        for row in matter.asked
        if row.purpose in {RoundPurpose.PROCEDURAL, RoundPurpose.ADDITION}
        for pk in row.names
    }
    return (
        (None in named, "round.foreign_proposal", "yes_proposal"),
        (any(one and not one.stands for one in named), "round.not_standing", ""),
        (new.yes is not None and new.yes == new.no, "round.same_sides", "no_proposal"),
        (bool(new.names & (lost | done)), "round.put_twice", "yes_proposal"),
        (is_counter and len(named) < PAIR, "round.counter_needs_two", "no_proposal"),
        (is_formal and not kinds <= FORMAL, "round.not_formal", "no_proposal"),
        (
            not is_formal and bool(kinds & FORMAL),
            "round.formal_on_its_own",
            "purpose",
        ),
        (
            bool(no and no.kind == ProposalKind.ADD)
            or bool(yes and no and yes.kind == ProposalKind.ADD),
            "round.addition_against_main",
            "no_proposal",
        ),
    )


PAIR = 2

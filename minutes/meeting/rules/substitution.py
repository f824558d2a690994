"""Which substitute is called in, and what stands against another."""

from collections.abc import Iterator
from dataclasses import dataclass

from boards.membership.enums import SEATED
from boards.shared.refusals import Refusal
from minutes.meeting.enums import ServingCause
from minutes.meeting.rules.facts import MemberFacts, RollFacts, SubstitutionFacts
from minutes.meeting.rules.serving import (
    blocks_resuming,
    broke_off,
    serving_at,
    swaps_within,
)


@dataclass(frozen=True)
class Proposal:
    """The substitute whose turn it is, and the ground: a code for the sentence."""

    substitute: int | None
    ground: str
    law: str = "KL 6:16"


def propose_substitute(
    facts: RollFacts, absent_member: int | None, position: int
) -> Proposal:
    """Return whose turn it is: personal, own party, then the parties' order (KL-06).

    One who already serves in the seat for the same party keeps it. In an assembly only
    the own party is called (KL 5:17).
    """
    member = facts.member(absent_member) if absent_member is not None else None
    party = member.party if member else None
    serving = serving_at(facts, position).serving_for
    for substitute, replaced in serving.items():
        held = facts.member(substitute)
        if replaced == absent_member and held and held.party == party:
            return Proposal(substitute, "substitution.keeps_the_place")
    if member and facts.left_within(member.pk, position):
        return Proposal(None, "substitution.next_point", "reglementet")
    for ground, row in _in_order(facts, member):
        if row.pk not in serving and _can_be_called(facts, row.pk, position):
            return Proposal(row.pk, ground)
    return Proposal(None, "substitution.nobody_left")


def blocks_substitution(
    facts: RollFacts, new: SubstitutionFacts, reason: str = ""
) -> list[Refusal]:
    """Find what stops a substitute from serving (KL 6:16–17; KL-06).

    Warnings count while no reason is given; `facts` is the roll without the new one.
    """
    found = _blocks_people(facts, new)
    if not found:
        found = _blocks_seat(facts, new)
    if not found:
        found = warns_substitution(facts, new, reason)
    return found


def warns_substitution(
    facts: RollFacts, new: SubstitutionFacts, reason: str = ""
) -> list[Refusal]:
    """Find what needs a reason: out of order, into a matter, or back (KL-06).

    That one who broke off serves again in an assembly is refused whatever the reason.
    """
    covered = new.span.positions(facts.positions)
    if not covered:
        return []
    first = covered[0]
    found = blocks_resuming(facts, new.substitute, first, reason)
    if reason.strip():
        return found
    turn = propose_substitute(facts, new.member, first)
    if turn.substitute is not None and turn.substitute != new.substitute:
        values = {"proposed": turn.substitute}
        refusal = Refusal("substitution.out_of_order", turn.law, values, "reason")
        found.append(refusal)
    if _enters_matter(facts, new, first):
        law = "reglementet"
        found.append(Refusal("substitution.enters_matter", law, {}, "reason"))
    return found


def _blocks_people(facts: RollFacts, new: SubstitutionFacts) -> list[Refusal]:
    """Find whether the substitute is one, is there, and is free."""
    who, law = facts.member(new.substitute), "KL 6:17"
    if who is None or who.role in SEATED:
        return [Refusal("substitution.not_a_substitute", law, {}, "substitute")]
    found = []
    covered = new.span.positions(facts.positions)
    at = [serving_at(facts, position) for position in covered]
    if any(new.substitute in serving.serving_for for serving in at):
        found.append(Refusal("substitution.already_serves", law, {}, "substitute"))
    if not covered or not all(facts.is_present(who.pk, place) for place in covered):
        found.append(Refusal("substitution.not_present", law, {}, "substitute"))
    if any(facts.is_recused(who.pk, place) for place in covered):
        found.append(Refusal("substitution.recused", "KL 6:28", {}, "substitute"))
    if any(swaps_within(facts, new, place) for place in covered):
        found.append(Refusal("substitution.mid_matter", "reglementet", {}, "span"))
    return found


def _blocks_seat(facts: RollFacts, new: SubstitutionFacts) -> list[Refusal]:
    """Find whether the seat is free at every position, and whose it may be."""
    covered = new.span.positions(facts.positions)
    at = [serving_at(facts, position) for position in covered]
    found, law = [], "KL 6:16"
    if new.member is None:
        held = sum(row.role in SEATED for row in facts.members)
        taken = max(list(row.serving_for.values()).count(None) for row in at)
        if facts.seats - held <= taken:
            found.append(Refusal("substitution.no_vacant_seat", law, {}, "member"))
        return found
    member = facts.member(new.member)
    if member is None or member.role not in SEATED:
        return [Refusal("substitution.holds_no_seat", law, {}, "member")]
    if any(new.member in serving.deciders for serving in at):
        found.append(Refusal("substitution.member_serves", law, {}, "member"))
    if any(new.member in serving.serving_for.values() for serving in at):
        found.append(Refusal("substitution.seat_taken", law, {}, "member"))
    if facts.is_assembly and not _same_party(facts, new.substitute, member):
        found.append(Refusal("substitution.other_party", "KL 5:17", {}, "substitute"))
    return found


def _enters_matter(facts: RollFacts, new: SubstitutionFacts, first: int) -> bool:
    """Say whether an empty seat is filled in the § being handled; jäv may."""
    if new.cause == ServingCause.RECUSAL:
        return False
    # At the upprop, and for §§ already over, nobody enters anything.
    return first == facts.under_way and first != min(facts.positions)


def _same_party(facts: RollFacts, substitute: int, member: MemberFacts) -> bool:
    row = facts.member(substitute)
    return row is not None and row.party == member.party


def _in_order(
    facts: RollFacts, member: MemberFacts | None
) -> Iterator[tuple[str, MemberFacts]]:
    """Yield the substitutes in the order they are called for a seat."""
    substitutes = sorted(
        (row for row in facts.members if row.role not in SEATED),
        key=lambda row: (row.call_order, row.pk),
    )
    if member is None:
        yield from (("substitution.vacant_seat", row) for row in substitutes)
        return
    # In an assembly the law knows no substitutes but the own party's (KL 5:17).
    own = [row for row in substitutes if row.personal_for == member.pk]
    personal = [] if facts.is_assembly else own
    yield from (("substitution.personal", row) for row in personal)
    yield from (
        ("substitution.own_party", row) for row in _of(substitutes, member.party)
    )
    others = () if facts.is_assembly else facts.party_order.get(member.party, ())
    for party in others:
        yield from (
            ("substitution.party_order", row) for row in _of(substitutes, party)
        )


def _of(substitutes: list[MemberFacts], party: str) -> list[MemberFacts]:
    return [row for row in substitutes if row.party == party]


def _can_be_called(facts: RollFacts, substitute: int, position: int) -> bool:
    return (
        facts.takes_part(substitute, position)
        and not facts.came_within(substitute, position)
        and not broke_off(facts, substitute, position)
    )


def better_substitute(
    facts: RollFacts, substitute: int, member: int | None, position: int
) -> Proposal | None:
    """Return who should take over a seat that another party's substitute fills.

    The member's own party comes back to its place when it can, at the next § (KL-06).
    """
    turn = propose_substitute(facts, member, position)
    is_own = turn.ground in {"substitution.personal", "substitution.own_party"}
    if not is_own or turn.substitute in {None, substitute}:
        return None
    return turn

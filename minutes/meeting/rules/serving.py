"""Who decides at each §: members there, and substitutes in the place of others."""

from boards.membership.enums import PRESIDIUM, SEATED
from boards.shared.refusals import Refusal
from minutes.meeting.enums import ServingCause
from minutes.meeting.rules import quorum
from minutes.meeting.rules.facts import (
    PresenceFacts,
    RollFacts,
    Serving,
    SubstitutionFacts,
)


def who_serves(facts: RollFacts) -> dict[int, Serving]:
    """Return, per position, who decides and whether they may (KL 6:16–17, 6:27)."""
    return {position: serving_at(facts, position) for position in facts.positions}


def serving_at(facts: RollFacts, position: int) -> Serving:
    """Return who decides at one position; nobody twice, never more than the seats.

    A member who is there comes before a substitute: arriving late takes the seat back
    (KL 5:20, 6:17; KL-06), but never within a § that a substitute handles.
    """
    found = facts.answers.get(position)
    if found is None:
        found = facts.answers[position] = _answer(facts, position)
    return found


def _answer(facts: RollFacts, position: int) -> Serving:
    """Work out who decides at one position."""
    seated = [row.pk for row in facts.members if row.role in SEATED]
    there = [pk for pk in seated if facts.takes_part(pk, position)]
    late = {pk for pk in there if facts.came_within(pk, position)}
    punctual = [pk for pk in there if pk not in late][: facts.seats]
    serving_for = _substitutes_at(facts, position, punctual)
    free = facts.seats - len(serving_for)
    waiting = [pk for pk in there if pk in late and pk in serving_for.values()]
    deciders = [pk for pk in there if pk not in waiting][:free]
    deciders += serving_for
    recused = [
        row.pk
        for row in facts.members
        if facts.is_recused(row.pk, position) and facts.is_present(row.pk, position)
    ]
    replaced = set(serving_for.values())
    members_recused = [pk for pk in recused if pk in seated and pk not in replaced]
    presiding = _presiding(facts, position, deciders)
    refusals = quorum.blocks_handling(
        seats=facts.seats,
        present=len(deciders),
        recused=len(members_recused),
        is_assembly=facts.is_assembly,
    )
    if presiding is None:
        refusals.append(Refusal("meeting.nobody_presides", "KL 6:20"))
    return Serving(
        position=position,
        deciders=tuple(deciders),
        serving_for=serving_for,
        idle_substitutes=_idle(facts, position, serving_for),
        absent=tuple(pk for pk in seated if not facts.is_present(pk, position)),
        recused=tuple(recused),
        presiding=presiding,
        needed=quorum.needed(facts.seats),
        refusals=tuple(refusals),
        waiting=tuple(waiting),
    )


def _idle(
    facts: RollFacts, position: int, serving_for: dict[int, int | None]
) -> tuple[int, ...]:
    """Return the substitutes who are there and serve for nobody."""
    return tuple(
        row.pk
        for row in facts.members
        if row.role not in SEATED
        and row.pk not in serving_for
        and facts.takes_part(row.pk, position)
    )


def free_seats(facts: RollFacts, position: int) -> int:
    """Return how many seats nobody holds or fills at a position."""
    return facts.seats - len(serving_at(facts, position).deciders)


def blocks_presence(facts: RollFacts, presence: PresenceFacts) -> list[Refusal]:
    """Find whether somebody may take part from a distance (KL 6:24; KL-05)."""
    if not presence.by_distance or facts.distance_allowed:
        return []
    values = {"member": presence.member}
    return [Refusal("presence.distance_not_allowed", "KL 6:24", values, "mode")]


def blocks_resuming(
    facts: RollFacts, member: int, position: int, reason: str = ""
) -> list[Refusal]:
    """Refuse one who left for other than jäv and serves again (KL 5:20; KL-06).

    In an assembly that is the law; a nämnd's reglemente may say otherwise, so there a
    reason lifts it.
    """
    if not broke_off(facts, member, position):
        return []
    if facts.is_assembly:
        return [Refusal("presence.may_not_resume", "KL 5:20", {}, "reason")]
    if reason.strip():
        return []
    return [Refusal("presence.returns_after_absence", "KL 5:20", {}, "reason")]


def broke_off(facts: RollFacts, member: int, position: int) -> bool:
    """Say whether somebody served before and then left for other than jäv."""
    has_served = False
    for earlier in facts.before(position):
        if member in serving_at(facts, earlier).deciders:
            has_served = True
        elif (
            has_served
            and not facts.is_present(member, earlier)
            and not facts.is_recused(member, earlier)
        ):
            return True
    return False


def _substitutes_at(
    facts: RollFacts, position: int, members: list[int]
) -> dict[int, int | None]:
    """Return substitute → member for the substitutions that hold at a position.

    `members` are those who sat there when the § began.
    """
    seated = {row.pk for row in facts.members if row.role in SEATED}
    vacant = facts.seats - len(seated)
    found: dict[int, int | None] = {}
    for row in facts.substitutions:
        is_free = (
            vacant > list(found.values()).count(None)
            if row.member is None
            else row.member in seated
            and row.member not in members
            and row.member not in found.values()
        )
        if (
            is_free
            and row.span.covers(position)
            and row.substitute not in seated
            and row.substitute not in found
            and facts.member(row.substitute) is not None
            and facts.takes_part(row.substitute, position)
            and not swaps_within(facts, row, position)
            and len(members) + len(found) < facts.seats
        ):
            found[row.substitute] = row.member
    return found


def swaps_within(facts: RollFacts, row: SubstitutionFacts, position: int) -> bool:
    """Say whether a seat would change hands within a §; after jäv it may (KL-06)."""
    if row.cause == ServingCause.RECUSAL:
        return False
    if facts.came_within(row.substitute, position):
        return True
    return row.member is not None and facts.left_within(row.member, position)


def _presiding(facts: RollFacts, position: int, deciders: list[int]) -> int | None:
    """Return who presides: the presidium in order, else whom the meeting chose."""
    for role in PRESIDIUM:
        for row in facts.members:
            if row.role == role and row.pk in deciders:
                return row.pk
    chosen = facts.chosen_chairs.get(position)
    return chosen if chosen in deciders else None

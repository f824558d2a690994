"""Who elects a board's members, and what a roster still lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from boards.membership.enums import SEATED, MemberRole
from boards.shared.refusals import Refusal


@dataclass(frozen=True, slots=True)
class TermFacts:
    """One uppdrag of a roster: as what, elected by which municipality."""

    role: MemberRole
    municipality: int


def blocks_elector(municipality: int, cooperating: Mapping[int, str]) -> list[Refusal]:
    """Refuse an uppdrag elected by another municipality than the board's (KL 9:24)."""
    if municipality in cooperating:
        return []
    names = ", ".join(cooperating.values())
    return [
        Refusal("membership.not_its_municipality", "", {"names": names}, "municipality")
    ]


def roster_warnings(
    *, seats: int, terms: Sequence[TermFacts], joint: Mapping[int, str]
) -> list[Refusal]:
    """Tell what a roster lacks in members, a chair, and substitutes (KL 9:24).

    A gemensam nämnd has as many substitutes as members and at least one of each from
    every municipality. `joint` holds those, and is empty for every other board.
    """
    seated = [term for term in terms if term.role in SEATED]
    substitutes = [term for term in terms if term.role not in SEATED]
    found = []
    if len(seated) != seats:
        values = {"seats": seats, "members": len(seated)}
        found.append(Refusal("membership.seats_differ", "", values))
    if not any(term.role == MemberRole.CHAIR for term in seated):
        found.append(Refusal("membership.no_chair", "KL 6:20"))
    if not joint:
        return found
    if len(seated) != len(substitutes):
        values = {"members": len(seated), "substitutes": len(substitutes)}
        found.append(Refusal("membership.substitutes_differ", "KL 9:24", values))
    of_members = Counter(term.municipality for term in seated)
    of_substitutes = Counter(term.municipality for term in substitutes)
    return found + [
        Refusal("membership.municipality_missing", "KL 9:24", {"municipality": name})
        for pk, name in joint.items()
        if not (of_members[pk] and of_substitutes[pk])
    ]

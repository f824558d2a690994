"""What an uppdrag may not be, beside the others of its board."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boards.membership.enums import SEATED, MemberRole
from boards.membership.models import Membership
from boards.membership.rules import blocks_elector
from boards.shared.refusals import Refusal


def blocks_term(term: Membership, others: Iterable[Membership]) -> list[Refusal]:
    """Refuse an uppdrag that ends too early, overlaps, or that strangers elected.

    `others` are the other uppdrag of the same board as they are to be.
    """
    if term.valid_to and term.valid_to < term.valid_from:
        return [Refusal("membership.ends_before_start", field="valid_to")]
    clashing = [clash(term, other) for other in others if overlap(term, other)]
    found = [refusal for refusal in clashing if refusal] + strange_elector(term)
    return found + blocks_personal(term)


def blocks_personal(term: Membership) -> list[Refusal]:
    """Refuse a personal substitute of somebody who holds no seat there (KL 6:16)."""
    if term.personal_for is None:
        return []
    field, other = "personal_for", term.personal_for
    if term.role != MemberRole.SUBSTITUTE:
        return [Refusal("membership.not_a_substitute", "KL 6:16", {}, field)]
    if other.board_id != term.board_id or other.role not in SEATED:
        return [Refusal("membership.holds_no_seat", "KL 6:16", {}, field)]
    return []


def strange_elector(term: Membership) -> list[Refusal]:
    """Refuse an uppdrag from another municipality; a board not saved yet has none."""
    if not term.board_id:
        return []
    cooperating = {row.pk: row.name for row in term.board.municipalities()}
    return blocks_elector(term.municipality_id, cooperating)


def overlap(one: Membership, other: Membership) -> bool:
    """Say whether some day belongs to both."""
    return one.valid_from <= (other.valid_to or date.max) and other.valid_from <= (
        one.valid_to or date.max
    )


def clash(term: Membership, other: Membership) -> Refusal | None:
    """Name the other uppdrag of the same days if both cannot be (KL 6:20)."""
    is_same = other.person_id == term.person_id
    if not is_same and {term.role, other.role} != {MemberRole.CHAIR}:
        return None
    code = "membership.overlaps" if is_same else "membership.second_chair"
    return Refusal(
        code if other.valid_to else f"{code}_open",
        "" if is_same else "KL 6:20",
        {
            "person": other.person.name,
            "role": other.get_role_display().lower(),
            "board": other.board.name,
            "from": other.valid_from,
            "to": other.valid_to,
        },
        "valid_from" if is_same else "role",
    )

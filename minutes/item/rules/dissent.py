"""Who may reserve or have an opinion noted, and until when."""

from dataclasses import dataclass

from boards.shared.refusals import Refusal


@dataclass(frozen=True)
class ReservationFacts:
    """People who want to reserve against a §, and who took part in deciding it."""

    people: tuple[int, ...]
    deciders: frozenset[int]
    recused: frozenset[int] = frozenset()
    abstained: frozenset[int] = frozenset()
    already: frozenset[int] = frozenset()
    is_meeting_closed: bool = False
    is_decided: bool = True


def blocks_reservation(facts: ReservationFacts) -> list[Refusal]:
    """Find who may not reserve, or that it is too late (KL 4:27; KL-11)."""
    law, found = "KL 4:27", []
    if facts.is_meeting_closed:
        found.append(Refusal("reservation.meeting_closed", law))
    if not facts.is_decided:
        found.append(Refusal("reservation.nothing_decided", law))
    if not facts.people:
        found.append(Refusal("reservation.nobody", law, {}, "people"))
    for person in facts.people:
        code = _why_not(facts, person)
        if code:
            found.append(Refusal(code, law, {"person": person}, "people"))
    return found


def may_reserve(facts: ReservationFacts) -> frozenset[int]:
    """Return those a form offers: who decided and has not reserved (KL 4:27)."""
    return facts.deciders - facts.recused - facts.abstained - facts.already


def blocks_reservation_text(*, is_frozen: bool) -> list[Refusal]:
    """Find whether the written text comes too late: what is signed stands (KL-11)."""
    if is_frozen:
        return [Refusal("reservation.text_too_late", "KL 5:67", {}, "text")]
    return []


def blocks_note(
    *, is_decider: bool, is_substitute: bool, substitutes_may_note: bool
) -> list[Refusal]:
    """Find whether an opinion may be noted: no reservation (KL 4:28, 6:17; KL-12)."""
    if is_decider or (is_substitute and substitutes_may_note):
        return []
    if is_substitute:
        return [Refusal("note.substitutes_may_not", "KL 6:17", {}, "people")]
    return [Refusal("note.no_right", "KL 4:28", {}, "people")]


def _why_not(facts: ReservationFacts, person: int) -> str:
    """Return the code of what keeps one person from reserving, empty when nothing."""
    if person in facts.recused:
        return "reservation.recused"
    if person not in facts.deciders:
        return "reservation.did_not_serve"
    if person in facts.abstained:
        return "reservation.abstained"
    if person in facts.already:
        return "reservation.already_made"
    return ""

"""Who may reserve, stand aside or have something noted, and until when."""

from dataclasses import dataclass

from boards.shared.refusals import Refusal
from minutes.item.enums import NoteKind


@dataclass(frozen=True)
class ReservationFacts:
    """People who want to reserve against a §, and who took part in deciding it.

    `already` are those who have reserved against the same points.
    """

    people: tuple[int, ...]
    deciders: frozenset[int]
    recused: frozenset[int] = frozenset()
    abstained: frozenset[int] = frozenset()
    stood_aside: frozenset[int] = frozenset()
    already: frozenset[int] = frozenset()
    is_meeting_closed: bool = False
    is_decided: bool = True


@dataclass(frozen=True)
class AsideFacts:
    """People who want no part in a decision, and what they have done in it.

    Having proposed something is no hindrance: whoever loses may stand aside after it.
    """

    people: tuple[int, ...]
    deciders: frozenset[int]
    voted: frozenset[int] = frozenset()
    reserved: frozenset[int] = frozenset()
    is_authority: bool = False


@dataclass(frozen=True)
class NoteFacts:
    """What somebody wants noted, and what they are in the §.

    `substitutes` and `observers` are there without deciding.
    """

    kind: str
    people: tuple[int, ...]
    deciders: frozenset[int]
    recused: frozenset[int] = frozenset()
    substitutes: frozenset[int] = frozenset()
    observers: frozenset[int] = frozenset()
    substitutes_may_note: bool = False
    has_words: bool = True


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
    out = facts.recused | facts.abstained | facts.stood_aside | facts.already
    return facts.deciders - out


def blocks_reservation_text(*, is_frozen: bool) -> list[Refusal]:
    """Find whether the written text comes too late: what is signed stands (KL-11)."""
    if is_frozen:
        return [Refusal("reservation.text_too_late", "KL 5:67", {}, "text")]
    return []


def blocks_standing_aside(facts: AsideFacts) -> list[Refusal]:
    """Find who has to take part in the decision, or already has (KL 4:25–26; KL-07)."""
    found = []
    if not facts.people:
        found.append(Refusal("aside.nobody", "KL 4:25", {}, "people"))
    if facts.people and facts.is_authority:
        found.append(Refusal("aside.authority", "KL 4:26", {}, "people"))
    for person in facts.people:
        values = {"person": person}
        for is_so, code in (
            (person not in facts.deciders, "aside.not_serving"),
            (person in facts.voted, "aside.voted"),
            (person in facts.reserved, "aside.reserved"),
        ):
            if is_so:
                found.append(Refusal(code, "KL 4:25", values, "people"))
    return found


def blocks_authority(*, stand_aside: int, abstain: int) -> list[Refusal]:
    """Find who has kept out of what turns out to be myndighetsutövning (KL 4:26)."""
    if not stand_aside and not abstain:
        return []
    values = {"people": stand_aside + abstain}
    return [Refusal("aside.kept_out", "KL 4:26", values, "is_authority")]


def blocks_note(facts: NoteFacts) -> list[Refusal]:
    """Find what cannot be noted: it is no reservation (KL 4:28, 6:17; KL-12)."""
    found = []
    if not facts.has_words:
        found.append(Refusal("note.empty", "", {}, "text"))
    if not facts.people:
        found.append(Refusal("note.nobody", "", {}, "people"))
    why_not = _no_opinion if facts.kind == NoteKind.OPINION else _no_note
    for person in facts.people:
        code, law = why_not(facts, person)
        if code:
            found.append(Refusal(code, law, {"person": person}, "people"))
    return found


def _why_not(facts: ReservationFacts, person: int) -> str:
    """Return the code of what keeps one person from reserving, empty when nothing."""
    for is_so, code in (
        (person in facts.recused, "reservation.recused"),
        (person not in facts.deciders, "reservation.did_not_serve"),
        (person in facts.abstained, "reservation.abstained"),
        (person in facts.stood_aside, "reservation.stood_aside"),
        (person in facts.already, "reservation.already_made"),
    ):
        if is_so:
            return code
    return ""


def _no_note(facts: NoteFacts, person: int) -> tuple[str, str]:
    """Return why one person has no note or statement: it is for those who served."""
    if person in facts.recused:
        return "note.recused", "KL 6:28"
    if person in facts.deciders:
        return "", ""
    return "note.did_not_serve", "KL 4:28"


def _no_opinion(facts: NoteFacts, person: int) -> tuple[str, str]:
    """Return why one person has no opinion noted: for those there without a vote."""
    if person in facts.recused:
        return "note.recused", "KL 6:28"
    if person in facts.deciders:
        return "note.serves", "KL 4:28"
    if person in facts.observers:
        return "", ""
    if person not in facts.substitutes:
        return "note.no_right", "KL 4:28"
    return ("", "") if facts.substitutes_may_note else _NO_SETTING


_NO_SETTING = ("note.substitutes_may_not", "KL 6:17")

"""§ numbers: one run per board and calendar year, given when the §§ are frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from boards.shared.refusals import Refusal


@dataclass(frozen=True)
class NumberingFacts:
    """§§ about to be numbered, in agenda order, and what comes before them."""

    items: tuple[int, ...]
    numbered: frozenset[int] = frozenset()
    earlier_unnumbered: tuple[date, ...] = ()


def provisional_numbers(
    last_given: int, earlier_unnumbered: int, items: Sequence[tuple[int, int | None]]
) -> Mapping[int, int]:
    """Return the number each § has or would get were all before it frozen (P-09).

    `items` are (id, number or none) in agenda order; `earlier_unnumbered` counts the
    §§ of the year's earlier meetings that have no number yet.
    """
    found: dict[int, int] = {}
    coming = last_given + earlier_unnumbered
    for pk, number in items:
        if number is None:
            coming += 1
        found[pk] = coming if number is None else number
    return found


def blocks_numbering(facts: NumberingFacts) -> list[Refusal]:
    """Find what would break the run: an earlier meeting without numbers (P-09)."""
    found = []
    if facts.earlier_unnumbered:
        values = {"day": min(facts.earlier_unnumbered)}
        found.append(Refusal("numbering.earlier_meeting", "", values))
    if facts.numbered & set(facts.items):
        found.append(Refusal("numbering.already_numbered"))
    if not facts.items:
        found.append(Refusal("numbering.no_items"))
    return found

"""Whether every handling that got an act number is there (OSL 5:1; D-01)."""

from collections import defaultdict
from collections.abc import Iterator

from boards.integrity.checks import Fault, Looked, pieces
from boards.integrity.numbers import gaps
from cases.case.models import Case
from cases.document.models import Document


def look_at_act_numbers(looked: Looked) -> Iterator[Fault]:
    """Compare each ärende's handlingar with the last act number it gave."""
    for cases in pieces(Case.objects.all()):
        given: dict[int, set[int]] = defaultdict(set)
        rows = Document.objects.registered().filter(case__in=cases)
        for case_id, number in rows.values_list("case_id", "act_number"):
            given[case_id].add(number or 0)
        for case in cases:
            looked["numbers"] += len(given[case.pk])
            yield from gaps(case.dnr, "act", given[case.pk], case.last_act)

"""Whether every ärende that got a number is there (OSL 5:1; D-01)."""

from collections.abc import Iterator

from boards.integrity.checks import Fault, Looked
from boards.integrity.numbers import look_at_series
from boards.shared.enums import SeriesKind
from cases.case.models import Case


def look_at_case_numbers(looked: Looked) -> Iterator[Fault]:
    """Compare the diary with the numbers that were given."""
    yield from look_at_series(SeriesKind.CASE, Case.objects.all(), looked)

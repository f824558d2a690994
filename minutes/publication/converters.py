"""Dates in addresses."""

from datetime import date


class DayConverter:
    """A day as 2020-09-29; anything else is no address of ours."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Return the day; `ValueError` makes the address unknown."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Return the day as it stands in the address."""
        return value.isoformat()

"""What rooms to the right tell the room of the notice."""

from collections.abc import Callable

# Each returns what in a heading looks like somebody's personal data.
personal_data_finders: list[Callable[[str], list[str]]] = []


def personal_data_in(heading: str) -> tuple[str, ...]:
    """Return everything in a heading that looks like somebody's data."""
    found = [one for find in personal_data_finders for one in find(heading)]
    return tuple(dict.fromkeys(found))

"""What the notice board makes known when the app starts."""

from minutes.notice.registry import personal_data_finders
from minutes.privacy.detectors import Known, Passage, in_passage


def find_personal_data(heading: str) -> list[str]:
    """Return what in a heading looks like somebody's data; a board names nobody."""
    return [one.text for one in in_passage(Passage("", heading), Known())]


personal_data_finders.append(find_personal_data)

"""What is taken out of everything that is published."""

from __future__ import annotations

from boards.person.models import Person
from boards.person.queries import protected_words
from boards.shared.personal_numbers import numbers_in
from minutes.meeting.models import Meeting
from minutes.privacy.queries import masked_words
from minutes.privacy.titles import words_of_titles

HIDDEN_HEADING = "Sekretess"


def protected_names(meeting: Meeting) -> list[str]:
    """Return what points protected people out, and the family names of those present.

    With them what somebody at the gate decided to mask.

    Running text says "Bergs (S) tilläggsförslag": a family name alone points somebody
    out only where the person took part (D-20).
    """
    present = Person.objects.filter(is_protected=True, attendances__meeting=meeting)
    headings = meeting.agenda_items.values_list("heading", flat=True)
    return [
        *protected_words(),
        *(person.family_name for person in present),
        *numbers_in([meeting.place, *headings]),
        *masked_words(meeting),
    ]


def names_in_titles(meeting: Meeting) -> list[str]:
    """Return the same, and what nobody has let through in the agenda's titles.

    They are public before anybody has decided about the minutes (D-18).
    """
    return [*protected_names(meeting), *words_of_titles(meeting)]

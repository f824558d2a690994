"""What is taken out of everything that is published."""

from __future__ import annotations

from boards.person.models import Person
from boards.person.queries import protected_words
from minutes.meeting.models import Meeting

HIDDEN_HEADING = "Sekretess"


def protected_names(meeting: Meeting) -> list[str]:
    """Return what points protected people out, and the family names of those present.

    Running text says "Bergs (S) tilläggsförslag": a family name alone points somebody
    out only where the person took part (D-20).
    """
    present = Person.objects.filter(is_protected=True, attendances__meeting=meeting)
    return [*protected_words(), *(person.family_name for person in present)]

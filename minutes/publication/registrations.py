"""The public agenda follows the title and the secrecy of its ärenden."""

from boards.shared.outbox import enqueue
from cases.case.models import Case
from cases.case.registry import after_change
from minutes.meeting.models import Meeting


def follow(case: Case) -> None:
    """Have the meetings that take the ärende up published anew."""
    for meeting in Meeting.objects.filter(agenda_items__case=case).distinct():
        enqueue("publication.meeting", meeting)


after_change.append(follow)

"""What publication does for the rooms to the left: it follows ärenden and the gate."""

from boards.integrity.checks import Check, checks
from boards.shared.outbox import enqueue
from cases.case.models import Case
from cases.case.registry import after_change
from minutes.meeting.models import Meeting
from minutes.privacy import registry
from minutes.publication.integrity import look_at_publication
from minutes.publication.withdrawing import take_down


def follow(case: Case) -> None:
    """Have the meetings that take the ärende up published anew."""
    for meeting in Meeting.objects.filter(agenda_items__case=case).distinct():
        enqueue("publication.meeting", meeting)


after_change.append(follow)
registry.take_down.append(take_down)
checks.append(Check("publication", look_at_publication))

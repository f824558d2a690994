"""Minutes that are approved, posted and published, by the outbox as in production."""

from minutes.approval.models import Approval
from minutes.meeting.models import Meeting
from minutes.publication.models import PublishedMinutes
from tests.factories import approvals
from tests.factories import meetings as make

MEETING_DAY = make.MEETING_DAY
NOON = make.local(MEETING_DAY, 12)


def published(meeting: Meeting | None = None) -> Approval:
    """Minutes approved and posted on every board at noon of the meeting's day."""
    noon = make.local(meeting.held_on, 12) if meeting else NOON
    approval = approvals.posted(approvals.approved_on(noon, meeting), noon)
    approvals.work_off()
    return approval


def shown(approval: Approval) -> PublishedMinutes:
    return PublishedMinutes.objects.get(source_id=approval.pk)

"""Locking a meeting, and the one place that writes its state."""

from boards.shared.refusals import Refusal, refuse_if
from minutes.meeting.enums import MEETING_TRANSITIONS, MeetingState, MeetingVerb
from minutes.meeting.models import AgendaItem, Attendance, Meeting
from minutes.meeting.rules.agenda import blocks_verb
from minutes.meeting.rules.session import blocks_roll


def lock_meeting(pk: int) -> Meeting:
    """Return the meeting, locked until the transaction ends."""
    return (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("board")
        .get(pk=pk)
    )


def lock_item(pk: int) -> AgendaItem:
    """Return the point with its meeting locked: the agenda changes as one."""
    item = AgendaItem.objects.select_related("case").get(pk=pk)
    item.meeting = lock_meeting(item.meeting_id)
    item.refresh_from_db(fields=["position", "withdrawn_at", "heading", "kind"])
    return item


def lock_attendance(pk: int) -> Attendance:
    """Return somebody's attendance with the meeting locked."""
    attendance = Attendance.objects.get(pk=pk)
    attendance.meeting = lock_meeting(attendance.meeting_id)
    return attendance


def move_on(meeting: Meeting, verb: MeetingVerb) -> None:
    """Write the state that follows on the verb."""
    refuse_if(blocks_verb(meeting.state, verb))
    meeting.state = MEETING_TRANSITIONS[MeetingState(meeting.state), verb]
    meeting.save(update_fields=["state"])


def roll_refusals(meeting: Meeting) -> list[Refusal]:
    """Ask whether the attendance may still be written."""
    # The justeringar stand to the right; their state is all that is asked here.
    frozen = meeting.approvals.filter(
        is_immediate=False, state__in=["frozen", "approved"]
    )
    return blocks_roll(meeting.state, is_frozen=frozen.exists())

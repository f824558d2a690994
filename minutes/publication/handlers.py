"""What the outbox does for publication; registered when the app starts."""

from boards.board.models import Board
from boards.person.models import Person
from boards.shared.outbox import handlers
from cases.document.models import Document
from minutes.approval.models import Approval
from minutes.followup.models import FollowUp
from minutes.meeting.models import Meeting
from minutes.publication import actions


def publish_registers(pk: int) -> None:
    """Publish a board's names."""
    # idempotent: the snapshot is overwritten with the same values
    actions.publish_registers(board=Board.objects.get(pk=pk))


def publish_meeting(pk: int) -> None:
    """Publish a meeting."""
    # idempotent: the snapshot is overwritten with the same values
    actions.publish_meeting(meeting=Meeting.objects.get(pk=pk))


def publish_minutes(pk: int) -> None:
    """Publish approved minutes."""
    # idempotent: the snapshot is overwritten with the same values
    actions.publish_minutes(approval=Approval.objects.get(pk=pk))


def publish_person(pk: int) -> None:
    """Publish anew what somebody is named in."""
    # idempotent: the snapshots are overwritten with the same values
    actions.publish_person(person=Person.objects.get(pk=pk))


def publish_paper(pk: int) -> None:
    """Publish a handling that somebody decided to publish."""
    # idempotent: the snapshot is overwritten with the same values
    actions.publish_paper(document=Document.objects.get(pk=pk))


def publish_follow_up(pk: int) -> None:
    """Publish what became of a decision."""
    # idempotent: the snapshot is overwritten with the same values
    actions.publish_follow_up(follow_up=FollowUp.objects.get(pk=pk))


handlers["publication.follow_up"] = publish_follow_up
handlers["publication.registers"] = publish_registers
handlers["publication.meeting"] = publish_meeting
handlers["publication.person"] = publish_person
handlers["publication.minutes"] = publish_minutes
handlers["publication.paper"] = publish_paper

"""Publish everything anew from what is approved, posted and planned."""

from typing import Any

from django.core.management.base import BaseCommand

from boards.board.models import Board
from boards.shared.outbox import enqueue
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval
from minutes.meeting.models import Meeting
from minutes.notice.models import Notice, Proclamation


class Command(BaseCommand):
    """`manage.py republish`: after an upgrade that publishes more; harmless."""

    help = "Publicerar om allt: nämnder, sammanträden, protokoll och anslag."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Leave it to the worker, and say how much it is."""
        meetings = Meeting.objects.all()
        minutes = Approval.objects.filter(state=ApprovalState.APPROVED).order_by("pk")
        notices = Notice.objects.filter(posted_on__isnull=False)
        for board in Board.objects.all():
            enqueue("publication.registers", board)
        for meeting in meetings:
            enqueue("publication.meeting", meeting)
        for approval in minutes:
            enqueue("publication.minutes", approval)
        for notice in notices:
            enqueue("publication.notice", notice)
        for row in Proclamation.objects.all():
            enqueue("publication.proclamation", row)
        self.stdout.write(
            f"{len(meetings)} sammanträden, {len(minutes)} protokoll och"
            f" {len(notices)} anslag publiceras om."
        )

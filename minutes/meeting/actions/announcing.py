"""The kungörelse of a fullmäktige's meeting on the anslagstavla (KL 5:13–14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.board.enums import BoardKind
from boards.shared.clock import now, today
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import refuse_if
from minutes.meeting.actions.steps import lock_meeting
from minutes.meeting.agenda_snapshot import snapshot
from minutes.meeting.models import Announcement
from minutes.meeting.queries import late_announcement
from minutes.meeting.rules.agenda import blocks_announcing

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.meeting.models import Meeting

SHOWN = ("item", "heading", "dnr", "kind")


@transaction.atomic
def announce_meeting(
    *, meeting: Meeting, by: User, is_late_confirmed: bool = False
) -> Announcement:
    """Announce time, place and points on every municipality's notice board (KL 5:13).

    Announced again when there is more, or another time; one that is late is made only
    when that is confirmed, and kept as late.
    """
    require(by, "meeting.summon", meeting)
    meeting = lock_meeting(meeting.pk)
    agenda = snapshot(meeting)
    late = late_announcement(meeting, today())
    found = blocks_announcing(
        meeting.state,
        [row["kind"] for row in agenda],
        is_assembly=meeting.board.kind == BoardKind.ASSEMBLY,
        has_started=now() >= meeting.starts_at,
    )
    refuse_if(found + ([] if is_late_confirmed else late))
    previous = meeting.announcements.last()
    announcement = Announcement.objects.create(
        meeting=meeting,
        version=previous.version + 1 if previous else 1,
        announced_at=now(),
        announced_by=by,
        starts_at=meeting.starts_at,
        place=meeting.place,
        agenda=[{key: row[key] for key in SHOWN} for row in agenda],
        is_late=bool(late),
    )
    record(meeting, "announcement.made", by=by, version=announcement.version)
    enqueue("publication.meeting", meeting)
    return announcement

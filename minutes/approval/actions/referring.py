"""When signers disagree: an opinion is noted, or the board decides (P-06)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.shared.citations import paragraphs
from boards.shared.history import record
from minutes.approval.enums import ApprovalState, ReturnKind
from minutes.approval.models import Approval, Referral, SignerOpinion
from minutes.meeting import registry
from minutes.meeting.actions.reporting import next_meeting
from minutes.meeting.actions.returning import place_in
from minutes.meeting.actions.steps import lock_meeting
from minutes.meeting.enums import AgendaCause, AgendaKind, MeetingState
from minutes.meeting.models import AgendaItem

if TYPE_CHECKING:
    from boards.board.models import Board
    from boards.person.models import User
    from minutes.meeting.models import Meeting

# A heading of the minutes: data of the product, in Swedish whatever the screen is in.
HEADING = "Justering av protokoll {day:%Y-%m-%d}, {items}"


def note_opinion(approval: Approval, text: str, by: User) -> SignerOpinion:
    """Keep what a signer wants noted where they sign."""
    # The rule has refused somebody who does not sign, and an account without a person.
    approver = approval.approvers.get(person_id=by.person_id or 0)
    return SignerOpinion.objects.create(
        approval=approval, person=approver.person, text=text.strip()
    )


def bring_referred(board: Board) -> list[Referral]:
    """Put minutes the signers disagree about on the board's next agenda, once."""
    waiting = Approval.objects.filter(
        meeting__board=board,
        state=ApprovalState.RETURNED,
        return_kind=ReturnKind.REFERRED,
        referral__isnull=True,
    )
    made = []
    for approval in waiting.select_related("meeting").order_by("pk"):
        meeting = next_meeting(board, approval.meeting.held_on)
        if meeting is not None and meeting.pk != approval.meeting_id:
            item = point_about(approval, lock_meeting(meeting.pk))
            made.append(Referral.objects.create(approval=approval, agenda_item=item))
    return made


def point_about(approval: Approval, meeting: Meeting) -> AgendaItem:
    """Return the point at which the board decides what its minutes say."""
    item = AgendaItem.objects.create(
        meeting=meeting,
        position=place_in(meeting),
        kind=AgendaKind.DECISION,
        heading=HEADING.format(
            day=approval.meeting.held_on, items=paragraphs(approval.items_label)
        ),
        cause=AgendaCause.REFERRED_MINUTES,
        is_late=meeting.state != MeetingState.PLANNED,
    )
    for keeper in registry.draft_keepers:
        keeper.create(item)
    record(item, "agenda.item_forced", by=None, cause=item.cause)
    return item

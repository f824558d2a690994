"""What each room has waiting: one row per thing to do, with the day the law gives it.

A provider answers for a set of boards in a fixed number of queries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from boards.access.enums import Role
from boards.access.queries import boards_with_role
from boards.shared.citations import paragraphs
from boards.shared.legal_dates import approval_deadline
from cases.document.enums import Direction
from cases.document.models import Document
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval
from minutes.dispatch.enums import DispatchState
from minutes.dispatch.models import Dispatch
from minutes.dispatch.queries import to_dispatch
from minutes.meeting.enums import MeetingState
from minutes.meeting.models import Meeting, SummonsRecipient
from minutes.meeting.queries import failed_rows, summons_deadline_of
from minutes.notice.models import Notice
from minutes.notice.queries import expired_without_answer, unassessed_interruptions
from minutes.privacy.models import Publication
from minutes.reminder.queries import local_day

if TYPE_CHECKING:
    from boards.board.models import Board

# How far ahead the desk looks for meetings to call.
AHEAD = timedelta(days=60)
DONE = (ApprovalState.FROZEN, ApprovalState.APPROVED)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something to do, by when, by which law, and the page where it is done."""

    day: date
    label: str
    about: str
    law: str
    board: Any
    url_name: str
    url_args: tuple[Any, ...] = ()
    button: str = ""

    @property
    def argument(self) -> Any:
        """The object's key in the address, if the page has one."""
        return self.url_args[0] if self.url_args else None


Provider = Callable[[list["Board"], date], list[Deadline]]


def summonses(boards: list[Board], day: date) -> list[Deadline]:
    """Return planned meetings whose kallelse has not gone (KL 6:17, KL 5:13)."""
    meetings = Meeting.objects.filter(
        board__in=boards,
        state=MeetingState.PLANNED,
        starts_at__date__gte=day,
        starts_at__date__lte=day + AHEAD,
    )
    rows = meetings.select_related("board").prefetch_related("board__regulations")
    found = []
    for meeting in rows:
        due = summons_deadline_of(meeting)
        found.append(
            Deadline(
                day=due.latest,
                label=_("Send the summons"),
                about=str(meeting.starts_at.date()),
                law=due.law,
                board=meeting.board,
                url_name="meeting-summons",
                url_args=(meeting.pk,),
                button=_("To the summons"),
            )
        )
    return found


def sessions(boards: list[Board], day: date) -> list[Deadline]:
    """Return called meetings that are to be held, and those in session."""
    meetings = Meeting.objects.filter(
        board__in=boards, state__in=[MeetingState.CALLED, MeetingState.IN_SESSION]
    ).filter(starts_at__date__lte=day + AHEAD)
    return [
        Deadline(
            day=meeting.held_on,
            label=_("Hold the meeting"),
            about=meeting.place,
            law="",
            board=meeting.board,
            url_name="meeting-detail",
            url_args=(meeting.pk,),
            button=_("To the meeting"),
        )
        for meeting in meetings.select_related("board")
    ]


def minutes_to_approve(boards: list[Board], _day: date) -> list[Deadline]:
    """Return closed meetings whose minutes are not with the signers yet (KL 5:69)."""
    meetings = Meeting.objects.filter(
        board__in=boards, state=MeetingState.CLOSED
    ).exclude(approvals__state__in=DONE)
    found = []
    for meeting in meetings.select_related("board"):
        due = approval_deadline(meeting.held_on)
        found.append(
            Deadline(
                day=due.due,
                label=_("Finish the minutes for approval"),
                about=str(meeting.held_on),
                law=due.law,
                board=meeting.board,
                url_name="meeting-detail",
                url_args=(meeting.pk,),
                button=_("To the meeting"),
            )
        )
    return found


def signatures(boards: list[Board], _day: date) -> list[Deadline]:
    """Return justeringar that wait for somebody's signature (KL 5:69)."""
    waiting = Approval.objects.awaiting_signature().filter(meeting__board__in=boards)
    found = []
    for approval in waiting.select_related("meeting__board"):
        due = approval_deadline(approval.meeting.held_on)
        found.append(
            Deadline(
                day=due.due,
                label=_("The minutes wait to be signed"),
                about=paragraphs(approval.items_label),
                law=due.law,
                board=approval.meeting.board,
                url_name="approval-detail",
                url_args=(approval.pk,),
                button=_("To the approval"),
            )
        )
    return found


def notices(boards: list[Board], _day: date) -> list[Deadline]:
    """Return notices to post (KL 8:12) and to take down."""
    rows = Notice.objects.filter(
        approval__meeting__board__in=boards, taken_down_on__isnull=True
    ).select_related("approval__meeting__board", "municipality")
    # Posted here while another kommun has not: the clock has not started (KL 13:5).
    running = rows.exclude(posted_on__isnull=False, removable_on__isnull=True)
    found = []
    for notice in running:
        day = notice.removable_on or notice.due_on
        label = to_do(notice)
        items = paragraphs(notice.approval.items_label)
        found.append(
            Deadline(
                day=day,
                label=label,
                about=f"{notice.municipality}, {items}",
                law="KL 8:12",
                board=notice.board,
                url_name="notice-detail",
                url_args=(notice.pk,),
                button=_("To the notice"),
            )
        )
    return found


def interruptions(boards: list[Board], _day: date) -> list[Deadline]:
    """Return notices that were not seen on their boards: assess at once (KL 13:5)."""
    return [
        Deadline(
            day=local_day(row.found_at),
            label=_("Assess: the notice was not seen on the board"),
            about=f"{row.notice.municipality},"
            f" {paragraphs(row.notice.approval.items_label)}",
            law="KL 13:5",
            board=row.board,
            url_name="notice-detail",
            url_args=(row.notice_id,),
            button=_("To the notice"),
        )
        for row in unassessed_interruptions(boards)
    ]


def to_do(notice: Notice) -> str:
    """Return what waits: to post, to ask another municipality, or to come down."""
    if notice.posted_on is not None:
        return _("Comes down")
    if notice.municipality.is_served_here:
        return _("Post the notice")
    return _("Ask for the notice to be posted, and for proof")


def dispatches(boards: list[Board], day: date) -> list[Deadline]:
    """Return extracts that have not reached their recipients."""
    rows = Dispatch.objects.filter(
        extract__approval__meeting__board__in=boards,
        state__in=[DispatchState.PENDING, DispatchState.FAILED],
    ).select_related("extract__approval__meeting__board", "extract__item")
    return [
        Deadline(
            day=day,
            label=_("The extract could not be sent")
            if row.state == DispatchState.FAILED
            else _("The extract is not sent yet"),
            about=f"§ {row.extract.item.number}, {row.name}",
            law="",
            board=row.board,
            url_name="dispatch-list",
            button=_("To the dispatch"),
        )
        for row in rows
    ]


def unsent(boards: list[Board], _day: date) -> list[Deadline]:
    """Return approved §§ that nobody has sent to their recipients yet (P-12)."""
    return [
        Deadline(
            day=(item.approval and item.approval.approved_on) or item.meeting.held_on,
            label=_("Send the extract"),
            about=item.citation,
            law="",
            board=item.board,
            url_name="dispatch-list",
            button=_("To the dispatch"),
        )
        for item in to_dispatch(boards)
    ]


def unanswered(boards: list[Board], _day: date) -> list[Deadline]:
    """Return minutes whose laga kraft waits for the court's answer (KL 13:14)."""
    rows = {row.approval_id: row for row in expired_without_answer(boards)}
    return [
        Deadline(
            day=row.taken_down_on or row.due_on,
            label=_("Ask the court about appeals"),
            about=paragraphs(row.approval.items_label),
            law="KL 13:14",
            board=row.board,
            url_name="notice-detail",
            url_args=(row.pk,),
            button=_("To the notice"),
        )
        for row in rows.values()
    ]


def failed_mail(boards: list[Board], day: date) -> list[Deadline]:
    """Return kallelser that could not be mailed after all attempts."""
    rows = SummonsRecipient.objects.filter(
        pk__in=failed_rows().values("object_id"),
        summons__meeting__board__in=boards,
        sent_at__isnull=True,
    ).select_related("person", "summons__meeting__board")
    return [
        Deadline(
            day=day,
            label=_("The summons could not be mailed"),
            about=str(row.person),
            law="KL 6:17",
            board=row.summons.meeting.board,
            url_name="meeting-detail",
            url_args=(row.summons.meeting_id,),
            button=_("To the meeting"),
        )
        for row in rows
    ]


def unregistered(boards: list[Board], _day: date) -> list[Deadline]:
    """Return received handlingar without a number: register at once (OSL 5:1)."""
    rows = (
        Document.objects.drafts()
        .filter(case__board__in=boards, direction=Direction.RECEIVED)
        .select_related("case__board")
    )
    return [
        Deadline(
            day=row.handled_on,
            label=_("Register what came in"),
            about=row.case.dnr,
            law="OSL 5:1",
            board=row.case.board,
            url_name="document-detail",
            url_args=(row.pk,),
            button=_("To the document"),
        )
        for row in rows
    ]


def about_publication(row: Publication) -> str:
    """Return which document waits at the gate."""
    if row.approval is not None:
        return paragraphs(row.approval.items_label)
    return str(row.document or row)


def undecided(boards: list[Board], _day: date) -> list[Deadline]:
    """Return minutes and handlingar that wait for a decision to publish (D-17)."""
    rows = Publication.objects.undecided().filter(board__in=boards)
    rows = rows.select_related(
        "approval__meeting__board", "document__case", "meeting__board", "board"
    )
    return [
        Deadline(
            day=row.since.date(),
            label=_("Decide what is published"),
            about=about_publication(row),
            law="GDPR art. 6",
            board=row.board,
            url_name="publication-detail",
            url_args=(row.pk,),
            button=_("To the decision"),
        )
        for row in rows
    ]


# Who carries each kind of work out: others are not asked to.
PROVIDERS: list[tuple[tuple[Role, ...], list[Provider]]] = [
    (
        (Role.SECRETARY,),
        [
            summonses,
            sessions,
            minutes_to_approve,
            signatures,
            notices,
            interruptions,
            unanswered,
            failed_mail,
        ],
    ),
    (
        (Role.SECRETARY, Role.REGISTRAR),
        [undecided, unsent, dispatches, unregistered],
    ),
]


def next_first(user: Any, day: date) -> list[Deadline]:
    """Return everything that waits for the user, the next day first."""
    found = []
    for roles, providers in PROVIDERS:
        boards = list(boards_with_role(user, *roles))
        found += [row for provider in providers for row in provider(boards, day)]
    return sorted(found, key=lambda row: (row.day, row.board.name, row.label))

"""Reads of the notice: what is due next, and why the dates are what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F, Model, QuerySet
from django.db.models.functions import Coalesce

from boards.access.queries import boards_with_role
from boards.shared.models import HistoryEvent
from minutes.notice.models import FinalConfirmation, Interruption, Notice, Proclamation
from minutes.notice.rules import Uptime, recorded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boards.board.models import Board
    from minutes.approval.models import Approval


def with_approval() -> QuerySet[Notice]:
    """Notices with what their pages show."""
    return Notice.objects.select_related(
        "approval__meeting__board",
        "approval__document",
        "approval__final",
        "municipality",
        "posted_by__person",
        "proof_file",
        "certificate__document",
    )


def notices_of_staff(user: Any) -> QuerySet[Notice]:
    """Return every notice of the user's boards, what is to be done next first.

    Those to be posted come with the day they are due, those up with the day they come
    down, and those that wait for another board's posting before these.
    """
    return (
        with_approval()
        .filter(approval__meeting__board__in=boards_with_role(user))
        .annotate(next_on=Coalesce("removable_on", "due_on"))
        .order_by(F("taken_down_on").desc(nulls_first=True), "next_on", "pk")
    )


def expired_without_answer(boards: Iterable[Board]) -> QuerySet[Notice]:
    """Return notices that are down and whose laga kraft nobody has confirmed."""
    return (
        with_approval()
        .filter(
            approval__meeting__board__in=list(boards),
            taken_down_on__isnull=False,
            approval__final__isnull=True,
        )
        .order_by("taken_down_on", "pk")
    )


def siblings(notice: Notice) -> QuerySet[Notice]:
    """Return the notices of the same justering, this one among them."""
    return with_approval().filter(approval=notice.approval_id).order_by("pk")


def events_of(row: Model) -> QuerySet[HistoryEvent]:
    """Return what was done with a notice, the newest first."""
    rows = HistoryEvent.objects.filter(model=row._meta.label, object_id=row.pk)
    return rows.select_related("by__person").order_by("-at", "-pk")


def posted_meetings(meetings: list[int]) -> set[int]:
    """Return those of the meetings with a notice that is or was up."""
    rows = Notice.objects.filter(
        approval__meeting_id__in=meetings, posted_on__isnull=False
    )
    return set(rows.values_list("approval__meeting_id", flat=True))


def final_meetings(meetings: list[int]) -> set[int]:
    """Return those of the meetings with laga kraft confirmed."""
    rows = FinalConfirmation.objects.filter(approval__meeting_id__in=meetings)
    return set(rows.values_list("approval__meeting_id", flat=True))


def proclamations() -> QuerySet[Proclamation]:
    """Kungörelser with what their pages show."""
    return Proclamation.objects.select_related(
        "board", "municipality", "posted_by__person", "certificate__document"
    )


def proclamations_of_staff(user: Any) -> QuerySet[Proclamation]:
    """Return the kungörelser of the user's boards: those up first, the next down."""
    return (
        proclamations()
        .filter(board__in=boards_with_role(user))
        .order_by(F("taken_down_on").desc(nulls_first=True), "removable_on", "pk")
    )


def interruptions_of(approval: Approval) -> QuerySet[Interruption]:
    """Return every interruption of a justering's notices, the first first."""
    rows = Interruption.objects.filter(notice__approval=approval)
    return rows.select_related("notice__municipality", "assessed_by__person")


def uptime_of(notice: Notice) -> Uptime:
    """Return the record of one notice in short."""
    spans = notice.sightings.values_list("seen_from", "seen_until")
    return recorded(spans, notice.interruptions.count())


def unassessed_interruptions(boards: Iterable[Board]) -> QuerySet[Interruption]:
    """Return interruptions that wait to be assessed, the oldest first."""
    return Interruption.objects.filter(
        notice__approval__meeting__board__in=list(boards), assessed_at__isnull=True
    ).select_related("notice__approval__meeting__board", "notice__municipality")

"""Publishing anew what somebody is named in."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils.html import escape

from boards.board.models import Board
from boards.person.models import Person
from boards.person.queries import words_of
from boards.shared.masking import PROTECTED
from cases.case.models import Case
from cases.diary.actions import publish_person_rows
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval
from minutes.meeting.models import Meeting
from minutes.privacy.actions import follow_protection
from minutes.publication.actions.cases import publish_case
from minutes.publication.actions.meetings import publish_meeting
from minutes.publication.actions.minutes import publish_minutes
from minutes.publication.actions.registers import publish_registers
from minutes.publication.models import PublishedCase, PublishedMinutes


@transaction.atomic
def publish_person(*, person: Person) -> None:
    """Publish anew what somebody is named in, after their protection changed (D-20)."""
    publish_person_rows(person=person)
    for board in Board.objects.filter(memberships__person=person).distinct():
        publish_registers(board=board)
    named = Q()
    for word in [*words_of(person), person.family_name]:
        named |= Q(html__icontains=escape(word))
    shown = PublishedMinutes.objects.filter(named | Q(is_masked=True))
    follow_protection(person=person)
    # Somebody may be named in a file alone: those are read again.
    has_files = Q(items__appendices__isnull=False)
    has_files |= Q(origin__items__appendices__isnull=False)
    approvals = Approval.objects.filter(
        has_files
        | Q(meeting__attendances__person=person)
        | Q(pk__in=list(shown.values_list("source_id", flat=True))),
        state=ApprovalState.APPROVED,
    )
    for approval in approvals.distinct():
        publish_minutes(approval=approval)
    name = person.family_name
    meetings = Meeting.objects.filter(
        Q(agenda_items__heading__icontains=name) | Q(place__icontains=name)
    )
    for meeting in meetings.distinct():
        publish_meeting(meeting=meeting)
    publish_cases_of(person)


def publish_cases_of(person: Person) -> None:
    """Publish anew each ärende whose title names somebody, or has words masked."""
    named = Q(title__icontains=person.family_name) | Q(title__contains=PROTECTED)
    shown = {
        row.source_id: row.board
        for row in PublishedCase.objects.filter(named).select_related("board")
    }
    for case in Case.objects.filter(pk__in=shown):
        publish_case(case, shown[case.pk])

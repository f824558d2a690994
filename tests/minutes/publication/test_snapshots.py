"""What the public knows of people, ärenden, points, papers and votes, as data."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command

from boards.registers.actions import end_membership
from boards.registers.publish import publish_person
from boards.shared.clock import at, local
from cases.secrecy.actions import mark_secret
from minutes.item.models import MinutesItem
from minutes.meeting import actions as meetings
from minutes.meeting.models import Meeting
from minutes.publication.actions import publish_paper, withdraw_paper
from minutes.publication.models import (
    PublishedAgendaPoint,
    PublishedCase,
    PublishedItem,
    PublishedMeeting,
    PublishedPaper,
    PublishedPerson,
    PublishedSeat,
)
from tests.factories import approvals, gate, publications, rich_items
from tests.factories import cases as diary
from tests.factories import meetings as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_at_noon")]


@pytest.fixture
def _at_noon() -> Iterator[None]:
    with time_machine.travel(publications.NOON, tick=False):
        yield


def called() -> Meeting:
    with at(local(publications.MEETING_DAY.replace(day=15), 10)):
        meeting = make.called()
        approvals.work_off()
    return meeting


def voted() -> MinutesItem:
    """A published § with yrkanden, a vote by name and a closed ballot."""
    meeting = approvals.decided(is_closed=False)
    item = approvals.items_of(meeting)[0]
    item.proposed.create(text="att anta planen", position=1)
    first, second = rich_items.with_floor(item)
    rich_items.with_rounds(item, first, second)
    with at(publications.NOON):
        ends_at = meeting.starts_at + timedelta(hours=1)
        meetings.close_meeting(meeting=meeting, ends_at=ends_at, by=None)
        publications.published(meeting)
        gate.let_through()
    return item


def protect(family_name: str, meeting: Meeting) -> None:
    person = make.attendance(meeting, family_name).person
    person.is_protected = True
    person.save()
    publish_person(person)
    approvals.work_off()


def test_seats_when_board_is_published_then_every_uppdrag_with_its_days() -> None:
    meeting = called()
    seats = PublishedSeat.objects.select_related("person", "municipality")
    assert seats.count() == meeting.board.memberships.count()
    chair = seats.get(role="chair")
    assert chair.person is not None
    assert (chair.party, chair.starts_on, chair.ends_on) == ("M", make.TERM, None)


def test_seat_when_it_ends_then_its_last_day_is_published() -> None:
    meeting = called()
    membership = meeting.board.memberships.get(role="chair")
    end_membership(membership=membership, valid_to=publications.MEETING_DAY, by=None)
    approvals.work_off()
    seat = PublishedSeat.objects.get(source_id=membership.pk)
    assert seat.ends_on == publications.MEETING_DAY


def test_seat_when_person_is_protected_then_nobodys_name_is_left() -> None:
    meeting = called()
    name = meeting.board.memberships.get(role="chair").person.name
    assert PublishedPerson.objects.filter(name=name).exists()
    with at(meeting.starts_at):
        make.actions.open_meeting(meeting=meeting, by=None)
    protect(name.split()[-1], meeting)
    assert PublishedSeat.objects.get(role="chair").person is None
    row = PublishedPerson.objects.get(withdrawn_at__isnull=False)
    assert row.name == ""
    assert not PublishedPerson.objects.filter(name=name).exists()


def test_points_when_meeting_is_only_planned_then_none_are_public() -> None:
    meeting = make.planned()
    make.with_points(meeting)
    approvals.work_off()
    assert PublishedMeeting.objects.exists()
    assert not PublishedAgendaPoint.objects.exists()


def test_points_when_summoned_then_in_order_and_with_their_case() -> None:
    meeting = make.planned()
    case = diary.case(meeting.board)
    point = make.with_points(meeting)[1]
    point.case = case
    point.save()
    with at(local(publications.MEETING_DAY.replace(day=15), 10)):
        make.called(meeting, points=0)
        approvals.work_off()
    shown = list(PublishedAgendaPoint.objects.all())
    assert [row.position for row in shown] == list(range(1, len(shown) + 1))
    tied = next(row for row in shown if row.source_id == point.pk)
    assert tied.case is not None
    assert (tied.case.dnr, tied.case.title) == (case.dnr, case.title)


def test_point_when_its_case_becomes_secret_then_only_number_is_left() -> None:
    meeting = make.planned()
    case = diary.case(meeting.board)
    point = make.with_points(meeting)[0]
    point.case = case
    point.save()
    with at(local(publications.MEETING_DAY.replace(day=15), 10)):
        make.called(meeting, points=0)
        approvals.work_off()
        mark_secret(obj=case, legal_ground="OSL 21:1", by=None)
        approvals.work_off()
    row = PublishedCase.objects.get()
    assert (row.dnr, row.title, row.is_secret) == (case.dnr, "", True)
    shown = PublishedAgendaPoint.objects.get(source_id=point.pk)
    assert (shown.heading, shown.is_secret) == ("Sekretess", True)


def test_point_when_taken_off_then_a_tombstone_without_words() -> None:
    meeting = called()
    with at(local(publications.MEETING_DAY.replace(day=16), 10)):
        point = meeting.agenda_items.exclude(kind="opening")[0]
        meetings.withdraw_agenda_item(item=point, by=None)
        approvals.work_off()
    row = PublishedAgendaPoint.objects.get(source_id=point.pk)
    assert row.withdrawn_at is not None
    assert row.heading == ""


def test_sequence_when_time_place_or_cancellation_changes_then_one_more() -> None:
    meeting = called()
    assert PublishedMeeting.objects.get().sequence == 0
    with at(local(publications.MEETING_DAY.replace(day=16), 10)):
        meetings.cancel_meeting(meeting=meeting, reason="Sjukdom", by=None)
        approvals.work_off()
        approvals.work_off()
    row = PublishedMeeting.objects.get()
    assert (row.sequence, row.is_cancelled) == (1, True)
    call_command("republish", verbosity=0)
    approvals.work_off()
    assert PublishedMeeting.objects.get().sequence == 1


def test_facts_when_voted_by_name_then_each_name_and_a_ballot_only_numbers() -> None:
    item = voted()
    facts = PublishedItem.objects.get(source_id=item.pk).facts
    vote = next(row for row in facts["rounds"] if row["method"] == "open_vote")
    assert [row["choice"] for row in vote["votes"]] == [
        "yes",
        "no",
        "abstain",
        "abstain",
    ]
    assert all(row["name"] for row in vote["votes"])
    ballot = next(row for row in facts["rounds"] if row["method"] == "closed_vote")
    assert ballot["votes"] == []
    assert [row["votes"] for row in ballot["options"]] == [2, 2]
    assert [row["number"] for row in facts["points"]] == ["1"]
    assert facts["proposed"]
    assert "Det tillbakatagna" not in str(facts)


def test_facts_when_voter_is_protected_then_the_name_is_nowhere() -> None:
    item = voted()
    voter = rich_items.people(item.meeting)[0]
    family = voter.person.family_name
    assert family in str(PublishedItem.objects.get(source_id=item.pk).facts)
    protect(family, item.meeting)
    gate.let_through()
    assert family not in str(PublishedItem.objects.get(source_id=item.pk).facts)


def test_paper_when_published_then_on_its_point_and_gone_when_withdrawn() -> None:
    meeting = make.planned()
    document = diary.document(diary.case(meeting.board), with_file=True)
    point = make.with_points(meeting)[0]
    meetings.add_paper(item=point, document=document, by=None)
    with at(local(publications.MEETING_DAY.replace(day=15), 10)):
        make.called(meeting, points=0)
        approvals.work_off()
    assert not PublishedPaper.objects.exists()

    paper = publish_paper(document=document)

    assert paper is not None
    assert [row.source_id for row in paper.points.all()] == [point.pk]
    withdraw_paper(document=document)
    paper.refresh_from_db()
    assert (paper.heading, paper.sha256, paper.points.count()) == ("", "", 0)
    assert paper.withdrawn_at is not None


def test_paper_when_secret_or_without_file_then_not_published() -> None:
    case = diary.case()
    for document in (
        diary.document(case, with_file=True, secret=True),
        diary.document(case),
        diary.document(case, with_file=True, draft=True),
        diary.document(diary.case(case.board, secret=True), with_file=True),
    ):
        assert publish_paper(document=document) is None
    assert not PublishedPaper.objects.exists()

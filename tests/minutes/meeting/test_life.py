"""Pauses, standing points, matters that come back, continued meetings."""

from datetime import date, datetime, timedelta

import pytest

from boards.shared.clock import local
from boards.shared.refusals import Refused
from minutes.item import actions as items
from minutes.item.enums import AppealRegime, PointOutcome
from minutes.item.models import MinutesItem
from minutes.meeting import actions
from minutes.meeting.enums import AgendaCause, AgendaKind, MeetingKind, MeetingState
from minutes.meeting.models import AgendaItem, Meeting, StandingItem
from minutes.meeting.rules.session import PauseFacts, blocks_adjourning
from tests.factories import items as make
from tests.factories import meetings as plain

pytestmark = pytest.mark.django_db


def later(meeting: Meeting, days: int) -> Meeting:
    starts = meeting.starts_at + timedelta(days=days)
    return actions.plan_meeting(
        board=meeting.board, starts_at=starts, place="Kommunhuset", by=None
    )


def sent_away(until: date | None = None, *, refer: bool = False) -> Meeting:
    """A closed meeting that postponed or referred back its first §."""
    item = make.item_in_session()
    for other in item.meeting.items.exclude(pk=item.pk):
        make.decided(other)
    outcome = PointOutcome.REFERRED_BACK if refer else PointOutcome.POSTPONED
    point = items.Point(
        "Ärendet tas upp igen.",
        outcome,
        AppealRegime.NONE,
        until=until,
        reason="Kostnaden ska utredas." if refer else "",
    )
    items.set_decision(item=item, points=[point], by=None)
    make.finished(item.meeting, item.meeting.secretary)
    return Meeting.objects.get(pk=item.meeting_id)


@pytest.mark.law("KL-13")
@pytest.mark.parametrize("refer", [False, True])
def test_matter_when_sent_away_then_on_the_next_agenda_with_its_case(
    refer: bool,
) -> None:
    meeting = sent_away(refer=refer)
    item = later(meeting, 30).agenda_items.get()
    earlier = meeting.agenda_items.get(
        item__decision_points__isnull=False, pk=item.follows_id
    )
    cause = AgendaCause.REFERRED_BACK if refer else AgendaCause.POSTPONED
    assert (item.cause, item.case, item.heading) == (
        cause,
        earlier.case,
        earlier.heading,
    )
    assert MinutesItem.objects.filter(agenda_item=item).exists()


def test_matter_when_on_an_agenda_then_not_put_there_again() -> None:
    meeting = sent_away()
    assert later(meeting, 30).agenda_items.count() == 1
    assert later(meeting, 60).agenda_items.count() == 0
    assert actions.bring_back(meeting.board, by=None) == []


@pytest.mark.law("KL-13")
def test_matter_when_postponed_to_a_day_then_waits_for_it() -> None:
    meeting = sent_away(plain.MEETING_DAY + timedelta(days=45))
    assert later(meeting, 30).agenda_items.count() == 0
    assert later(meeting, 60).agenda_items.count() == 1


def test_matter_when_a_meeting_is_planned_then_there_as_soon_as_it_closes() -> None:
    item = make.item_in_session()
    coming = later(item.meeting, 30)
    point = items.Point("Bordläggs.", PointOutcome.POSTPONED, AppealRegime.NONE)
    for other in item.meeting.items.exclude(pk=item.pk):
        make.decided(other)
    items.set_decision(item=item, points=[point], by=None)
    make.finished(item.meeting, item.meeting.secretary)
    assert coming.agenda_items.get().follows_id == item.agenda_item_id


def test_standing_points_when_meeting_is_planned_then_first_and_last() -> None:
    board = plain.board_with_roster()
    plain.secretary_of(board)
    StandingItem.objects.create(board=board, heading="Upprop", position=1)
    StandingItem.objects.create(
        board=board,
        heading="Fastställande av dagordning",
        kind=AgendaKind.DECISION,
        proposal="Dagordningen fastställs.",
        position=2,
    )
    StandingItem.objects.create(board=board, heading="Övriga frågor", is_last=True)
    meeting = sent_away_of(board)
    assert [row.heading for row in meeting.agenda_items.all()] == [
        "Upprop",
        "Fastställande av dagordning",
        "Övriga frågor",
    ]
    proposed = meeting.items.get().proposed.get()
    assert proposed.text == "Dagordningen fastställs."


def sent_away_of(board: object) -> Meeting:
    return actions.plan_meeting(
        board=board,  # type: ignore[arg-type]  # a Board of the factory
        starts_at=local(plain.MEETING_DAY, 9),
        place="Kommunhuset",
        by=None,
    )


NINE, TEN, ELEVEN, NOON = (local(plain.MEETING_DAY, hour) for hour in (9, 10, 11, 12))


@pytest.mark.parametrize(
    ("pauses", "begins", "ends", "code"),
    [
        ((), TEN, ELEVEN, None),
        ((), TEN, None, None),
        (((TEN, None),), ELEVEN, None, "meeting.is_adjourned"),
        ((), NINE - timedelta(minutes=1), TEN, "meeting.pause_outside"),
        ((), TEN, TEN, "meeting.pause_ends_before"),
        (((TEN, NOON),), ELEVEN, NOON, "meeting.pause_overlaps"),
        (((TEN, ELEVEN),), ELEVEN, NOON, None),
    ],
)
def test_pause_when_impossible_then_refused(
    pauses: tuple[tuple[datetime, datetime | None], ...],
    begins: datetime,
    ends: datetime | None,
    code: str | None,
) -> None:
    found = blocks_adjourning(PauseFacts(NINE, None, pauses), begins, ends)
    assert [refusal.code for refusal in found] == ([code] if code else [])


def test_meeting_when_paused_then_cannot_end_before_it_goes_on() -> None:
    meeting = make.item_in_session().meeting
    actions.adjourn(meeting=meeting, from_at=TEN, reason="Överläggning", by=None)
    with pytest.raises(Refused) as no:
        actions.close_meeting(meeting=meeting, ends_at=NOON, by=None)
    assert no.value.refusals[0].code == "meeting.is_adjourned"
    actions.resume(meeting=meeting, to_at=ELEVEN, by=None)
    closed = actions.close_meeting(meeting=meeting, ends_at=NOON, by=None)
    assert closed.state == MeetingState.CLOSED


def test_meeting_when_continued_then_undecided_points_move_over() -> None:
    item = make.item_in_session()
    make.decided(item)
    make.finished(item.meeting, item.meeting.secretary)
    meeting = Meeting.objects.get(pk=item.meeting_id)
    left = [row.pk for row in meeting.agenda_items.exclude(pk=item.agenda_item_id)]
    starts = meeting.starts_at + timedelta(days=1)
    if not left:
        with pytest.raises(Refused):
            actions.continue_meeting(
                meeting=meeting, starts_at=starts, place="", by=None
            )
        return
    new = actions.continue_meeting(meeting=meeting, starts_at=starts, place="", by=None)
    assert (new.kind, new.continues, new.place) == (
        MeetingKind.CONTINUED,
        meeting,
        meeting.place,
    )
    moved = [row.follows_id for row in new.agenda_items.all()]
    assert set(moved) <= set(left)


@pytest.mark.law("KL-15")
def test_forced_point_when_taken_off_then_refused() -> None:
    meeting = plain.planned()
    item = actions.add_agenda_item(
        meeting=meeting,
        heading="Anmälan av brådskande beslut",
        kind=AgendaKind.DELEGATIONS,
        by=None,
    )
    AgendaItem.objects.filter(pk=item.pk).update(cause=AgendaCause.URGENT_DECISION)
    with pytest.raises(Refused) as no:
        actions.withdraw_agenda_item(item=item, by=None)
    assert (no.value.refusals[0].code, no.value.refusals[0].law) == (
        "agenda.is_forced",
        "KL 6:39",
    )


@pytest.mark.law("KL-01")
def test_interpellation_when_in_a_namnd_then_refused() -> None:
    with pytest.raises(Refused) as no:
        actions.add_agenda_item(
            meeting=plain.planned(),
            heading="Interpellation",
            kind=AgendaKind.INTERPELLATION,
            by=None,
        )
    assert no.value.refusals[0].code == "agenda.only_in_assembly"


def test_agenda_when_settled_then_kept_as_it_stood() -> None:
    meeting = make.item_in_session().meeting
    version = actions.settle_agenda(meeting=meeting, by=None)
    assert version.number == 1
    assert len(version.agenda) == meeting.agenda_items.count()

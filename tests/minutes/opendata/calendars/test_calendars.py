"""Calendars as two programs read them: ids that stay, changes that are told."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from django.core.cache import caches
from django.test import Client

from boards.shared.clock import at, local
from tests.factories import published
from tests.factories.approvals import counted

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
    pytest.mark.time_machine(datetime(2020, 10, 1, 10), tick=False),
]
BOARD = "/kalender/itvt.ics"
ODD = 'Sal "Å"; plan 2, hiss \\ trappa\noch mycket lång väg dit ' + "å" * 120


@pytest.fixture
def world() -> published.World:
    return published.World()


def fetched(path: str = BOARD) -> bytes:
    caches["pages"].clear()
    answer = Client().get(path)
    assert answer.status_code == 200, path
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answer.cookies
    return answer.content


def events(path: str = BOARD) -> list[Any]:
    return list(icalendar.Calendar.from_ical(fetched(path)).walk("VEVENT"))


def event_of(meeting: Any, path: str = BOARD) -> Any:
    uid = f"meeting-{meeting.source_id}@"
    return next(one for one in events(path) if one["UID"].startswith(uid))


def test_calendar_then_both_readers_find_the_same_meetings(
    world: published.World,
) -> None:
    first = {str(one["UID"]): one for one in events()}
    second = vobject.readOne(fetched().decode())
    assert len(first) == 2
    assert {one.uid.value for one in second.vevent_list} == set(first)
    for one in second.vevent_list:
        assert one.dtstart.value == first[one.uid.value].start
        assert one.summary.value == str(first[one.uid.value]["SUMMARY"])


def test_calendar_when_nothing_is_new_then_the_same_bytes(
    world: published.World,
) -> None:
    raw = fetched()
    assert raw == fetched()
    assert raw.count(b"X-WR-CALNAME") == 1
    assert b"X-PUBLISHED-TTL:PT1H" in raw


def test_meeting_in_summer_and_winter_then_swedish_time_in_both_readers(
    world: published.World,
) -> None:
    for found in (
        [one.start for one in events()],
        [one.dtstart.value for one in vobject.readOne(fetched().decode()).vevent_list],
    ):
        offsets = [moment.utcoffset() for moment in found]
        assert offsets == [timedelta(hours=2), timedelta(hours=1)]
        assert [moment.hour for moment in found] == [9, 9]


def test_time_zone_then_its_rule_is_that_of_stockholm(world: published.World) -> None:
    zone = icalendar.Calendar.from_ical(fetched()).walk("VTIMEZONE")[0].to_tz()
    ours = ZoneInfo("Europe/Stockholm")
    for day in range(0, 366 * 3, 3):
        moment = datetime(2024, 1, 1, 12) + timedelta(days=day)
        assert moment.replace(tzinfo=zone).utcoffset() == (
            moment.replace(tzinfo=ours).utcoffset()
        )


def test_odd_place_then_it_comes_out_as_it_was_and_lines_are_folded(
    world: published.World,
) -> None:
    moved = published.meeting(world.joint, date(2020, 11, 3), place=ODD)
    raw = fetched()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert event_of(moved)["LOCATION"] == ODD
    places = [
        one.location.value for one in vobject.readOne(raw.decode("utf-8")).vevent_list
    ]
    assert ODD in places


def test_meeting_when_cancelled_then_it_stays_and_says_so(
    world: published.World,
) -> None:
    before = event_of(world.next)
    assert before["STATUS"] == "CONFIRMED"
    world.next.is_cancelled = True
    world.next.sequence = 1
    world.next.save()
    after = event_of(world.next)
    assert after["UID"] == before["UID"]
    assert (after["STATUS"], after["SEQUENCE"]) == ("CANCELLED", 1)
    assert str(after["SUMMARY"]).startswith("Inställt")


def test_meeting_when_moved_then_same_uid_and_later_stamp(
    world: published.World,
) -> None:
    before = event_of(world.next)
    with at(local(date(2020, 10, 2), 8)):
        published.publish_row(
            published.PublishedMeeting,
            {"source_id": world.next.source_id},
            {"starts_at": local(date(2020, 12, 8), 13), "sequence": 1},
        )
    after = event_of(world.next)
    assert after["UID"] == before["UID"]
    assert after.start.day == 8
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt


def test_municipality_then_meetings_of_all_its_boards(world: published.World) -> None:
    path = "/kalender/kommun/{}.ics"
    assert len(events(path.format("berga"))) == 3
    assert len(events(path.format("alby"))) == 2


def test_meeting_when_withdrawn_or_old_then_gone_by_the_next_request(
    world: published.World,
) -> None:
    published.meeting(world.joint, date(2018, 1, 9))
    caches["pages"].clear()
    assert Client().get(BOARD).content.count(b"BEGIN:VEVENT") == 2
    published.withdraw(world.next)
    assert Client().get(BOARD).content.count(b"BEGIN:VEVENT") == 1


@pytest.mark.parametrize("path", [BOARD, "/kalender/kommun/alby.ics"])
def test_calendar_when_it_grows_then_no_more_questions(
    world: published.World, path: str
) -> None:
    with counted() as few:
        fetched(path)
    for month in (10, 11, 12):
        published.meeting(world.joint, date(2020, month, 15))
    with counted() as many:
        fetched(path)
    assert len(many) == len(few)


@pytest.mark.parametrize("path", ["ingen", "kommun/ingen"])
def test_calendar_of_nobody_then_404(world: published.World, path: str) -> None:
    assert Client().get(f"/kalender/{path}.ics").status_code == 404

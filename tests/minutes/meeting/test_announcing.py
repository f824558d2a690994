"""The kungörelse of a fullmäktige: in time, late, again, and never of a nämnd."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from boards.shared.refusals import Refused
from minutes.meeting import actions
from minutes.meeting.models import Announcement, Meeting
from minutes.meeting.rules import summons
from tests.factories import meetings as make
from tests.factories.assembly import assembly

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.law("KL-01"),
    pytest.mark.time_machine("2020-09-15T08:00:00+02:00"),
]
day = date.fromisoformat


@pytest.fixture
def meeting() -> Meeting:
    """A fullmäktige on Tuesday 29 September 2020 at nine."""
    meeting = make.planned(assembly(9, substitutes=0))
    make.with_points(meeting, 2)
    return meeting


def announced(meeting: Meeting, **values: bool) -> Announcement:
    return actions.announce_meeting(meeting=meeting, by=meeting.secretary, **values)


def sent(meeting: Meeting, **values: bool) -> Announcement:
    actions.send_summons(meeting=meeting, by=meeting.secretary, **values)
    return meeting.announcements.last()


@pytest.mark.parametrize(
    ("held", "announced_on", "is_addition", "law"),
    [
        ("2026-02-23", "2026-02-16", False, ""),
        ("2026-02-23", "2026-02-17", False, "KL 5:13"),
        ("2026-04-13", "2026-04-06", False, ""),
        ("2026-04-13", "2026-04-10", True, ""),
        ("2026-04-13", "2026-04-11", True, "KL 5:14"),
    ],
)
def test_warns_announcement_names_the_law_once_the_day_has_passed(
    held: str, announced_on: str, is_addition: bool, law: str
) -> None:
    found = summons.warns_announcement(
        day(held), day(announced_on), is_addition=is_addition
    )
    assert [one.law for one in found] == ([law] if law else [])


@pytest.mark.parametrize(
    ("moment", "is_late"),
    [
        ("2020-09-22T00:01:00+02:00", False),
        ("2020-09-22T23:59:00+02:00", False),
        ("2020-09-23T00:01:00+02:00", True),
    ],
)
def test_announcement_when_exactly_a_week_before_then_in_time_else_confirmed(
    meeting: Meeting, time_machine: object, moment: str, is_late: bool
) -> None:
    time_machine.move_to(moment)
    if is_late:
        with pytest.raises(Refused, match=r"announcement\.late") as no:
            announced(meeting)
        [refusal] = no.value.refusals
        assert (refusal.law, refusal.values["latest"]) == ("KL 5:13", "2020-09-22")
        assert not meeting.announcements.exists()
    row = announced(meeting, is_late_confirmed=is_late)
    assert row.is_late == is_late
    assert [point["heading"] for point in row.agenda] == ["Ärende 1", "Ärende 2"]


def test_summons_when_of_an_assembly_then_it_is_announced_too(
    meeting: Meeting,
) -> None:
    row = sent(meeting)
    assert (row.version, row.is_late) == (1, False)
    assert (row.starts_at, row.place) == (meeting.starts_at, meeting.place)


def test_summons_when_of_a_board_then_nothing_is_announced() -> None:
    meeting = make.called()
    assert not Announcement.objects.exists()
    with pytest.raises(Refused, match=r"announcement\.only_assembly"):
        announced(meeting)


def test_announcement_when_nothing_is_on_the_agenda_or_it_is_called_off_is_refused(
    meeting: Meeting,
) -> None:
    empty = make.planned_again(meeting)
    with pytest.raises(Refused, match=r"announcement\.without_matters"):
        announced(empty)
    actions.cancel_meeting(meeting=meeting, reason="Storm.", by=None)
    with pytest.raises(Refused, match=r"announcement\.after_start"):
        announced(meeting)


def test_announcement_when_the_meeting_has_begun_is_refused(
    meeting: Meeting, time_machine: object
) -> None:
    time_machine.move_to("2020-09-29T09:00:00+02:00")
    with pytest.raises(Refused, match=r"announcement\.after_start"):
        announced(meeting, is_late_confirmed=True)


@pytest.mark.parametrize(
    ("moment", "is_late"),
    [("2020-09-28T10:00:00+02:00", False), ("2020-09-29T07:00:00+02:00", True)],
)
def test_urgent_point_when_added_then_announced_the_weekday_before_or_late(
    meeting: Meeting, time_machine: object, moment: str, is_late: bool
) -> None:
    sent(meeting)
    make.with_points(meeting, 1)
    time_machine.move_to(moment)
    if is_late:
        with pytest.raises(Refused, match=r"announcement\.late") as no:
            sent(meeting)
        assert no.value.refusals[0].law == "KL 5:14"
        assert meeting.summonses.count() == 1
    row = sent(meeting, is_late_confirmed=is_late)
    assert (row.version, len(row.agenda), row.is_late) == (2, 3, is_late)


def test_meeting_when_moved_after_it_was_announced_needs_a_week_again(
    meeting: Meeting, time_machine: object
) -> None:
    row = sent(meeting)
    actions.change_meeting(
        meeting=meeting, starts_at=make.local(date(2020, 9, 30), 9), by=None
    )
    row = Announcement.objects.get(pk=row.pk)
    assert row.has_moved
    time_machine.move_to("2020-09-24T10:00:00+02:00")
    with pytest.raises(Refused, match=r"announcement\.late"):
        sent(meeting)


def test_summons_page_when_late_says_by_which_day_and_law(
    meeting: Meeting, client: Client, time_machine: object
) -> None:
    time_machine.move_to("2020-09-23T08:00:00+02:00")
    client.force_login(meeting.secretary)
    url = reverse("meeting-summons", args=[meeting.pk])
    page = client.post(url, {})
    said = page.content.decode()
    assert "2020-09-22" in said
    assert "KL 5:13" in said
    assert client.post(url, {"is_late_confirmed": "on"}).status_code == 302
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Kungörelsen kom sent." in page

"""The front page: who decided, for whom, in which §§, and who else was there."""

from datetime import timedelta

import pytest

from boards.shared.clock import local
from boards.shared.paper.tree import Field
from minutes.item.models import NonParticipation
from minutes.item.queries import record_of
from minutes.meeting import actions
from minutes.meeting.enums import AttendanceKind, AttendanceMode
from minutes.meeting.models import AgendaItem, Attendance, Meeting
from minutes.meeting.rules.ranges import parse
from minutes.pdf.front import facts
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-15T08:00:00+02:00"),
]


def point(meeting: Meeting, position: int) -> AgendaItem:
    return meeting.agenda_items.get(position=position)


def front(meeting: Meeting) -> dict[str, Field]:
    record = record_of(Meeting.objects.get(pk=meeting.pk))
    return {field.label: field for field in facts(record) if field}


def groups(meeting: Meeting) -> dict[str, tuple[str, ...]]:
    return {row.label: row.lines for row in front(meeting)["Övriga deltagare"].groups}


def write(meeting: Meeting, family: str, said: str) -> Attendance:
    row = make.attendance(meeting, family)
    actions.write_stays(
        attendance=row, stays=parse(said, range(1, 7)), by=None, reason="Skäl"
    )
    return row


@pytest.fixture
def meeting() -> Meeting:
    return make.opened(make.called(points=6))


def test_deciding_when_everybody_is_there_then_no_sections(meeting: Meeting) -> None:
    assert front(meeting)["Beslutande"].lines == (
        "Göran Ekström (M), ordförande, Alby kommun",
        "Birgitta Lindqvist (C), vice ordförande, Berga kommun",
    )


def test_deciding_with_a_hole_then_shortest_form_and_acting_chair(
    meeting: Meeting,
) -> None:
    write(meeting, "Ekström", "utom 3")
    assert front(meeting)["Beslutande"].lines == (
        "Göran Ekström (M), ordförande, Alby kommun, ej § 3",
        (
            "Birgitta Lindqvist (C), vice ordförande, tjänstgörande ordförande § 3,"
            " Berga kommun"
        ),
    )


def test_deciding_for_two_members_then_for_whom_and_idle_for_the_rest(
    meeting: Meeting,
) -> None:
    chair = write(meeting, "Ekström", "3-6")
    vice = write(meeting, "Lindqvist", "1-del av 4")
    substitute = make.attendance(meeting, "Åhlund")
    for member, first, last in ((chair, 1, 2), (vice, 5, 5)):
        actions.call_in_substitute(
            substitute=substitute,
            in_place_of=member,
            span=(point(meeting, first), point(meeting, last)),
            reason="Tur",
            by=None,
        )
    lines = front(meeting)["Beslutande"].lines
    assert lines[0].endswith("Alby kommun, §§ 3–6")
    assert lines[1].endswith("Berga kommun, §§ 1–3, del av § 4")
    assert lines[2] == (
        "Mats Åhlund (S), tjänstgörande ersättare för Göran Ekström (M) §§ 1–2"
        " och för Birgitta Lindqvist (C) § 5, Alby kommun, §§ 1–2, 5"
    )
    assert groups(meeting)["Ej tjänstgörande ersättare"] == (
        "Mats Åhlund (S), Alby kommun, §§ 3–4, 6",
        "Tora Wikman (S), Berga kommun",
    )


def test_deciding_with_clock_then_both_clock_and_sections(meeting: Meeting) -> None:
    vice = make.attendance(meeting, "Lindqvist")
    moment = local(make.MEETING_DAY, 10, 5)
    actions.leave(
        attendance=vice,
        after_item=point(meeting, 4),
        clock=moment,
        part="p. 3",
        by=None,
    )
    line = front(meeting)["Beslutande"].lines[1]
    assert line.endswith("§§ 1–3, § 4 p. 3, gick kl. 10.05")


def test_others_when_admitted_for_some_points_then_own_sections(
    meeting: Meeting,
) -> None:
    values = {"meeting": meeting, "belongs_to": "Vision"}
    for family, kind, said in (
        ("Fack", AttendanceKind.UNION, "2-4"),
        ("Råd", AttendanceKind.OBSERVER, "alla"),
        ("Gäst", AttendanceKind.GUEST, "del av 5"),
    ):
        row = Attendance(
            person=make.person("Gun", family), kind=kind, admitted_by="§ 1", **values
        )
        actions.add_attendee(attendance=row, stays=parse(said, range(1, 7)), by=None)
    expert = make.attendance(meeting, "Hedlund")
    actions.set_attendance(
        attendance=expert, is_present=True, mode=AttendanceMode.DISTANCE, by=None
    )
    found = groups(meeting)
    assert found["Personalföreträdare"] == (
        "Gun Fack, Vision, närvarande enligt § 1, §§ 2–4",
    )
    assert found["Förtroendevalda med närvarorätt"] == (
        "Gun Råd, Vision, närvarande enligt § 1",
    )
    assert found["Övriga närvarande"] == (
        "Gun Gäst, Vision, närvarande enligt § 1, del av § 5",
    )
    assert found["Personal"][0].endswith("närvarande digitalt")


def test_facts_of_an_extra_meeting_with_a_pause_and_a_number(meeting: Meeting) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(kind="extra", minutes_number="7/2020")
    start = meeting.starts_at
    meeting.adjournments.create(
        item=point(meeting, 2),
        from_at=start + timedelta(minutes=65),
        to_at=start + timedelta(minutes=80),
        reason="överläggning i partigrupperna",
    )
    found = front(meeting)
    assert found["Protokollsnummer"].lines == ("7/2020",)
    assert found["Plats och tid"].lines[1] == "Extra sammanträde"
    assert found["Ajournering"].lines == (
        "kl. 10.05–10.20, § 2, överläggning i partigrupperna",
    )


def test_chosen_with_reserve_and_for_one_section(meeting: Meeting) -> None:
    vice = write(meeting, "Lindqvist", "utom 5")
    substitute = make.attendance(meeting, "Åhlund")
    fifth = point(meeting, 5)
    actions.call_in_substitute(
        substitute=substitute,
        in_place_of=vice,
        span=(fifth, fifth),
        reason="Tur",
        by=None,
    )
    actions.choose_approvers(
        meeting=meeting, chosen=[vice], reserves=[substitute], by=None
    )
    actions.choose_approvers(
        meeting=meeting, chosen=[substitute], for_item=fifth, by=None
    )
    assert front(meeting)["Utses att justera"].lines == (
        "Birgitta Lindqvist (C)",
        "Mats Åhlund (S), ersättare",
        "Mats Åhlund (S), § 5",
    )


def test_two_people_of_one_name_and_party_are_two_lines(meeting: Meeting) -> None:
    namesake = make.attendance(meeting, "Wikman")
    namesake.name = "Mats Åhlund"
    namesake.save()
    write(meeting, "Ekström", "2-6")
    chair = make.attendance(meeting, "Ekström")
    actions.call_in_substitute(
        substitute=namesake,
        in_place_of=chair,
        span=(None, point(meeting, 1)),
        reason="Tur",
        by=None,
    )
    assert [line for line in front(meeting)["Beslutande"].lines if "Mats" in line] == [
        (
            "Mats Åhlund (S), tjänstgörande ersättare för Göran Ekström (M),"
            " Berga kommun, § 1"
        )
    ]
    assert groups(meeting)["Ej tjänstgörande ersättare"] == (
        "Mats Åhlund (S), Alby kommun",
        "Mats Åhlund (S), Berga kommun, §§ 2–6",
    )


@pytest.mark.law("KL-07")
def test_who_stands_aside_then_still_counts_for_the_quorum(meeting: Meeting) -> None:
    record = record_of(meeting)
    vice = make.attendance(meeting, "Lindqvist")
    NonParticipation.objects.create(item=record.items[0], attendance=vice)
    record = record_of(meeting)
    service = record.at(record.items[0])
    assert service.aside == (vice,)
    assert (service.present, service.is_quorate) == (2, True)

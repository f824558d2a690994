"""Coming, going and presiding through the actions: holes, parts, reserves."""

import pytest

from boards.shared.clock import local
from boards.shared.refusals import Refused
from minutes.meeting import actions
from minutes.meeting.enums import AttendanceKind, MeetingState
from minutes.meeting.facts import roll_facts
from minutes.meeting.models import AgendaItem, Attendance, Meeting
from minutes.meeting.queries import serving_table
from minutes.meeting.rules.ranges import parse
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-15T08:00:00+02:00"),
]


def point(meeting: Meeting, position: int) -> AgendaItem:
    return meeting.agenda_items.get(position=position)


def deciders(meeting: Meeting) -> list[list[str]]:
    table = serving_table(meeting)
    return [[p.name.split()[-1] for p in row.deciders] for row in table]


def chair_away() -> tuple[Meeting, Attendance, Attendance]:
    """The chair is late, and the first substitute serves in the seat meanwhile."""
    meeting = make.opened(make.called(points=4))
    chair, substitute = (make.attendance(meeting, n) for n in ("Ekström", "Åhlund"))
    actions.set_attendance(attendance=chair, is_present=False, by=None)
    actions.call_in_substitute(
        substitute=substitute, in_place_of=chair, reason="Tur", by=None
    )
    return meeting, chair, substitute


@pytest.mark.law("KL-06")
def test_arriving_during_a_point_then_the_seat_is_taken_back_at_the_next() -> None:
    meeting, chair, _substitute = chair_away()
    stay = actions.arrive(
        attendance=chair,
        at_item=point(meeting, 2),
        clock=local(make.MEETING_DAY, 10, 5),
        part="del",
        by=None,
    )
    assert (stay.from_part, stay.arrived_at.hour) == ("del", 10)
    assert deciders(meeting) == [
        ["Lindqvist", "Åhlund"],
        ["Lindqvist", "Åhlund"],
        ["Ekström", "Lindqvist"],
        ["Ekström", "Lindqvist"],
    ]
    assert serving_table(meeting)[1].serving.waiting == (chair.pk,)


@pytest.mark.law("KL-06")
def test_leaving_during_a_point_then_its_seat_is_empty_and_filled_at_the_next() -> None:
    meeting = make.opened(make.called(points=3))
    chair, substitute = (make.attendance(meeting, n) for n in ("Ekström", "Åhlund"))
    actions.leave(
        attendance=chair, after_item=point(meeting, 2), clock=None, part="p. 3", by=None
    )
    values = {"substitute": substitute, "in_place_of": chair, "by": None}
    with pytest.raises(Refused, match="mid_matter"):
        actions.call_in_substitute(**values, span=(point(meeting, 2), None))
    actions.call_in_substitute(**values, span=(point(meeting, 3), None), reason="Tur")
    assert deciders(meeting)[1:] == [["Lindqvist"], ["Lindqvist", "Åhlund"]]


def test_lost_link_within_a_point_then_there_when_it_is_decided() -> None:
    meeting = make.opened(make.called(points=3))
    chair, second = make.attendance(meeting, "Ekström"), point(meeting, 2)
    for verb, place in ((actions.leave, "after_item"), (actions.arrive, "at_item")):
        verb(attendance=chair, clock=None, part="del", by=None, **{place: second})
    assert chair.presence.count() == 2
    assert all(len(row) == 2 for row in deciders(meeting))


@pytest.mark.law("KL-06")
def test_writing_stays_with_a_hole_then_needs_a_reason_and_keeps_the_clock() -> None:
    meeting = make.opened(make.called(points=4))
    vice, positions = make.attendance(meeting, "Lindqvist"), (1, 2, 3, 4)
    moment = local(make.MEETING_DAY, 9, 40)
    actions.leave(attendance=vice, after_item=point(meeting, 2), clock=moment, by=None)
    values = {"attendance": vice, "stays": parse("utom 3", positions), "by": None}
    with pytest.raises(Refused, match="returns_after_absence"):
        actions.write_stays(**values)
    actions.write_stays(**values, reason="Reglementet tillåter det.")
    assert [len(row) for row in deciders(meeting)] == [2, 2, 1, 2]
    assert vice.presence.first().left_at == moment


@pytest.mark.law("KL-06")
def test_writing_stays_in_an_assembly_then_no_reason_helps() -> None:
    meeting = make.opened(make.called(points=4))
    meeting.board.kind = "assembly"
    meeting.board.save()
    vice = make.attendance(meeting, "Lindqvist")
    with pytest.raises(Refused, match="may_not_resume"):
        actions.write_stays(
            attendance=vice, stays=parse("utom 3", range(1, 5)), by=None, reason="Skäl"
        )


@pytest.mark.law("KL-06")
def test_own_party_arriving_late_then_takes_over_from_another_party() -> None:
    meeting, chair, substitute = chair_away()
    own = make.attendance(meeting, "Wikman")
    own.party = chair.party
    own.save()
    service = substitute.serves_in.get()
    actions.change_substitute(
        service=service, substitute=own, from_item=point(meeting, 3), by=None
    )
    assert [row[1] for row in deciders(meeting)] == [
        "Åhlund",
        "Åhlund",
        "Wikman",
        "Wikman",
    ]


@pytest.mark.law("KL-14")
def test_choosing_a_chair_then_only_where_the_presidium_does_not_serve() -> None:
    meeting, _chair, substitute = chair_away()
    vice, other = (make.attendance(meeting, n) for n in ("Lindqvist", "Wikman"))
    with pytest.raises(Refused, match="presidium_serves"):
        actions.choose_chair(attendance=substitute, by=None)
    actions.leave(attendance=vice, after_item=point(meeting, 2), clock=None, by=None)
    with pytest.raises(Refused, match="does_not_serve"):
        actions.choose_chair(attendance=other, by=None)
    row = actions.choose_chair(attendance=substitute, by=None)
    presiding = [row.presiding for row in serving_table(meeting)]
    assert presiding == [vice, vice, substitute, substitute]
    actions.withdraw_chair(chair=row, by=None)
    assert serving_table(meeting)[3].presiding is None


@pytest.mark.law("KL-04")
def test_choosing_approvers_with_reserve_and_another_for_one_point() -> None:
    meeting, chair, substitute = chair_away()
    vice = make.attendance(meeting, "Lindqvist")
    actions.arrive(attendance=chair, at_item=point(meeting, 2), clock=None, by=None)
    rows = actions.choose_approvers(
        meeting=meeting, chosen=[vice], reserves=[substitute], by=None
    )
    assert [row.is_reserve for row in rows] == [False, True]
    with pytest.raises(Refused, match="did_not_serve"):
        actions.choose_approvers(
            meeting=meeting, chosen=[substitute], for_item=point(meeting, 3), by=None
        )
    actions.choose_approvers(
        meeting=meeting, chosen=[substitute], for_item=point(meeting, 1), by=None
    )
    assert meeting.chosen_approvers.count() == 3
    actions.choose_approvers(
        meeting=meeting, chosen=[], for_item=point(meeting, 1), by=None
    )
    with pytest.raises(Refused, match="reserve_is_chosen"):
        actions.choose_approvers(
            meeting=meeting, chosen=[vice], reserves=[vice], by=None
        )


def test_guest_with_own_points_then_only_there_for_them() -> None:
    meeting = make.opened(make.called(points=4))
    guest = Attendance(
        meeting=meeting,
        person=make.person("Gun", "Gäst"),
        kind=AttendanceKind.GUEST,
        admitted_by="§ 139",
    )
    actions.add_attendee(attendance=guest, stays=parse("2, 4", range(1, 5)), by=None)
    assert guest.presence.count() == 2
    assert guest.presence.last().to_item is None


def test_roll_facts_of_a_personal_substitute_name_the_member() -> None:
    meeting = make.planned()
    members = {row.role: row for row in meeting.board.memberships.all()}
    personal = meeting.board.memberships.filter(role="substitute").last()
    personal.personal_for = members["vice_chair"]
    personal.save()
    meeting = make.opened(meeting)
    facts = roll_facts(meeting)
    vice = make.attendance(meeting, "Lindqvist")
    assert [row.personal_for for row in facts.members].count(vice.pk) == 1


def test_roll_facts_under_way_only_while_in_session() -> None:
    meeting = make.opened()
    meeting.current_item = point(meeting, 2)
    assert roll_facts(meeting).under_way == 2
    meeting.state = MeetingState.CLOSED
    assert roll_facts(meeting).under_way is None

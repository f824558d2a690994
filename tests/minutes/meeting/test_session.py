"""Opening, attendance, substitutes, justerare, closing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from boards.access.enums import Role
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from minutes.item.models import Recusal
from minutes.meeting import actions
from minutes.meeting.enums import (
    MEETING_TRANSITIONS,
    AttendanceMode,
    MeetingState,
    MeetingVerb,
    ServingCause,
)
from minutes.meeting.models import Attendance, Meeting
from minutes.meeting.queries import serving_table
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-15T08:00:00+02:00"),
]


def point(meeting: Meeting, position: int) -> object:
    return meeting.agenda_items.get(position=position)


def deciders(meeting: Meeting) -> list[list[str]]:
    table = serving_table(meeting)
    return [[p.name.split()[-1] for p in row.deciders] for row in table]


VERBS = {
    MeetingVerb.SUMMON: lambda m: actions.send_summons(
        meeting=m, by=m.secretary, is_late_confirmed=True
    ),
    MeetingVerb.OPEN: lambda m: actions.open_meeting(meeting=m, by=None),
    MeetingVerb.CLOSE: lambda m: actions.close_meeting(
        meeting=m, ends_at=m.starts_at + timedelta(hours=1), by=None
    ),
    MeetingVerb.CANCEL: lambda m: actions.cancel_meeting(
        meeting=m, reason="Inställt", by=None
    ),
}


@pytest.mark.parametrize("verb", MeetingVerb)
@pytest.mark.parametrize("state", MeetingState)
def test_verb_when_state_allows_it_then_moves_on_else_refused(
    state: MeetingState, verb: MeetingVerb
) -> None:
    meeting = make.planned()
    make.with_points(meeting, 1)
    ends_at = meeting.starts_at + timedelta(hours=1)
    Meeting.objects.filter(pk=meeting.pk).update(state=state, ends_at=ends_at)
    follows = MEETING_TRANSITIONS.get((state, verb))
    if follows is None:
        with pytest.raises(Refused, match=f"cannot_{verb}"):
            VERBS[verb](meeting)
    else:
        VERBS[verb](meeting)
    meeting.refresh_from_db()
    assert meeting.state == (follows or state)


@pytest.mark.law("KL-14")
def test_opening_when_roster_changed_since_then_rows_are_those_of_the_day() -> None:
    meeting = make.called()
    chair = meeting.board.memberships.get(role="chair")
    chair.valid_to = make.MEETING_DAY - timedelta(days=1)
    chair.save()
    actions.open_meeting(meeting=meeting, by=meeting.secretary)
    rows = list(meeting.attendances.values_list("name", "kind", "role", "belongs_to"))
    assert rows == [
        ("Birgitta Lindqvist", "member", "vice_chair", "Berga kommun"),
        ("Mats Åhlund", "substitute", "substitute", "Alby kommun"),
        ("Tora Wikman", "substitute", "substitute", "Berga kommun"),
        ("Jan Hedlund", "staff", "", "Alby och Berga kommuner"),
    ]


def test_opening_when_name_changes_later_then_row_keeps_it() -> None:
    meeting = make.opened()
    row = make.attendance(meeting, "Lindqvist")
    row.person.given_name = "Britta"
    row.person.save()
    row.refresh_from_db()
    assert row.name == "Birgitta Lindqvist"
    assert row.party == "C"


def test_opening_when_registrar_tries_then_denied() -> None:
    meeting = make.called()
    user = make.user_for(make.person("Rita", "Registrator"))
    user.roles.create(board=meeting.board, role=Role.REGISTRAR, valid_from=make.TERM)
    with pytest.raises(PermissionDenied):
        actions.open_meeting(meeting=meeting, by=user)
    assert not Attendance.objects.exists()


@pytest.mark.law("KL-03")
def test_quorum_when_nobody_is_there_then_no_point_is_quorate() -> None:
    meeting = make.opened(all_present=False)
    rows = serving_table(meeting)
    assert len(rows) == 3
    assert not any(row.serving.is_quorate for row in rows)


@pytest.mark.law("KL-05")
@pytest.mark.parametrize(("allowed", "family"), [(False, "Ekström"), (True, "Ekström")])
def test_distance_when_member_then_only_if_reglemente_allows(
    allowed: bool, family: str
) -> None:
    board = make.board_with_roster(distance_allowed=allowed)
    meeting = make.opened(make.planned(board), all_present=False)
    row = make.attendance(meeting, family)
    values = {"attendance": row, "is_present": True, "by": None}
    if not allowed:
        with pytest.raises(Refused, match="distance_not_allowed"):
            actions.set_attendance(**values, mode=AttendanceMode.DISTANCE)
        assert not row.presence.exists()
        return
    actions.set_attendance(**values, mode=AttendanceMode.DISTANCE)
    assert row.presence.count() == 1


@pytest.mark.law("KL-05")
def test_distance_when_staff_then_always_allowed() -> None:
    meeting = make.opened()
    row = make.attendance(meeting, "Hedlund")
    actions.set_attendance(
        attendance=row, is_present=True, mode=AttendanceMode.DISTANCE, by=None
    )
    row.refresh_from_db()
    assert row.mode == "distance"


def test_attendance_when_set_twice_then_one_stay() -> None:
    meeting = make.opened()
    row = make.attendance(meeting, "Ekström")
    actions.set_attendance(attendance=row, is_present=True, by=None)
    assert row.presence.count() == 1
    assert HistoryEvent.objects.filter(code="attendance.set").count() == 6


@pytest.mark.law("KL-06")
def test_leaving_when_substitute_is_called_then_quorum_holds_from_there() -> None:
    meeting = make.opened()
    chair = make.attendance(meeting, "Ekström")
    actions.leave(
        attendance=chair,
        after_item=point(meeting, 1),
        clock=make.local(make.MEETING_DAY, 9, 30),
        by=None,
    )
    assert not serving_table(meeting)[1].serving.is_quorate
    actions.call_in_substitute(
        substitute=make.attendance(meeting, "Åhlund"),
        in_place_of=chair,
        span=(point(meeting, 2), None),
        reason="Ordningen mellan partierna saknas",
        by=None,
    )
    assert deciders(meeting) == [
        ["Ekström", "Lindqvist"],
        ["Lindqvist", "Åhlund"],
        ["Lindqvist", "Åhlund"],
    ]
    assert serving_table(meeting)[1].presiding.name == "Birgitta Lindqvist"


@pytest.mark.law("KL-06")
def test_returning_when_member_left_before_then_needs_reason_and_takes_seat_back() -> (
    None
):
    meeting = make.opened()
    chair = make.attendance(meeting, "Ekström")
    actions.leave(attendance=chair, after_item=point(meeting, 1), clock=None, by=None)
    service = actions.call_in_substitute(
        substitute=make.attendance(meeting, "Åhlund"),
        in_place_of=chair,
        span=(point(meeting, 2), None),
        reason="Ordning saknas",
        by=None,
    )
    values = {"attendance": chair, "at_item": point(meeting, 3), "clock": None}
    with pytest.raises(Refused, match="returns_after_absence"):
        actions.arrive(**values, by=None)
    assert chair.presence.count() == 1
    actions.arrive(**values, by=None, reason="Reglementet tillåter det")
    service.refresh_from_db()
    assert service.to_item == point(meeting, 2)
    assert deciders(meeting)[2] == ["Ekström", "Lindqvist"]


def test_arriving_when_already_there_then_refused() -> None:
    meeting = make.opened()
    with pytest.raises(Refused, match="is_already_there"):
        actions.arrive(
            attendance=make.attendance(meeting, "Ekström"),
            at_item=point(meeting, 2),
            clock=None,
            by=None,
        )


def test_leaving_when_not_there_then_refused() -> None:
    meeting = make.opened(all_present=False)
    with pytest.raises(Refused, match="is_not_there"):
        actions.leave(
            attendance=make.attendance(meeting, "Ekström"),
            after_item=point(meeting, 2),
            clock=None,
            by=None,
        )


def test_arriving_when_point_is_of_other_meeting_then_refused() -> None:
    meeting = make.opened(all_present=False)
    other = make.with_points(make.planned(make.board_with_roster("sn")), 1)[0]
    with pytest.raises(Refused, match="item_of_other_meeting"):
        actions.arrive(
            attendance=make.attendance(meeting, "Ekström"),
            at_item=other,
            clock=None,
            by=None,
        )


@pytest.mark.law("KL-06")
def test_substitute_when_out_of_order_then_only_with_reason() -> None:
    meeting = make.opened()
    order = meeting.board.substitution_order
    order.create(absent_party=make.party("M"), called_party=make.party("S"), position=1)
    chair = make.attendance(meeting, "Ekström")
    actions.set_attendance(attendance=chair, is_present=False, by=None)
    values = {
        "substitute": make.attendance(meeting, "Wikman"),
        "in_place_of": chair,
        "by": None,
    }
    with pytest.raises(Refused, match="out_of_order"):
        actions.call_in_substitute(**values)
    assert not meeting.serving_spans.exists()
    service = actions.call_in_substitute(**values, reason="Åhlund avstod")
    assert service.reason == "Åhlund avstod"


@pytest.mark.law("KL-04")
def test_conflict_of_interest_when_substitute_serves_then_only_that_point() -> None:
    meeting = make.opened()
    chair = make.attendance(meeting, "Ekström")
    Recusal.objects.create(item=point(meeting, 2).item, attendance=chair)
    table = serving_table(meeting)
    assert [row.serving.is_quorate for row in table] == [True, False, True]
    actions.call_in_substitute(
        substitute=make.attendance(meeting, "Åhlund"),
        in_place_of=chair,
        span=(point(meeting, 2), point(meeting, 2)),
        cause=ServingCause.RECUSAL,
        reason="Tur",
        by=None,
    )
    assert deciders(meeting)[1] == ["Lindqvist", "Åhlund"]
    assert deciders(meeting)[2] == ["Ekström", "Lindqvist"]


def test_absence_when_substitute_serves_then_service_must_end_first() -> None:
    meeting = make.opened()
    chair, substitute = (make.attendance(meeting, n) for n in ("Ekström", "Åhlund"))
    actions.set_attendance(attendance=chair, is_present=False, by=None)
    service = actions.call_in_substitute(
        substitute=substitute, in_place_of=chair, reason="Tur", by=None
    )
    with pytest.raises(Refused, match=r"attendance\.serves"):
        actions.set_attendance(attendance=substitute, is_present=False, by=None)
    actions.end_service(service=service, after_item=None, by=None)
    actions.set_attendance(attendance=substitute, is_present=False, by=None)
    assert not meeting.serving_spans.exists()


def test_guest_when_added_then_present_and_only_once() -> None:
    meeting = make.opened()
    guest = make.person("Gun", "Gäst")
    values = {"meeting": meeting, "person": guest, "kind": "guest", "title": "Konsult"}
    row = actions.add_attendee(attendance=Attendance(**values), by=None)
    assert row.presence.count() == 1
    with pytest.raises(Refused, match="is_listed"):
        actions.add_attendee(attendance=Attendance(**values), by=None)


@pytest.mark.law("P-03")
@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        ([], "wrong_number"),
        (["Lindqvist", "Åhlund"], "wrong_number"),
        (["Ekström"], "chair_signs_anyway"),
        (["Åhlund"], "did_not_serve"),
        (["Lindqvist"], None),
    ],
)
def test_approvers_when_chosen_then_must_have_served_and_not_preside(
    chosen: list[str], code: str | None
) -> None:
    meeting = make.opened()
    rows = [make.attendance(meeting, name) for name in chosen]
    if code:
        with pytest.raises(Refused, match=code):
            actions.choose_approvers(meeting=meeting, chosen=rows, by=None)
        assert not meeting.chosen_approvers.exists()
        return
    for _time in range(2):
        actions.choose_approvers(meeting=meeting, chosen=rows, by=None)
    assert meeting.chosen_approvers.count() == 1


def test_closing_when_end_is_before_start_then_refused() -> None:
    meeting = make.opened()
    with pytest.raises(Refused, match="ends_before_start"):
        actions.close_meeting(meeting=meeting, ends_at=meeting.starts_at, by=None)


def test_attendance_when_meeting_not_opened_then_refused() -> None:
    meeting = make.called()
    row = Attendance(meeting=meeting, person=make.person("Gun", "Gäst"), kind="guest")
    with pytest.raises(Refused, match="not_in_session"):
        actions.add_attendee(attendance=row, by=None)


def test_attendance_when_minutes_are_frozen_then_refused() -> None:
    meeting = make.closed()
    meeting.approvals.create(state="frozen", frozen_at=meeting.starts_at)
    row = make.attendance(meeting, "Ekström")
    with pytest.raises(Refused, match="is_frozen"):
        actions.set_attendance(attendance=row, is_present=False, by=None)


@pytest.mark.parametrize("points", [1, 6])
def test_serving_table_when_more_points_then_same_number_of_queries(
    points: int, django_assert_num_queries: object
) -> None:
    meeting = make.called(points=points)
    meeting = make.opened(meeting)
    meeting = Meeting.objects.select_related("board").get(pk=meeting.pk)
    with django_assert_num_queries(11):
        assert len(serving_table(meeting)) == points


@pytest.mark.law("KL-06")
def test_leaving_when_substitute_serves_then_service_ends_there_too() -> None:
    meeting = make.opened()
    chair, substitute = (make.attendance(meeting, n) for n in ("Ekström", "Åhlund"))
    actions.set_attendance(attendance=chair, is_present=False, by=None)
    values = {"substitute": substitute, "in_place_of": chair, "reason": "Tur"}
    early = actions.call_in_substitute(
        **values, span=(None, point(meeting, 1)), by=None
    )
    late = actions.call_in_substitute(**values, span=(point(meeting, 3), None), by=None)
    actions.leave(
        attendance=substitute, after_item=point(meeting, 2), clock=None, by=None
    )
    assert list(meeting.serving_spans.all()) == [early]
    assert late not in meeting.serving_spans.all()
    early.refresh_from_db()
    assert early.to_item == point(meeting, 1)

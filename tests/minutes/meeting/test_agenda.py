"""Building the agenda: drafts, order, late points, papers."""

import pytest
from django.core.exceptions import PermissionDenied

from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from cases.case.models import Case
from cases.document.models import Document
from minutes.item.models import MinutesItem
from minutes.meeting import actions
from minutes.meeting.enums import AgendaKind
from tests.factories import meetings as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-15T08:00:00+02:00"),
]


def case_of(board: object, **values: object) -> Case:
    defaults = {
        "year": 2020,
        "number": 4,
        "dnr": "ITVT 4/2020",
        "title": "Delårsrapport",
    }
    return Case.objects.create(board=board, opened_on="2020-09-01", **defaults | values)


def document_of(case: Case, **values: object) -> Document:
    return Document.objects.create(
        case=case,
        direction="drawn_up",
        handled_on="2020-09-14",
        subject="Skrivelse",
        **values,
    )


def positions(meeting: object) -> list[tuple[int, str]]:
    return list(meeting.agenda_items.values_list("position", "heading"))


def test_planning_when_board_has_no_regulations_then_refused() -> None:
    board = make.board_with_roster()
    board.regulations.all().delete()
    with pytest.raises(Refused, match="no_regulations"):
        make.planned(board)


def test_planning_when_secretary_of_other_board_then_denied() -> None:
    board, other = make.board_with_roster(), None
    stranger = make.user_for(make.person("Per", "Främmande"))
    with pytest.raises(PermissionDenied):
        actions.plan_meeting(
            board=board,
            starts_at=make.local(make.MEETING_DAY, 9),
            place="A",
            by=stranger,
        )
    assert other is None
    assert not board.meetings.exists()


@pytest.mark.law("P-09")
def test_point_when_added_then_draft_with_empty_summary_and_no_number() -> None:
    meeting = make.planned()
    item = make.with_points(meeting, 1)[0]
    assert item.item.number is None
    assert [s.kind for s in item.item.sections.all()] == ["summary"]
    assert HistoryEvent.objects.filter(code="agenda.item_added").count() == 1


@pytest.mark.law("P-09")
def test_opening_point_when_added_then_no_paragraph() -> None:
    meeting = make.planned()
    actions.add_agenda_item(
        meeting=meeting, heading="Upprop", kind=AgendaKind.OPENING, by=meeting.secretary
    )
    assert not MinutesItem.objects.exists()


def test_point_when_about_a_case_then_copies_title_and_secrecy() -> None:
    meeting = make.planned()
    case = case_of(meeting.board, legal_ground="OSL 21:1", marked_on="2020-09-02")
    item = actions.add_agenda_item(
        meeting=meeting,
        heading="",
        kind=AgendaKind.DECISION,
        by=meeting.secretary,
        case=case,
    )
    assert item.heading == "Delårsrapport"
    assert item.item.is_secret
    event = HistoryEvent.objects.get(code="agenda.item_added")
    assert event.values["heading"] == "ITVT 4/2020"


@pytest.mark.parametrize("fault", ["other board", "closed", "no heading"])
def test_point_when_case_does_not_fit_then_refused_and_nothing_written(
    fault: str,
) -> None:
    meeting = make.planned()
    case = {
        "other board": lambda: case_of(make.board_with_roster("sn")),
        "closed": lambda: case_of(
            meeting.board, state="closed", closed_on="2020-09-03"
        ),
        "no heading": lambda: None,
    }[fault]()
    with pytest.raises(Refused):
        actions.add_agenda_item(
            meeting=meeting, heading="", kind=AgendaKind.DECISION, by=None, case=case
        )
    assert not meeting.agenda_items.exists()
    assert not MinutesItem.objects.exists()


def test_point_when_summons_was_sent_then_late() -> None:
    meeting = make.called(points=1)
    late = make.with_points(meeting, 1)[0]
    assert late.is_late
    assert not meeting.agenda_items.first().is_late


@pytest.mark.parametrize(
    ("start", "target", "order"),
    [(1, 3, "2314"), (4, 1, "4123"), (2, 2, "1234"), (1, 99, "2341"), (3, 0, "3124")],
)
def test_point_when_moved_then_positions_stay_without_gap(
    start: int, target: int, order: str
) -> None:
    meeting = make.planned()
    points = make.with_points(meeting, 4)
    actions.move_agenda_item(item=points[start - 1], to_position=target, by=None)
    found = positions(meeting)
    assert [place for place, _h in found] == [1, 2, 3, 4]
    assert "".join(heading[-1] for _p, heading in found) == order


def test_point_when_withdrawn_while_planning_then_gone_with_its_draft() -> None:
    meeting = make.planned()
    points = make.with_points(meeting, 3)
    actions.withdraw_agenda_item(item=points[1], by=None)
    assert positions(meeting) == [(1, "Ärende 1"), (2, "Ärende 3")]
    assert MinutesItem.objects.count() == 2


def test_point_when_withdrawn_after_summons_then_stays_as_withdrawn() -> None:
    meeting = make.called()
    item = meeting.agenda_items.get(position=2)
    actions.withdraw_agenda_item(item=item, by=None)
    item.refresh_from_db()
    assert item.withdrawn_at
    assert meeting.agenda_items.count() == 3
    assert MinutesItem.objects.count() == 2


def test_point_when_decided_then_neither_moved_nor_withdrawn() -> None:
    meeting = make.planned()
    item = make.with_points(meeting, 2)[0]
    item.item.decision_points.create(text="att godkänna")
    for verb in (
        lambda: actions.move_agenda_item(item=item, to_position=2, by=None),
        lambda: actions.withdraw_agenda_item(item=item, by=None),
    ):
        with pytest.raises(Refused, match="item_is_decided"):
            verb()


def test_heading_when_changed_then_draft_follows_unless_it_has_its_own() -> None:
    meeting = make.planned()
    first, second = make.with_points(meeting, 2)
    MinutesItem.objects.filter(agenda_item=second).update(heading="Egen rubrik")
    for item in (first, second):
        actions.change_agenda_item(item=item, heading="Ny", by=None)
    assert [i.heading for i in MinutesItem.objects.all()] == ["Ny", "Egen rubrik"]


def test_kind_when_changed_to_opening_then_draft_goes_and_comes_back() -> None:
    meeting = make.planned()
    item = make.with_points(meeting, 1)[0]
    actions.change_agenda_item(item=item, kind=AgendaKind.OPENING, by=None)
    assert not MinutesItem.objects.exists()
    actions.change_agenda_item(item=item, kind=AgendaKind.DECISION, by=None)
    assert MinutesItem.objects.count() == 1


def test_paper_when_added_twice_then_one_row() -> None:
    meeting = make.planned()
    item = make.with_points(meeting, 1)[0]
    document = document_of(case_of(meeting.board))
    for _time in range(2):
        actions.add_paper(item=item, document=document, by=meeting.secretary)
    assert item.papers.count() == 1
    actions.remove_paper(paper=item.papers.get(), by=meeting.secretary)
    assert not item.papers.exists()


def test_paper_when_of_other_board_then_refused() -> None:
    item = make.with_points(make.planned(), 1)[0]
    document = document_of(case_of(make.board_with_roster("sn")))
    with pytest.raises(Refused, match="paper_of_other_board"):
        actions.add_paper(item=item, document=document, by=None)


def test_paper_when_secret_then_only_with_note() -> None:
    meeting = make.planned()
    item = make.with_points(meeting, 1)[0]
    document = document_of(
        case_of(meeting.board), legal_ground="OSL 21:1", marked_on="2020-09-14"
    )
    with pytest.raises(Refused, match="secret_paper_needs_note"):
        actions.add_paper(item=item, document=document, by=None)
    actions.add_paper(item=item, document=document, by=None, note="Behövs för beslutet")
    event = HistoryEvent.objects.get(code="agenda.paper_added")
    assert event.reason == "Behövs för beslutet"


def test_agenda_when_meeting_is_over_then_settled() -> None:
    meeting = make.closed()
    with pytest.raises(Refused, match=r"agenda\.is_settled"):
        make.with_points(meeting, 1)


def test_meeting_when_called_off_then_reason_kept_and_second_time_refused() -> None:
    meeting = make.planned()
    actions.cancel_meeting(meeting=meeting, reason="Inga ärenden", by=None)
    meeting.refresh_from_db()
    assert meeting.state == "cancelled"
    assert HistoryEvent.objects.get(code="meeting.cancelled").reason == "Inga ärenden"
    with pytest.raises(Refused, match="cannot_cancel"):
        actions.cancel_meeting(meeting=meeting, reason="Igen", by=None)


def test_meeting_when_begun_then_only_the_planned_justering_changes() -> None:
    meeting = make.opened()
    with pytest.raises(Refused, match="has_begun"):
        actions.change_meeting(meeting=meeting, place="Annan", by=None)
    actions.change_meeting(meeting=meeting, approval_place="Digitalt", by=None)
    meeting.refresh_from_db()
    assert meeting.approval_place == "Digitalt"

"""The live view through the client: who sees what, what is sent, the pulse."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boards.shared.history import record
from minutes.item import actions as items
from minutes.item.enums import ProposalKind, RoundMethod
from minutes.live import actions
from minutes.live.queries import pulse
from minutes.meeting import actions as meetings
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import Meeting
from tests.factories import items as make
from tests.factories.meetings import attendance as row_of
from tests.factories.meetings import board_with_roster, secretary_of, user_for

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-29T09:10:00+02:00"),
]


@pytest.fixture
def meeting() -> Meeting:
    return make.in_session(make.larger_board())


@pytest.fixture
def secretary(meeting: Meeting) -> Client:
    return client_of(meeting.secretary)


def client_of(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def of_person(meeting: Meeting, family_name: str) -> Client:
    return client_of(user_for(row_of(meeting, family_name).person))


def address(meeting: Meeting, name: str = "live", *more: Any) -> str:
    return reverse(name, args=[meeting.pk, *more])


def points(meeting: Meeting) -> list[Any]:
    return list(meeting.agenda_items.all())


def test_live_when_the_secretary_opens_it_shows_the_first_point(
    meeting: Meeting, secretary: Client
) -> None:
    page = secretary.get(address(meeting))
    assert page.status_code == 200
    assert page.context["point"] == points(meeting)[0]
    assert page.context["service"].present == 3


def test_live_when_another_boards_secretary_asks_does_not_exist(
    meeting: Meeting,
) -> None:
    other = client_of(secretary_of(board_with_roster("annan")))
    for name in ("live", "live-pulse", "live-follow", "live-follow-pulse"):
        assert other.get(address(meeting, name)).status_code == 404
    go = address(meeting, "live-go", points(meeting)[1].pk)
    assert other.post(go).status_code == 404


def test_follow_when_the_chair_asks_has_the_script_and_no_forms(
    meeting: Meeting,
) -> None:
    page = of_person(meeting, "Ekström").get(address(meeting, "live-follow"))
    html = page.content.decode()
    assert page.context["has_script"]
    assert 'id="live-script"' in html
    assert '<form method="post" action="/kansli' not in html


def test_follow_when_a_member_does_not_preside_shows_no_script(
    meeting: Meeting,
) -> None:
    page = of_person(meeting, "Lindqvist").get(address(meeting, "live-follow"))
    assert page.status_code == 200
    assert 'id="live-script"' not in page.content.decode()


def test_live_when_a_member_asks_for_the_secretarys_is_closed(
    meeting: Meeting,
) -> None:
    assert of_person(meeting, "Lindqvist").get(address(meeting)).status_code == 403


def test_follow_when_the_chair_has_jav_gives_the_vice_chair_the_script(
    meeting: Meeting,
) -> None:
    item = meeting.items.first()
    items.recuse(item=item, attendance=row_of(meeting, "Ekström"), by=None)
    chair = of_person(meeting, "Ekström").get(address(meeting, "live-follow"))
    vice = of_person(meeting, "Lindqvist").get(address(meeting, "live-follow"))
    assert not chair.context["has_script"]
    assert vice.context["has_script"]


def test_go_when_pressed_moves_the_meeting_for_everybody(
    meeting: Meeting, secretary: Client
) -> None:
    second = points(meeting)[1]
    answer = secretary.post(address(meeting, "live-go", second.pk))
    assert answer.status_code == 302
    assert "punkt" not in answer.url
    meeting.refresh_from_db()
    assert meeting.current_item == second
    chair = of_person(meeting, "Ekström").get(address(meeting, "live-follow"))
    assert chair.context["point"] == second


def test_go_when_the_point_belongs_to_another_meeting_does_not_exist(
    meeting: Meeting, secretary: Client
) -> None:
    other = make.in_session(board_with_roster("annan"))
    go = address(meeting, "live-go", points(other)[0].pk)
    assert secretary.post(go).status_code == 404


def test_go_when_the_meeting_is_closed_is_refused(
    meeting: Meeting, secretary: Client
) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(
        state="closed", ends_at="2020-09-29T10:00:00Z"
    )
    go = address(meeting, "live-go", points(meeting)[1].pk)
    assert secretary.post(go).status_code == 409


def test_go_when_already_there_is_written_once(meeting: Meeting) -> None:
    second = points(meeting)[1]
    for _time in range(2):
        actions.go_to_item(meeting=meeting, item=second, by=None)
    before = pulse(meeting)
    actions.go_to_item(meeting=meeting, item=second, by=None)
    assert pulse(meeting) == before


def test_address_when_it_names_a_point_shows_that_one(
    meeting: Meeting, secretary: Client
) -> None:
    third = points(meeting)[2]
    page = secretary.get(address(meeting), {"punkt": third.pk})
    assert page.context["point"] == third
    assert not page.context["view"].is_current


def test_pulse_when_nothing_has_happened_is_empty(
    meeting: Meeting, secretary: Client
) -> None:
    beat = secretary.get(address(meeting)).context["beat"]
    url = address(meeting, "live-pulse")
    assert secretary.get(url, {"sedan": beat}).status_code == 204


def test_pulse_when_somebody_wrote_shows_it_to_the_other(
    meeting: Meeting, secretary: Client
) -> None:
    chair = of_person(meeting, "Ekström")
    beat = chair.get(address(meeting, "live-follow")).context["beat"]
    sent = {
        "punkt": points(meeting)[0].pk,
        "kind": "add",
        "text": "En bänk till.",
    }
    assert (
        secretary.post(address(meeting, "live-part", "yrkanden"), sent).status_code
        == 302
    )
    url = address(meeting, "live-follow-pulse")
    answer = chair.get(url, {"sedan": beat})
    assert answer.status_code == 200
    assert "En bänk till." in answer.content.decode()
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize("which", ["meeting", "item", "point"])
def test_pulse_when_meeting_item_or_point_has_an_event_counts_it(
    meeting: Meeting, which: str
) -> None:
    item = meeting.items.first()
    found = {"meeting": meeting, "item": item, "point": item.agenda_item}
    before = pulse(meeting)
    record(found[which], "live.went_to_item", by=None)
    assert pulse(meeting) == before + 1


def test_pulse_when_another_meeting_has_an_event_stays(meeting: Meeting) -> None:
    other = make.in_session(board_with_roster("annan"))
    before = pulse(meeting)
    record(other, "live.went_to_item", by=None)
    assert pulse(meeting) == before


def test_part_when_refused_keeps_what_was_typed_on_the_live_page(
    meeting: Meeting, secretary: Client
) -> None:
    sent = {"punkt": points(meeting)[0].pk, "text": "min mening"}
    page = secretary.post(address(meeting, "live-part", "reservationer"), sent)
    assert page.status_code == 409
    assert "min mening" in page.content.decode()
    assert "data-refused" in page.content.decode()


def test_part_when_unknown_does_not_exist(meeting: Meeting, secretary: Client) -> None:
    url = address(meeting, "live-part", "trolleri")
    assert secretary.post(url, {"punkt": points(meeting)[0].pk}).status_code == 404


def decision(item: Any, text: str, seen: int) -> dict[str, Any]:
    return {
        "punkt": item.agenda_item_id,
        "seen": seen,
        "points-TOTAL_FORMS": "1",
        "points-INITIAL_FORMS": "0",
        "elected-TOTAL_FORMS": "0",
        "elected-INITIAL_FORMS": "0",
        "points-0-text": text,
        "points-0-outcome": "adopted",
        "points-0-appeal": "legality",
    }


def test_gavel_when_there_is_a_proposal_starts_from_it(
    meeting: Meeting, secretary: Client
) -> None:
    item = meeting.items.first()
    items.set_proposed(item=item, texts=["Avtalet godkänns."], by=None)
    form = secretary.get(address(meeting)).context["forms"]["beslut"]
    assert form.rows.forms[0].initial["text"] == "Avtalet godkänns."


def test_decision_when_somebody_else_decided_meanwhile_shows_both_texts(
    meeting: Meeting, secretary: Client
) -> None:
    item = meeting.items.first()
    seen = secretary.get(address(meeting)).context["forms"]["beslut_seen"]
    url = address(meeting, "live-decision")
    assert secretary.post(url, decision(item, "Det första.", seen)).status_code == 302
    page = secretary.post(url, decision(item, "Det andra.", seen))
    assert page.status_code == 409
    assert "Det första." in page.content.decode()
    assert "Det andra." in page.content.decode()
    assert item.decision_points.get().text == "Det första."
    again = secretary.get(address(meeting)).context["forms"]["beslut_seen"]
    assert secretary.post(url, decision(item, "Det andra.", again)).status_code == 302


def open_vote(item: Any) -> Any:
    question = items.Question("det antas", RoundMethod.OPEN_VOTE, "bifall", "avslag")
    return items.put_round(item=item, question=question, by=None)


def test_votes_when_all_are_given_settle_the_question(
    meeting: Meeting, secretary: Client
) -> None:
    row = open_vote(meeting.items.first())
    sent = votes_of(meeting, row, seen=0)
    url = address(meeting, "live-votes", row.pk)
    assert secretary.post(url, sent).status_code == 302
    row.refresh_from_db()
    assert row.is_yes
    assert secretary.post(url, sent).status_code == 409


def votes_of(meeting: Meeting, row: Any, seen: int) -> dict[str, Any]:
    members = meeting.attendances.filter(kind="member")
    votes = {f"round{row.pk}-vote_{one.pk}": "yes" for one in members}
    return {"punkt": points(meeting)[0].pk, "seen": seen, **votes}


def test_row_when_a_proposal_is_withdrawn_is_done_at_once(
    meeting: Meeting, secretary: Client
) -> None:
    item = meeting.items.first()
    proposal = items.add_floor_proposal(
        item=item, kind=ProposalKind.REJECT, text="", proposers=[], by=None
    )
    url = address(meeting, "live-row", "yrkanden", proposal.pk, "aterta")
    secretary.post(url, {"punkt": item.agenda_item_id})
    proposal.refresh_from_db()
    assert proposal.withdrawn_at


def test_room_when_somebody_leaves_is_written_from_the_live_page(
    meeting: Meeting, secretary: Client
) -> None:
    first = points(meeting)[0]
    sent = {
        "punkt": first.pk,
        "out-person": row_of(meeting, "Ledamot0").pk,
        "out-item": first.pk,
    }
    assert (
        secretary.post(address(meeting, "live-part", "gick"), sent).status_code == 302
    )
    second = secretary.get(address(meeting), {"punkt": points(meeting)[1].pk})
    assert second.context["service"].present == 2


def test_pause_when_it_begins_and_ends_is_written_with_its_point(
    meeting: Meeting, secretary: Client, time_machine: Any
) -> None:
    actions.go_to_item(meeting=meeting, item=points(meeting)[1], by=None)
    begin = address(meeting, "live-part", "ajournera")
    end = address(meeting, "live-part", "ateruppta")
    assert secretary.post(begin, {"pause-reason": "gruppmöte"}).status_code == 302
    assert secretary.get(address(meeting)).context["pause"].reason == "gruppmöte"
    assert secretary.post(begin).status_code == 409
    time_machine.move_to("2020-09-29T09:25:00+02:00")
    assert secretary.post(end).status_code == 302
    pause = meeting.adjournments.get()
    assert pause.item == points(meeting)[1]
    assert pause.to_at
    assert secretary.post(end).status_code == 409


def test_opening_point_when_shown_says_who_is_there_and_has_no_gavel(
    meeting: Meeting, secretary: Client
) -> None:
    point = meetings.add_agenda_item(
        meeting=meeting, heading="Upprop", kind=AgendaKind.OPENING, by=None
    )
    for name in ("live", "live-follow"):
        page = secretary.get(address(meeting, name), {"punkt": point.pk})
        assert page.context["service"].present == 3
        assert 'id="live-beslut"' not in page.content.decode()


def test_room_when_somebody_leaves_within_the_point_is_gone_from_it(
    meeting: Meeting, secretary: Client
) -> None:
    first = points(meeting)[0]
    sent = {
        "punkt": first.pk,
        "out-person": row_of(meeting, "Ledamot0").pk,
        "out-item": first.pk,
        "out-within": "on",
    }
    left = secretary.post(address(meeting, "live-part", "gick"), sent)
    assert left.status_code == 302
    span = row_of(meeting, "Ledamot0").presence.get()
    assert span.to_part


def test_vote_when_asked_for_after_the_chair_found_is_opened_by_name(
    meeting: Meeting, secretary: Client
) -> None:
    item = meeting.items.first()
    row = items.put_round(item=item, question=items.Question("det antas"), by=None)
    items.settle_round(round_=row, is_yes=True, by=None)
    sent = {
        "punkt": item.agenda_item_id,
        "round": row.pk,
        "asked_by": row_of(meeting, "Lindqvist").pk,
        "yes_means": "bifall",
        "no_means": "avslag",
    }
    url = address(meeting, "live-part", "votering")
    assert secretary.post(url, sent).status_code == 302
    row.refresh_from_db()
    assert row.method == RoundMethod.OPEN_VOTE


def test_live_when_there_are_more_points_asks_no_more_questions() -> None:
    def asked(count: int, slug: str) -> int:
        meeting = make.in_session(board_with_roster(slug))
        for number in range(3, count):
            meetings.add_agenda_item(
                meeting=meeting,
                heading=f"Till {number}",
                kind=AgendaKind.DECISION,
                by=None,
            )
        client = client_of(meeting.secretary)
        client.get(address(meeting))
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address(meeting)).status_code == 200
        return len(seen)

    assert asked(3, "tre") == asked(9, "nio")

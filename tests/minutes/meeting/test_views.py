"""The pages of the meeting through the client."""

from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from boards.shared.models import OutboxMessage
from minutes.meeting import actions
from minutes.meeting.models import Meeting
from tests.factories import meetings as make
from tests.minutes.meeting.test_agenda import case_of, document_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-15T08:00:00+02:00"),
]


def client_of(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(client: Client, name: str, **kwargs: object) -> str:
    response = client.get(reverse(name, kwargs=kwargs))
    assert response.status_code == 200, response
    return response.content.decode()


def test_planning_when_form_is_filled_then_meeting_and_its_page() -> None:
    board = make.board_with_roster()
    client = client_of(make.secretary_of(board))
    url = reverse("meeting-plan", kwargs={"board": board.pk})
    response = client.post(
        url, {"starts_at": "2020-09-29T09:00", "place": "Kommunhuset"}, follow=True
    )
    meeting = Meeting.objects.get()
    assert response.redirect_chain[-1][0] == meeting.get_absolute_url()
    assert meeting.secretary.username == "sekreterare-itvt"


def test_planning_when_place_is_missing_then_said_at_the_field() -> None:
    board = make.board_with_roster()
    client = client_of(make.secretary_of(board))
    url = reverse("meeting-plan", kwargs={"board": board.pk})
    response = client.post(url, {"starts_at": "2020-09-29T09:00", "place": ""})
    assert response.context["form"].errors.keys() == {"place"}
    assert not Meeting.objects.exists()


def test_other_board_when_its_secretary_asks_then_does_not_exist() -> None:
    meeting = make.opened()
    client = client_of(make.secretary_of(make.board_with_roster("sn")))
    for name in ("meeting-detail", "meeting-summons", "meeting-attendance"):
        url = reverse(name, kwargs={"pk": meeting.pk})
        assert client.get(url).status_code == 404


@pytest.mark.parametrize("state", ["planned", "called", "opened", "closed"])
def test_meeting_page_when_in_each_state_then_shows(state: str) -> None:
    meeting = getattr(make, state)()
    html = page(client_of(meeting.secretary), "meeting-detail", pk=meeting.pk)
    assert meeting.place in html
    page(client_of(meeting.secretary), "meeting-list")


def test_agenda_when_built_on_screen_then_positions_follow() -> None:
    meeting = make.planned()
    case = case_of(meeting.board)
    client = client_of(meeting.secretary)
    add = reverse("agenda-add", kwargs={"pk": meeting.pk})
    page(client, "agenda-add", pk=meeting.pk)
    client.post(add, {"heading": "Upprop", "kind": "opening"})
    client.post(add, {"case": case.pk, "kind": "decision", "heading": ""})
    first, second = meeting.agenda_items.all()
    client.post(reverse("agenda-move", kwargs={"pk": second.pk}), {"to_position": "1"})
    assert list(meeting.agenda_items.values_list("heading", flat=True)) == [
        "Delårsrapport",
        "Upprop",
    ]
    client.post(reverse("agenda-withdraw", kwargs={"pk": first.pk}))
    assert meeting.agenda_items.count() == 1


def test_point_when_paper_is_added_on_screen_then_listed() -> None:
    meeting = make.planned()
    item = make.with_points(meeting, 1)[0]
    document = document_of(case_of(meeting.board))
    client = client_of(meeting.secretary)
    url = reverse("paper-add", kwargs={"pk": item.pk})
    client.post(url, {"document": document.pk})
    assert "Skrivelse" in page(client, "agenda-item", pk=item.pk)
    refused = client.post(url, {"document": ""})
    assert refused.context["adding"].errors
    client.post(reverse("paper-remove", kwargs={"pk": item.papers.get().pk}))
    assert not item.papers.exists()


def test_summons_when_late_then_must_be_confirmed_on_screen(time_machine: Any) -> None:
    time_machine.move_to("2020-09-25T10:00:00+02:00")
    meeting = make.planned()
    make.with_points(meeting, 1)
    client = client_of(meeting.secretary)
    url = reverse("meeting-summons", kwargs={"pk": meeting.pk})
    assert client.post(url).context["form"].errors.keys() == {"is_late_confirmed"}
    assert client.post(url, {"is_late_confirmed": "on"}).status_code == 302
    assert meeting.summonses.count() == 1


def test_summons_when_previewed_then_pdf_and_who_gets_it_by_post() -> None:
    meeting = make.planned()
    make.with_points(meeting, 1)
    person = meeting.board.memberships.first().person
    person.email = ""
    person.save()
    client = client_of(meeting.secretary)
    assert "skickas per post" in page(client, "meeting-summons", pk=meeting.pk)
    response = client.get(reverse("summons-preview", kwargs={"pk": meeting.pk}))
    assert response.content.startswith(b"%PDF")


def test_attendance_when_roll_call_is_saved_then_written_at_once() -> None:
    meeting = make.opened(all_present=False)
    client = client_of(meeting.secretary)
    page(client, "meeting-attendance", pk=meeting.pk)
    answers = {f"p{row.pk}": "on_site" for row in meeting.attendances.all()}
    url = reverse("attendance-roll", kwargs={"pk": meeting.pk})
    assert client.post(url, answers).status_code == 302
    assert meeting.attendances.filter(presence__isnull=False).count() == 5


def test_attendance_when_one_answer_is_refused_then_nothing_is_saved() -> None:
    meeting = make.opened(all_present=False)
    client = client_of(meeting.secretary)
    answers = {f"p{row.pk}": "distance" for row in meeting.attendances.all()}
    url = reverse("attendance-roll", kwargs={"pk": meeting.pk})
    response = client.post(url, answers)
    assert response.status_code == 409
    assert response.context["roll"].errors
    assert not meeting.attendances.filter(presence__isnull=False).exists()


def test_substitute_when_called_out_of_order_on_screen_then_reason_is_asked() -> None:
    meeting = make.opened()
    order = meeting.board.substitution_order
    order.create(absent_party=make.party("M"), called_party=make.party("S"), position=1)
    chair = make.attendance(meeting, "Ekström")
    actions.set_attendance(attendance=chair, is_present=False, by=None)
    client = client_of(meeting.secretary)
    html = page(client, "meeting-attendance", pk=meeting.pk)
    assert "Mats Åhlund" in html
    data = {
        "serve-substitute": make.attendance(meeting, "Wikman").pk,
        "serve-member": chair.pk,
        "serve-cause": "absence",
    }
    url = reverse("attendance-serve", kwargs={"pk": meeting.pk})
    response = client.post(url, data)
    assert response.status_code == 409
    assert response.context["service"].errors.keys() == {"reason"}
    assert client.post(url, data | {"serve-reason": "Avstod"}).status_code == 302
    service = meeting.serving_spans.get()
    client.post(reverse("attendance-end-service", kwargs={"pk": service.pk}))
    assert not meeting.serving_spans.exists()


def test_comings_and_goings_when_written_on_screen_then_kept_with_clock() -> None:
    meeting = make.opened()
    client = client_of(meeting.secretary)
    chair = make.attendance(meeting, "Hedlund")
    first, second, _third = meeting.agenda_items.all()
    client.post(
        reverse("attendance-leave", kwargs={"pk": meeting.pk}),
        {"out-person": chair.pk, "out-item": first.pk, "out-clock": "09:20"},
    )
    client.post(
        reverse("attendance-arrive", kwargs={"pk": meeting.pk}),
        {"in-person": chair.pk, "in-item": second.pk, "in-clock": "09:40"},
    )
    left, came = chair.presence.all()
    assert (left.left_at, came.arrived_at) == (
        make.local(make.MEETING_DAY, 9, 20),
        make.local(make.MEETING_DAY, 9, 40),
    )


def test_meeting_when_opened_chosen_and_closed_on_screen_then_closed() -> None:
    meeting = make.called()
    client = client_of(meeting.secretary)
    client.post(
        reverse("meeting-open", kwargs={"pk": meeting.pk}),
        {"starts_at": "2020-09-29T09:00"},
    )
    for row in meeting.attendances.all():
        actions.set_attendance(attendance=row, is_present=True, by=None)
    client.post(
        reverse("meeting-approvers", kwargs={"pk": meeting.pk}),
        {"sign-approvers": [make.attendance(meeting, "Lindqvist").pk]},
    )
    url = reverse("meeting-close", kwargs={"pk": meeting.pk})
    client.post(url, {"ends_at": "2020-09-29T08:00"})
    client.post(url, {"ends_at": "2020-09-29T10:10"})
    meeting.refresh_from_db()
    assert meeting.state == "closed"
    assert meeting.chosen_approvers.count() == 1


def test_member_when_meeting_is_called_then_reads_agenda_and_papers() -> None:
    meeting = make.planned()
    item = make.with_points(meeting, 1)[0]
    from boards.shared.files import store_file  # noqa: PLC0415  the storage is per test

    file = store_file(b"%PDF-1.7 handling", "application/pdf")
    document = document_of(case_of(meeting.board), file=file, file_name="handling.pdf")
    paper = actions.add_paper(item=item, document=document, by=None)
    member = make.user_for(meeting.board.memberships.get(role="chair").person)
    client = client_of(member)
    url = reverse("assignment-meeting", kwargs={"pk": meeting.pk})
    assert client.get(url).status_code == 404
    make.called(meeting)
    assert "Skrivelse" in page(client, "assignment-meeting", pk=meeting.pk)
    response = client.get(reverse("assignment-paper", kwargs={"pk": paper.pk}))
    assert response.content == b"%PDF-1.7 handling"
    assert client.get(meeting.get_absolute_url()).status_code == 403
    assert default_storage.exists(file.path)


@pytest.mark.parametrize("rows", [1, 3])
def test_list_when_more_meetings_then_same_number_of_queries(
    rows: int, django_assert_num_queries: Any
) -> None:
    meeting = make.planned()
    for hour in range(1, rows):
        actions.plan_meeting(
            board=meeting.board,
            starts_at=make.local(make.MEETING_DAY, 9 + hour),
            place="A",
            by=None,
        )
    client = client_of(meeting.secretary)
    with django_assert_num_queries(11):
        client.get(reverse("meeting-list"))


@pytest.mark.parametrize("rows", [1, 3])
def test_meeting_page_when_more_points_then_same_number_of_queries(
    rows: int, django_assert_num_queries: Any
) -> None:
    meeting = make.called(points=rows)
    client = client_of(meeting.secretary)
    with django_assert_num_queries(29):
        client.get(meeting.get_absolute_url())


def test_meeting_page_when_registrar_looks_then_no_verbs() -> None:
    meeting = make.called()
    user = make.user_for(make.person("Rita", "Registrator"))
    user.roles.create(board=meeting.board, role="registrar", valid_from=make.TERM)
    html = page(client_of(user), "meeting-detail", pk=meeting.pk)
    assert reverse("meeting-open", kwargs={"pk": meeting.pk}) not in html
    assert reverse("agenda-add", kwargs={"pk": meeting.pk}) not in html


@pytest.mark.law("KL-06")
def test_vacant_seat_when_a_substitute_is_there_then_proposed() -> None:
    board = make.board_with_roster()
    board.memberships.filter(role="vice_chair").update(valid_to=make.TERM)
    meeting = make.opened(make.planned(board))
    html = page(client_of(meeting.secretary), "meeting-attendance", pk=meeting.pk)
    assert "En plats är vakant." in html
    assert "står på tur för en vakant plats" in html


def test_mail_when_given_up_then_button_on_the_meeting_page() -> None:
    meeting = make.called()
    client = client_of(meeting.secretary)
    row = OutboxMessage.objects.filter(kind="meeting.mail_summons").first()
    url = reverse("summons-retry", kwargs={"pk": row.object_id})
    assert url not in page(client, "meeting-detail", pk=meeting.pk)
    OutboxMessage.objects.filter(pk=row.pk).update(state="failed")
    assert url in page(client, "meeting-detail", pk=meeting.pk)
    assert client.post(url).status_code == 302
    row.refresh_from_db()
    assert row.state == "pending"


def test_meeting_when_changed_on_screen_then_saved() -> None:
    meeting = make.planned()
    client = client_of(meeting.secretary)
    page(client, "meeting-change", pk=meeting.pk)
    client.post(
        reverse("meeting-change", kwargs={"pk": meeting.pk}),
        {"starts_at": "2020-09-30T13:00", "place": "Ny plats", "secretary": ""},
    )
    url = reverse("meeting-approval-plan", kwargs={"pk": meeting.pk})
    client.post(url, {"approval_place": "Digitalt", "approval_planned_at": ""})
    meeting.refresh_from_db()
    assert (meeting.place, meeting.approval_place) == ("Ny plats", "Digitalt")


def test_meeting_when_called_off_on_screen_then_needs_reason() -> None:
    meeting = make.planned()
    client = client_of(meeting.secretary)
    url = reverse("meeting-cancel", kwargs={"pk": meeting.pk})
    html = client.post(url, {"reason": ""}, follow=True).content.decode()
    assert "Skäl:" in html
    html = client.post(url, {"reason": "Inga ärenden"}, follow=True).content.decode()
    assert "Inställt" in html
    meeting.refresh_from_db()
    assert meeting.state == "cancelled"


def test_opening_when_time_is_missing_then_said_on_the_page() -> None:
    meeting = make.called()
    url = reverse("meeting-open", kwargs={"pk": meeting.pk})
    response = client_of(meeting.secretary).post(url, {"starts_at": ""}, follow=True)
    assert "Öppnades:" in response.content.decode()


def test_point_when_changed_on_screen_then_saved() -> None:
    meeting = make.planned()
    item = make.with_points(meeting, 1)[0]
    url = reverse("agenda-item", kwargs={"pk": item.pk})
    client = client_of(meeting.secretary)
    client.post(url, {"heading": "Ny rubrik", "kind": "information"})
    item.refresh_from_db()
    assert (item.heading, item.kind) == ("Ny rubrik", "information")


def test_summons_when_sent_then_its_file_is_read_by_members() -> None:
    meeting = make.called()
    user = make.user_for(meeting.board.memberships.get(role="chair").person)
    url = reverse("summons-file", kwargs={"pk": meeting.summonses.get().pk})
    assert client_of(user).get(url).content.startswith(b"%PDF")


def test_paper_when_it_has_no_file_then_not_found() -> None:
    meeting = make.planned()
    item = make.with_points(meeting, 1)[0]
    document = document_of(case_of(meeting.board))
    paper = actions.add_paper(item=item, document=document, by=None)
    make.called(meeting)
    url = reverse("assignment-paper", kwargs={"pk": paper.pk})
    assert client_of(meeting.secretary).get(url).status_code == 404


def test_guest_when_added_on_screen_then_on_the_list() -> None:
    meeting = make.opened()
    guest = make.person("Gun", "Gäst")
    client = client_of(meeting.secretary)
    client.post(
        reverse("attendance-add", kwargs={"pk": meeting.pk}),
        {"add-kind": "guest", "add-person": guest.pk, "add-title": "Konsult"},
    )
    assert make.attendance(meeting, "Gäst").title == "Konsult"
    assert "Gun Gäst" in page(client, "meeting-attendance", pk=meeting.pk)


def test_attendance_when_somebody_left_then_said_on_the_page() -> None:
    meeting = make.opened()
    actions.leave(
        attendance=make.attendance(meeting, "Ekström"),
        after_item=meeting.agenda_items.first(),
        clock=None,
        by=None,
    )
    html = page(client_of(meeting.secretary), "meeting-attendance", pk=meeting.pk)
    assert "till och med punkt 1" in html


def test_attendance_when_points_are_written_as_text_then_shown_shortest() -> None:
    meeting = make.opened(make.called(points=5))
    client = client_of(meeting.secretary)
    url = reverse("attendance-stays", kwargs={"pk": meeting.pk})
    data = {"stay-person": make.attendance(meeting, "Hedlund").pk}
    response = client.post(url, data | {"stay-points": "1-9"})
    assert response.status_code == 409
    assert response.context["stays"].errors.keys() == {"points"}
    assert "1-9" in response.content.decode()
    assert client.post(url, data | {"stay-points": "1-2, 4, 5"}).status_code == 302
    assert "utom 3" in page(client, "meeting-attendance", pk=meeting.pk)


@pytest.mark.law("KL-06")
def test_attendance_when_own_party_comes_late_then_one_button_takes_over() -> None:
    meeting = make.opened(make.called(points=3))
    client = client_of(meeting.secretary)
    chair, other = (make.attendance(meeting, n) for n in ("Ekström", "Åhlund"))
    own = make.attendance(meeting, "Wikman")
    actions.set_attendance(attendance=chair, is_present=False, by=None)
    actions.call_in_substitute(
        substitute=other, in_place_of=chair, reason="Tur", by=None
    )
    own.party = chair.party
    own.save()
    html = page(client, "meeting-attendance", pk=meeting.pk)
    assert "Låt Tora Wikman ta över" in html
    service = other.serves_in.get()
    url = reverse("attendance-swap", kwargs={"pk": service.pk})
    second = meeting.agenda_items.get(position=2)
    data = {"substitute": own.pk, "item": second.pk}
    assert client.post(url, data).status_code == 302
    assert own.serves_in.get().from_item == second


@pytest.mark.law("KL-14")
def test_chair_when_chosen_and_withdrawn_on_screen_then_written() -> None:
    meeting = make.opened(make.called(points=3))
    client = client_of(meeting.secretary)
    for family in ("Ekström", "Lindqvist"):
        member = make.attendance(meeting, family)
        actions.set_attendance(attendance=member, is_present=False, by=None)
    substitute = make.attendance(meeting, "Åhlund")
    url = reverse("attendance-chair", kwargs={"pk": meeting.pk})
    data = {"chair-chair": substitute.pk}
    assert client.post(url, data).status_code == 409
    actions.call_in_substitute(
        substitute=substitute,
        in_place_of=make.attendance(meeting, "Ekström"),
        reason="Tur",
        by=None,
    )
    assert client.post(url, data).status_code == 302
    row = meeting.chosen_chairs.get()
    url = reverse("chosen-chair-withdraw", kwargs={"pk": row.pk})
    assert url in page(client, "meeting-attendance", pk=meeting.pk)
    assert client.post(url).status_code == 302
    assert not meeting.chosen_chairs.exists()


@pytest.mark.law("P-08")
def test_approvers_on_screen_offer_those_who_served_and_not_the_chair() -> None:
    meeting = make.opened()
    client = client_of(meeting.secretary)
    response = client.get(reverse("meeting-attendance", kwargs={"pk": meeting.pk}))
    offered = response.context["approvers"].fields["approvers"].queryset
    assert [row.name for row in offered] == ["Birgitta Lindqvist"]


@pytest.mark.parametrize("count", [3, 9])
def test_attendance_page_when_more_points_then_same_number_of_queries(
    count: int, django_assert_max_num_queries: object
) -> None:
    meeting = make.opened(make.called(points=count))
    client = client_of(meeting.secretary)
    page(client, "meeting-attendance", pk=meeting.pk)
    with django_assert_max_num_queries(75):
        page(client, "meeting-attendance", pk=meeting.pk)

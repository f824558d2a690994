"""The pages of the notice, through the client."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from boards.board.models import Municipality
from boards.shared.clock import local
from minutes.notice.models import FinalConfirmation, Notice
from tests.factories import approvals as make

pytestmark = pytest.mark.django_db

NOON = local(date(2020, 9, 29), 12)


def logged_in(client: Client, approval: make.Approval) -> Notice:
    client.force_login(approval.meeting.secretary)
    return approval.notices.order_by("municipality__name").first()


def url(name: str, notice: Notice) -> str:
    return reverse(name, args=[notice.pk])


def test_list_when_one_waits_then_shown_with_its_day(client: Client) -> None:
    notice = logged_in(client, make.approved_on(NOON))
    page = client.get(reverse("notice-list")).content.decode()
    assert notice.get_absolute_url() in page
    assert "2020-10-01" in page


def test_post_when_button_is_pressed_then_up(client: Client) -> None:
    notice = logged_in(client, make.approved_on(NOON))
    client.post(url("notice-post", notice))
    notice.refresh_from_db()
    assert notice.state == "posted"


def test_detail_when_up_then_says_until_when_and_why(client: Client) -> None:
    notice = logged_in(client, make.posted(make.approved_on(NOON), NOON))
    page = client.get(notice.get_absolute_url()).content.decode()
    assert "tisdag 2020-10-20" in page
    assert "onsdag 2020-10-21" in page


def test_external_when_proof_is_missing_then_error_and_day_is_kept(
    client: Client,
) -> None:
    notice = logged_in(client, make.approved_on(NOON))
    Municipality.objects.update(is_served_here=False)
    sent = {"posted_on": "2020-09-30", "told_by": "Eva Ek, e-post"}
    response = client.post(url("notice-external", notice), sent)
    assert "address" in response.context["external"].errors
    assert "2020-09-30" in response.content.decode()
    shot = SimpleUploadedFile("tavlan.pdf", make.a_pdf())
    client.post(url("notice-external", notice), sent | {"file": shot})
    notice.refresh_from_db()
    assert notice.posted_on == date(2020, 9, 30)
    kept = b"".join(client.get(url("notice-proof", notice)).streaming_content)
    assert kept.startswith(b"%PDF")


def test_take_down_when_too_early_then_409_with_the_reason(client: Client) -> None:
    notice = logged_in(client, make.approved_on(NOON))
    make.posted(notice.approval, make.clock.now())
    response = client.post(url("notice-take-down", notice))
    assert response.status_code == 409
    assert "KL 8:12" in response.content.decode()


def test_final_when_court_has_answered_then_confirmed(client: Client) -> None:
    notice = logged_in(client, make.taken_down())
    make.work_off()
    assert "form" in client.get(notice.get_absolute_url()).content.decode()
    response = client.post(url("notice-final", notice), {"answer": ""})
    assert "answer" in response.context["final"].errors
    client.post(url("notice-final", notice), {"answer": "Inget överklagande"})
    assert FinalConfirmation.objects.count() == 1
    assert client.get(url("notice-certificate", notice)).content.startswith(b"%PDF")


def test_list_when_there_are_more_then_the_same_number_of_queries(
    client: Client, django_assert_max_num_queries: object
) -> None:
    logged_in(client, make.approved_on(NOON))
    with make.counted() as one:
        client.get(reverse("notice-list"))
    berga = Notice.objects.order_by("-pk").first()
    Notice.objects.create(
        approval=berga.approval,
        municipality=Municipality.objects.create(
            name="Ceda", slug="ceda", email="c@c.example"
        ),
        due_on=berga.due_on,
    )
    with make.counted() as more:
        client.get(reverse("notice-list"))
    assert len(one) == len(more)

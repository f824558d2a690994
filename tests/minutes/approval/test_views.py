"""The pages of justering, through the client."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from boards.person.models import User
from minutes.approval import actions
from minutes.approval.models import Approval, Signature
from tests.factories import approvals as make
from tests.factories import meetings

pytestmark = pytest.mark.django_db


def chair_of(approval: Approval) -> User:
    return make.user_of(approval.approvers.get(role="chair").person)


def test_freeze_page_when_posted_then_approval_is_made(client: Client) -> None:
    meeting = make.decided()
    client.force_login(meeting.secretary)
    url = reverse("approval-freeze", args=[meeting.pk])
    assert "§ 1 Ärende 1" in client.get(url).content.decode()
    chosen = [item.pk for item in make.items_of(meeting)]
    response = client.post(url, {"items": chosen}, follow=True)
    assert "Fryst" in response.content.decode() or response.status_code == 200
    assert meeting.approvals.get().items_label == "1–3"


def test_freeze_page_when_refused_then_reason_in_form(client: Client) -> None:
    meeting = make.decided()
    make.set_decision(
        item=make.items_of(meeting)[0], points=[], by=None, comment="Skrevs fel."
    )
    client.force_login(meeting.secretary)
    url = reverse("approval-freeze", args=[meeting.pk])
    chosen = [item.pk for item in make.items_of(meeting)]
    page = client.post(url, {"items": chosen}).content.decode()
    assert "KL 5:66" in page
    assert not meeting.approvals.exists()


def test_meeting_page_when_frozen_then_shows_the_approval(client: Client) -> None:
    approval = make.sealed()
    client.force_login(approval.meeting.secretary)
    page = client.get(approval.meeting.get_absolute_url()).content.decode()
    assert approval.get_absolute_url() in page


def test_detail_when_sealing_failed_then_says_so_and_can_try_again(
    client: Client,
) -> None:
    approval = make.frozen()
    make.OutboxMessage.objects.filter(kind="approval.seal").update(
        state="failed", attempts=8, last_error="AppendixError: trasig"
    )
    client.force_login(approval.meeting.secretary)
    page = client.get(approval.get_absolute_url()).content.decode()
    assert "AppendixError: trasig" in page
    client.post(reverse("approval-retry", args=[approval.pk]))
    make.work_off()
    approval.refresh_from_db()
    assert approval.document is not None


def test_review_when_signer_then_reads_text_and_hash(client: Client) -> None:
    approval = make.sealed()
    client.force_login(chair_of(approval))
    url = reverse("approval-review", args=[approval.pk])
    page = client.get(url).content.decode()
    assert "att besluta i ärendet Ärende 2." in page
    assert approval.document.sha256 in page
    pdf = client.get(reverse("approval-pdf", args=[approval.pk]))
    assert pdf.content == approval.document.read()


def test_sign_page_when_password_is_right_then_signed_with_receipt(
    client: Client,
) -> None:
    approval = make.sealed()
    client.force_login(chair_of(approval))
    url = reverse("approval-sign", args=[approval.pk])
    page = client.get(url + f"?hash={approval.document.sha256}").content.decode()
    shown = re.search(r'name="shown_sha256" value="(\w+)"', page)[1]
    sent = {"shown_sha256": shown, "password": make.PASSWORD}
    response = client.post(url, sent, follow=True)
    assert shown in response.content.decode()
    assert Signature.objects.get().evidence["address"] == "127.0.0.1"


def test_sign_page_when_password_is_wrong_then_error_at_field(client: Client) -> None:
    approval = make.sealed()
    client.force_login(chair_of(approval))
    url = reverse("approval-sign", args=[approval.pk])
    sent = {"shown_sha256": approval.document.sha256, "password": "fel"}
    response = client.post(url, sent)
    assert "password" in response.context["form"].errors
    assert not Signature.objects.exists()


def test_sign_page_when_password_is_wrong_often_then_closed(client: Client) -> None:
    approval = make.sealed()
    client.force_login(chair_of(approval))
    url = reverse("approval-sign", args=[approval.pk])
    wrong = {"shown_sha256": approval.document.sha256, "password": "fel"}
    for _number in range(10):
        client.post(url, wrong)
    right = client.post(url, wrong | {"password": make.PASSWORD})
    assert right.status_code == 429
    assert not Signature.objects.exists()


def test_sign_page_when_document_changed_then_told_to_read_again(
    client: Client,
) -> None:
    approval = make.sealed()
    shown = approval.document.sha256
    make.sign_as(approval, "Lindqvist")
    client.force_login(chair_of(approval))
    url = reverse("approval-sign", args=[approval.pk])
    response = client.post(url, {"shown_sha256": shown, "password": make.PASSWORD})
    assert response.context["form"].non_field_errors()
    assert Signature.objects.count() == 1


def test_return_when_posted_without_reason_then_error_with_page(client: Client) -> None:
    approval = make.sealed()
    client.force_login(chair_of(approval))
    url = reverse("approval-return", args=[approval.pk])
    assert "reason" in client.post(url, {"reason": ""}).context["returning"].errors
    client.post(url, {"reason": "Fel namn"})
    approval.refresh_from_db()
    assert approval.return_reason == "Fel namn"


@pytest.mark.law("P-04")
def test_review_when_decision_changed_after_meeting_then_shown_to_the_signer(
    client: Client,
) -> None:
    meeting = make.decided()
    point = make.Point("att bordlägga Ärende 1.")
    make.set_decision(
        item=make.items_of(meeting)[0], points=[point], by=None, comment="Skrevs fel."
    )
    approval = make.sealed(meeting)
    client.force_login(chair_of(approval))
    url = reverse("approval-review", args=[approval.pk])
    page = client.get(url).content.decode()
    assert "<ins>bordlägga" in page
    assert "<del>besluta" in page


def test_detail_when_returned_then_shows_reason(client: Client) -> None:
    approval = make.sealed()
    by = approval.meeting.secretary
    actions.take_back(approval=approval, reason="Stavfel i § 2", by=by)
    client.force_login(by)
    assert "Stavfel i § 2" in client.get(approval.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name", ["approval-review", "approval-sign", "approval-pdf"])
def test_signers_pages_when_of_another_board_then_404(
    client: Client, name: str
) -> None:
    approval = make.sealed()
    client.force_login(meetings.secretary_of(meetings.board_with_roster("andra")))
    assert client.get(reverse(name, args=[approval.pk])).status_code == 404

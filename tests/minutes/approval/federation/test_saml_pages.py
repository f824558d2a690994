"""Signing with SAML through the pages: away to the provider, and back again."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from boards.person.identity import remember
from boards.person.models import User
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refusal
from boards.shared.texts import sentence
from minutes.approval.enums import AttemptState, EvidenceKind
from minutes.approval.models import Approval, EvidenceFile, Signature, SigningAttempt
from tests.factories import approvals as make
from tests.minutes.approval.federation import idp
from tests.minutes.approval.federation.wrapping import after

GORAN, BIRGITTA = "195703169812", "196207089845"
BACK = "/uppdrag/underskrift/ater/saml/"

pytestmark = [pytest.mark.django_db, pytest.mark.law("P-08")]


@pytest.fixture
def approval(settings: Any, tmp_path: Path) -> Approval:
    idp.set_up(settings, tmp_path)
    return make.sealed()


@pytest.fixture
def chair(approval: Approval) -> User:
    user = make.user_of(approval.approvers.get(role="chair").person)
    remember(user.person, GORAN)
    return user


@pytest.fixture
def own(chair: User) -> Client:
    client = Client()
    client.force_login(chair)
    return client


def begun(own: Client, approval: Approval) -> tuple[SigningAttempt, idp.Asked]:
    assert approval.document is not None
    said = {"method": "saml", "shown_sha256": approval.document.sha256}
    gone = own.post(reverse("attempt-begin", args=[approval.pk]), said)
    page = own.get(gone.url)
    attempt = SigningAttempt.objects.get(state=AttemptState.STARTED)
    return attempt, idp.Asked.at(page.context["step"].redirect_to)


def sent_back(form: dict[str, str]) -> Any:
    """Post as the provider's page does: from another site, so without a session."""
    return Client(enforce_csrf_checks=True).post(BACK, form)


@pytest.mark.parametrize("is_encrypted", [False, True])
def test_minutes_when_signed_with_saml_then_evidence_is_kept(
    own: Client, approval: Approval, *, is_encrypted: bool
) -> None:
    attempt, asked = begun(own, approval)
    answer = idp.Answer(asked, GORAN, is_encrypted=is_encrypted)
    back = sent_back(answer.form())
    assert (back.status_code, back.url) == (302, attempt.get_absolute_url())
    done = own.get(back.url)
    assert done.url == reverse("approval-receipt", args=[approval.pk])
    signature = Signature.objects.get()
    assert (signature.method, signature.identity_provider) == ("saml", idp.IDP)
    kept = EvidenceFile.objects.filter(kind=EvidenceKind.EID_ASSERTION)
    assert {row.name for row in kept} == {
        "saml-assertion.xml",
        "saml-idp-metadata.xml",
        "saml-request.xml",
        "saml-response.xml",
    }
    approval.refresh_from_db()
    assert approval.document is not None
    assert GORAN.encode() not in approval.document.read()
    attempt.refresh_from_db()
    assert attempt.state_of_method == {}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"number": BIRGITTA}, "sign.wrong_person"),
        ({"level": f"{idp.LOA}1"}, "federation.assurance_too_low"),
        ({"signer": "other"}, "saml.bad_signature"),
        ({"is_signed": False}, "saml.unsigned"),
        ({"spoil": after}, "saml.ambiguous"),
        ({"after": -90}, "saml.expired"),
        ({"audience": "https://other.test"}, "saml.wrong_audience"),
        ({"recipient": "https://other.test"}, "saml.wrong_recipient"),
        ({"in_response_to": "_other"}, "saml.wrong_request"),
    ],
)
def test_minutes_when_the_answer_does_not_hold_then_slot_is_open_again(
    own: Client, approval: Approval, changed: dict[str, Any], code: str
) -> None:
    attempt, asked = begun(own, approval)
    said = {"asked": asked, "number": GORAN} | changed
    page = own.get(sent_back(idp.Answer(**said).form()).url)
    assert str(sentence(Refusal(code))) in page.content.decode()
    attempt.refresh_from_db()
    assert (attempt.state, attempt.failure) == (AttemptState.FAILED, code)
    assert HistoryEvent.objects.filter(code="attempt.failed").exists()
    assert not Signature.objects.exists()
    assert begun(own, approval)[0].pk != attempt.pk


def test_answer_when_sent_twice_then_signed_once(
    own: Client, approval: Approval
) -> None:
    _attempt, asked = begun(own, approval)
    form = idp.Answer(asked, GORAN).form()
    own.get(sent_back(form).url)
    assert sent_back(form).status_code == HTTPStatus.NOT_FOUND
    assert Signature.objects.count() == 1


def test_answer_when_used_for_another_go_then_refused(
    own: Client, approval: Approval
) -> None:
    _first, asked = begun(own, approval)
    form = idp.Answer(asked, GORAN).form()
    second, _asked = begun(own, approval)
    own.get(sent_back(form | {"RelayState": str(second.reference)}).url)
    second.refresh_from_db()
    assert (second.state, second.failure) == (
        AttemptState.FAILED,
        "saml.wrong_request",
    )


def test_answer_when_somebody_else_is_logged_in_then_nothing_is_signed(
    own: Client, approval: Approval
) -> None:
    attempt, asked = begun(own, approval)
    back = sent_back(idp.Answer(asked, GORAN).form())
    other = Client()
    other.force_login(make.user_of(approval.approvers.get(role="approver").person))
    assert other.get(back.url).status_code == HTTPStatus.NOT_FOUND
    assert Client().get(back.url).status_code == HTTPStatus.FOUND
    attempt.refresh_from_db()
    assert attempt.state == AttemptState.STARTED
    assert not Signature.objects.exists()


def test_begin_when_the_metadata_are_gone_then_says_so(
    own: Client, approval: Approval, settings: Any
) -> None:
    settings.SAML_IDP_METADATA = "/finns/inte.xml"
    assert approval.document is not None
    said = {"method": "saml", "shown_sha256": approval.document.sha256}
    gone = own.post(reverse("attempt-begin", args=[approval.pk]), said, follow=True)
    words = str(sentence(Refusal("sign.service_unreachable")))
    assert words in gone.content.decode()
    assert SigningAttempt.objects.get().state == AttemptState.FAILED


def test_metadata_when_set_up_then_says_where_answers_go(
    client: Client, approval: Approval, settings: Any
) -> None:
    answer = client.get("/saml/metadata/")
    root = etree.fromstring(answer.content)
    assert answer["Content-Type"] == "application/samlmetadata+xml"
    assert root.get("entityID") == "https://justera.test/saml"
    ((place, binding),) = [
        (one.get("Location"), one.get("Binding"))
        for one in root.iter("{*}AssertionConsumerService")
    ]
    assert place == f"{settings.SITE_URL}{BACK}"
    assert binding.endswith("HTTP-POST")
    assert b"WantAssertionsSigned" in answer.content
    assert b"PRIVATE" not in answer.content
    settings.SAML_KEY = ""
    assert client.get("/saml/metadata/").status_code == HTTPStatus.NOT_FOUND

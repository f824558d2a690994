"""Signing with a passkey: it answers to one document in one attempt (P-08)."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client, RequestFactory
from django.urls import reverse
from fido2.utils import websafe_decode, websafe_encode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boards.person import passkeys
from boards.person.models import Passkey, User
from boards.shared.models import HistoryEvent
from boards.shared.refusals import Refused
from minutes.approval import actions, methods
from minutes.approval.methods import NotProved, SigningRequest
from minutes.approval.methods.passkey import recheck
from minutes.approval.models import EvidenceFile, Signature, SigningAttempt
from tests.factories import approvals as make
from tests.factories.authenticator import UP, Authenticator

pytestmark = [pytest.mark.django_db, pytest.mark.law("P-08")]
METHOD = "passkey"


@pytest.fixture
def http() -> object:
    return RequestFactory().get("/")


def add(http: object, user: User, device: Authenticator) -> Passkey:
    options, state = passkeys.ask_to_make(http, user)
    answer = device.make(json.loads(json.dumps(options)))
    return passkeys.add_passkey(
        http=http, user=user, name="Min telefon", answer=answer, state=state
    )


@pytest.fixture
def device() -> Authenticator:
    return Authenticator()


@pytest.fixture
def user(http: object, device: Authenticator) -> User:
    user = make.make.user_for(make.make.person("Ada", "Nyckel"))
    add(http, user, device)
    return user


def asked_by(user: User, http: object, **values: str) -> SigningRequest:
    given = {"shown_sha256": "ab" * 32, "reference": "one"} | values
    return SigningRequest(user, http=http, **given)


def test_passkey_when_it_answers_then_proof_can_be_checked_years_later(
    user: User, http: object, device: Authenticator
) -> None:
    way, asked = methods.get(METHOD), asked_by(user, http)
    step = way.start(asked)
    answer = {"credential": device.sign(step.shown["options"])}
    proof = way.verify(asked, answer, step.state)
    kept = json.loads(proof.files[0].content)
    assert recheck(kept)
    assert not recheck(kept | {"document_sha256": "cd" * 32})
    assert not recheck(kept | {"reference": "another"})
    assert proof.level == 2


LIES: dict[str, Callable[[SigningRequest], SigningRequest]] = {
    "another document": lambda asked: replace(asked, shown_sha256="cd" * 32),
    "another attempt": lambda asked: replace(asked, reference="two"),
}


@pytest.mark.parametrize("lie", LIES)
def test_passkey_when_answer_is_for_something_else_then_refused(
    lie: str, user: User, http: object, device: Authenticator
) -> None:
    way, asked = methods.get(METHOD), asked_by(user, http)
    step = way.start(asked)
    answer = {"credential": device.sign(step.shown["options"])}
    with pytest.raises(NotProved) as no:
        way.verify(LIES[lie](asked), answer, step.state)
    assert no.value.code == "passkey.not_answered"
    assert no.value.is_final


@pytest.mark.parametrize(
    "change",
    [
        {"origin": "http://elsewhere.example"},
        {"rp_id": "elsewhere.example"},
        {"flags": UP},
        {"credential_id": b"some other key!!"},
        {"key": Authenticator().key},
    ],
    ids=["origin", "host", "nobody verified", "unknown key", "wrong key"],
)
def test_passkey_when_device_lies_then_refused(
    change: dict, user: User, http: object, device: Authenticator
) -> None:
    way, asked = methods.get(METHOD), asked_by(user, http)
    step = way.start(asked)
    liar = replace(device, **change)
    answer = {"credential": liar.sign(step.shown["options"])}
    with pytest.raises(NotProved) as no:
        way.verify(asked, answer, step.state)
    assert no.value.code == "passkey.not_answered"


@pytest.mark.parametrize("answer", ["", "{}", "[]", "null", '{"id": 1}', "\x00", "nej"])
def test_passkey_when_answer_is_rubbish_then_refused(
    answer: str, user: User, http: object
) -> None:
    way, asked = methods.get(METHOD), asked_by(user, http)
    with pytest.raises(NotProved):
        way.verify(asked, {"credential": answer}, way.start(asked).state)


@given(cut=st.integers(0, 700), put=st.binary(max_size=4))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_passkey_when_answer_is_cut_or_changed_then_never_a_fault(
    cut: int, put: bytes, user: User, http: object
) -> None:
    device = Authenticator()
    options, _state = passkeys.ask_to_answer(http, user, b"x" * 32)
    said = json.loads(device.sign(json.loads(json.dumps(options))))
    for name in ("authenticatorData", "clientDataJSON", "signature"):
        kept = websafe_decode(said["response"][name])
        spoilt = kept[: cut % (len(kept) + 1)] + put
        answer = {**said, "response": said["response"] | {name: websafe_encode(spoilt)}}
        with pytest.raises(passkeys.NotAnswered):
            passkeys.check_answer(http, user, json.dumps(answer), b"x" * 32)


@pytest.mark.parametrize("length", [0, 1, 36, 37, 40, 60, 90])
def test_passkey_when_what_was_made_is_cut_then_refused(
    length: int, http: object, device: Authenticator
) -> None:
    user = make.make.user_for(make.make.person("Bo", "Kapad"))
    options, state = passkeys.ask_to_make(http, user)
    said = json.loads(device.make(json.loads(json.dumps(options))))
    whole = websafe_decode(said["response"]["attestationObject"])
    said["response"]["attestationObject"] = websafe_encode(whole[:length])
    with pytest.raises(Refused):
        passkeys.add_passkey(
            http=http, user=user, name="x", answer=json.dumps(said), state=state
        )
    assert not user.passkeys.exists()


def test_passkey_when_state_has_no_nonce_then_refused(
    user: User, http: object, device: Authenticator
) -> None:
    way, asked = methods.get(METHOD), asked_by(user, http)
    options = way.start(asked).shown["options"]
    with pytest.raises(NotProved):
        way.verify(asked, {"credential": device.sign(options)}, {})


def test_passkey_when_its_count_stands_still_then_taken_for_a_copy(
    user: User, http: object, device: Authenticator
) -> None:
    way, asked = methods.get(METHOD), asked_by(user, http)
    step = way.start(asked)
    answer = {"credential": device.sign(step.shown["options"])}
    way.verify(asked, answer, step.state)
    with pytest.raises(NotProved) as no:
        way.verify(asked, answer, step.state)
    assert no.value.code == "passkey.copied"


def test_passkey_when_it_is_somebody_elses_then_refused(
    user: User, http: object, device: Authenticator
) -> None:
    other = make.make.user_for(make.make.person("Bo", "Annan"))
    way, asked = methods.get(METHOD), asked_by(other, http)
    step = way.start(asked)
    answer = {"credential": device.sign(step.shown["options"])}
    with pytest.raises(NotProved):
        way.verify(asked, answer, step.state)


def test_passkey_when_removed_then_not_offered_and_never_back(
    user: User, http: object
) -> None:
    passkey = user.passkeys.get()
    passkeys.remove_passkey(passkey=passkey, by=user)
    assert not methods.get(METHOD).is_open_to(user)
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE boards_passkey SET removed_at = NULL")


def test_passkey_when_added_then_owner_gets_a_mail(user: User) -> None:
    user.email = "ada@alby.example"
    user.save()
    make.work_off()
    assert "passnyckel" in mail.outbox[-1].subject.lower()


def test_minutes_when_signed_with_passkey_then_evidence_is_kept(
    http: object, device: Authenticator
) -> None:
    approval = make.sealed()
    chair = make.user_of(approval.approvers.get(role="chair").person)
    add(http, chair, device)
    client = Client()
    client.force_login(chair)
    begin = reverse("attempt-begin", args=[approval.pk])
    shown = approval.document.sha256
    response = client.post(begin, {"method": METHOD, "shown_sha256": shown})
    attempt = SigningAttempt.objects.get()
    assert response.url == attempt.get_absolute_url()
    options = client.get(response.url).context["step"].shown["options"]
    answer = {"credential": device.sign(options)}
    done = client.post(reverse("attempt-answer", args=[attempt.reference]), answer)
    assert client.get(done.url).url == reverse("approval-receipt", args=[approval.pk])
    signature = Signature.objects.get()
    assert (signature.method, signature.level) == (METHOD, 2)
    names = {row.name for row in EvidenceFile.objects.all()}
    assert {"passkey.json", "uppdrag.json"} <= names


def test_attempt_when_passkey_lies_then_slot_is_open_again_and_it_is_logged(
    http: object, device: Authenticator
) -> None:
    approval = make.sealed()
    chair = make.user_of(approval.approvers.get(role="chair").person)
    add(http, chair, device)
    begun = actions.begin(
        approval=approval,
        method=METHOD,
        shown_sha256=approval.document.sha256,
        by=chair,
        http=http,
    )
    with pytest.raises(NotProved):
        actions.answer(attempt=begun, said={"credential": "{}"}, http=http)
    begun.refresh_from_db()
    assert (begun.state, begun.failure) == ("failed", "passkey.not_answered")
    assert HistoryEvent.objects.filter(code="attempt.failed").exists()
    make.sign_as(approval, "Ekström")


def test_passkey_page_when_password_is_wrong_then_nothing_is_asked(
    client: Client,
) -> None:
    user = make.make.user_for(make.make.person("Ada", "Nyckel"))
    client.force_login(user)
    said = {"name": "Telefon", "password": "fel"}
    response = client.post(reverse("passkey-add"), said)
    assert response.context["form"].errors["password"]
    assert 'value="Telefon"' in response.text


def test_passkey_page_when_device_answers_then_listed_and_can_be_removed(
    client: Client, device: Authenticator
) -> None:
    user = make.make.user_for(make.make.person("Ada", "Nyckel"))
    client.force_login(user)
    said = {"name": "Telefon", "password": make.PASSWORD}
    options = client.post(reverse("passkey-add"), said).context["options"]
    answer = {"credential": device.make(options)}
    client.post(reverse("passkey-save"), answer)
    assert "Telefon" in client.get(reverse("passkey-list")).text
    again = client.post(reverse("passkey-save"), answer, follow=True)
    assert user.passkeys.count() == 1
    assert again.redirect_chain[0][0] == reverse("passkey-add")
    key = user.passkeys.get()
    client.post(reverse("passkey-remove", args=[key.pk]), {"password": make.PASSWORD})
    assert not passkeys.in_use(user)

"""What BankID leaves is verified: signature, status, texts, person."""

import json
from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from boards.board.enums import Assurance
from boards.person.models import PersonIdentity
from boards.shared import clock
from minutes.approval.enums import EvidenceKind
from minutes.approval.methods import NotProved, SigningRequest
from minutes.approval.methods.bankid.method import BankIDMethod
from tests.minutes.approval.bankid.conftest import (
    BIRGITTA,
    GORAN,
    SHA256,
    Phone,
    answered,
)


def signed_state(
    bankid: BankIDMethod,
    request: SigningRequest,
    phone: Phone,
    spoil: str = "",
    number: str = GORAN,
) -> dict[str, Any]:
    step = bankid.start(request)
    phone.sign(step, spoil, number)
    return dict(answered(bankid, request, step).state)


def refusal(
    bankid: BankIDMethod, request: SigningRequest, state: dict[str, Any]
) -> NotProved:
    with pytest.raises(NotProved) as caught:
        bankid.verify(request, {}, state)
    return caught.value


@pytest.mark.law("P-04")
def test_verify_when_the_right_person_signed_returns_the_proof(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    state = signed_state(bankid, request_to_sign, phone)
    proof = bankid.verify(request_to_sign, {}, state)
    assert proof.level == Assurance.SUBSTANTIAL
    assert proof.identity_provider == "BankID"
    assert (proof.user_id, proof.shown_sha256) == (request_to_sign.user.pk, SHA256)
    assert proof.authenticated_at <= clock.now()


def test_verify_when_done_keeps_the_e_ids_signature_and_status(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    state = signed_state(bankid, request_to_sign, phone)
    xml, status = bankid.verify(request_to_sign, {}, state).files
    assert (xml.kind, xml.name) == (
        EvidenceKind.EID_SIGNATURE,
        "bankid-signature.xml",
    )
    assert (status.kind, status.name) == (EvidenceKind.EID_STATUS, "bankid-ocsp.der")
    assert b64encode(xml.content).decode() == state["completion"]["signature"]
    assert b64encode(status.content).decode() == state["completion"]["ocspResponse"]


def test_verify_when_done_keeps_no_personal_number_in_words(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    state = signed_state(bankid, request_to_sign, phone)
    evidence = json.dumps(bankid.verify(request_to_sign, {}, state).evidence)
    assert "Göran Ekström" in json.loads(evidence).values()
    assert GORAN not in evidence
    assert GORAN[2:] not in evidence
    assert state["qr_secret"] not in evidence


def test_verify_when_somebody_else_signed_is_final(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    state = signed_state(bankid, request_to_sign, phone, number=BIRGITTA)
    no = refusal(bankid, request_to_sign, state)
    assert (no.code, no.is_final) == ("sign.wrong_person", True)


def test_verify_when_the_number_was_taken_away_meanwhile_says_so(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    state = signed_state(bankid, request_to_sign, phone)
    PersonIdentity.objects.all().delete()
    assert refusal(bankid, request_to_sign, state).code == "sign.identity_unknown"


SPOILT = [
    ("bad_signature", "bankid.bad_signature"),
    ("changed_text", "bankid.bad_signature"),
    ("entities", "bankid.bad_signature"),
    ("foreign_user", "bankid.bad_signature"),
    ("expired_user", "bankid.bad_signature"),
    ("other_text", "sign.document_changed"),
    ("other_hash", "sign.document_changed"),
    ("other_number", "sign.wrong_person"),
    ("revoked", "bankid.revoked"),
    ("unknown_status", "bankid.bad_status"),
    ("unsigned_status", "bankid.bad_status"),
    ("foreign_status", "bankid.bad_status"),
    ("other_nonce", "bankid.bad_status"),
    ("old_status", "bankid.bad_status"),
    ("no_status", "bankid.bad_status"),
]


@pytest.mark.parametrize(("spoil", "code"), SPOILT)
def test_verify_when_something_is_wrong_refuses_for_good(
    bankid: BankIDMethod,
    request_to_sign: SigningRequest,
    phone: Phone,
    caplog: pytest.LogCaptureFixture,
    spoil: str,
    code: str,
) -> None:
    state = signed_state(bankid, request_to_sign, phone, spoil)
    no = refusal(bankid, request_to_sign, state)
    assert (no.code, no.is_final) == (code, True)
    assert GORAN not in caplog.text


def test_verify_when_another_text_is_smuggled_in_reads_the_signed_one(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    state = signed_state(bankid, request_to_sign, phone, "wrapped_text")
    assert bankid.verify(request_to_sign, {}, state).shown_sha256 == SHA256
    state["visible"] = b64encode("Något annat.".encode()).decode()
    assert refusal(bankid, request_to_sign, state).code == "sign.document_changed"


@pytest.mark.parametrize(
    "changed",
    [{"shown_sha256": "f" * 64}, {"reference": "7d0e4dd5-0000-4e0f-8a3c-0c0f0f1c2d3e"}],
    ids=["document", "attempt"],
)
def test_verify_when_it_is_for_something_else_refuses(
    bankid: BankIDMethod,
    request_to_sign: SigningRequest,
    phone: Phone,
    changed: dict[str, str],
) -> None:
    state = signed_state(bankid, request_to_sign, phone)
    no = refusal(bankid, replace(request_to_sign, **changed), state)  # type: ignore[arg-type]  two texts
    assert (no.code, no.is_final) == ("sign.document_changed", True)


def test_verify_when_the_authority_is_another_refuses(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone, settings: Any
) -> None:
    state = signed_state(bankid, request_to_sign, phone)
    settings.BANKID_USER_CA = settings.BANKID_CA
    assert refusal(bankid, request_to_sign, state).code == "bankid.bad_signature"


def test_verify_when_the_status_is_of_an_earlier_signing_refuses(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    earlier = signed_state(bankid, request_to_sign, phone)["completion"]
    state = signed_state(bankid, request_to_sign, phone)
    state["completion"]["ocspResponse"] = earlier["ocspResponse"]
    assert refusal(bankid, request_to_sign, state).code == "bankid.bad_status"


def test_verify_when_looked_at_an_hour_later_refuses(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    state = signed_state(bankid, request_to_sign, phone)
    state["ordered_at"] = (clock.now() + timedelta(hours=1)).isoformat()
    assert refusal(bankid, request_to_sign, state).code == "bankid.bad_status"


def test_verify_when_nothing_was_signed_refuses(
    bankid: BankIDMethod, request_to_sign: SigningRequest
) -> None:
    step = bankid.start(request_to_sign)
    no = refusal(bankid, request_to_sign, dict(step.state))
    assert no.code == "sign.not_authenticated_anew"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not base64",
        b64encode(b"not xml").decode(),
        b64encode(b"<a/>").decode(),
        b64encode(b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>').decode(),
    ],
)
def test_verify_when_the_signature_is_rubbish_refuses(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone, text: str
) -> None:
    state = signed_state(bankid, request_to_sign, phone)
    state["completion"]["signature"] = text
    assert refusal(bankid, request_to_sign, state).code == "bankid.bad_signature"


def test_verify_when_any_byte_of_the_signature_changes_refuses(
    bankid: BankIDMethod, request_to_sign: SigningRequest, phone: Phone
) -> None:
    state = signed_state(bankid, request_to_sign, phone)
    xml = b64decode(state["completion"]["signature"])
    # The parts from SignedInfo to the end of the data, every so often.
    for place in range(xml.index(b"<SignedInfo"), len(xml), 199):
        changed = xml[:place] + bytes([xml[place] ^ 1]) + xml[place + 1 :]
        state["completion"]["signature"] = b64encode(changed).decode()
        no = refusal(bankid, request_to_sign, state)
        assert no.code in {"bankid.bad_signature", "bankid.bad_status"}, place

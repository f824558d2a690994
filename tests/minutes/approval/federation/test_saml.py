"""Signing with SAML, against an identity provider of the tests' own."""

from __future__ import annotations

import json
from base64 import b64encode
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import RequestFactory
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from lxml import etree
from signxml import SignatureMethod

from boards.board.enums import Assurance
from boards.person.identity import remember
from boards.person.models import PersonIdentity
from boards.shared.refusals import Refusal
from boards.shared.texts import sentence
from minutes.approval.enums import StepOutcome
from minutes.approval.methods import NotProved, Proof, SigningRequest, Step, Unreachable
from minutes.approval.methods.saml.method import SAMLMethod
from tests.factories import registers
from tests.minutes.approval.federation import idp
from tests.minutes.approval.federation.wrapping import ATTACKS

GORAN, BIRGITTA = "195703169812", "196207089845"


@pytest.fixture
def asked(db: None, settings: Any, tmp_path: Path) -> SigningRequest:
    idp.set_up(settings, tmp_path)
    user = registers.user("goran")
    remember(user.person, GORAN)
    return SigningRequest(
        user=user,
        shown_sha256="0123456789abcdef" * 4,
        what="Protokoll miljönämnden 2026-03-12, §§ 1–9",
        reference="7d0e4dd5-6d2a-4e0f-8a3c-0c0f0f1c2d3e",
        return_url="https://justera.test/uppdrag/underskrift/ater/saml/",
        needed=Assurance.SUBSTANTIAL,
    )


def begun(asked: SigningRequest) -> Step:
    return SAMLMethod().start(asked)


def came_back(step: Step, **changed: Any) -> dict[str, Any]:
    """Authenticate at the provider, with parts made wrong; return the answer."""
    said = {"asked": idp.Asked.at(step.redirect_to), "number": GORAN} | changed
    http = RequestFactory().post("/", idp.Answer(**said).form())
    return SAMLMethod().answer_of(http)


def verified(asked: SigningRequest, **changed: Any) -> Proof:
    step = begun(asked)
    return SAMLMethod().verify(asked, came_back(step, **changed), step.state)


def refused(asked: SigningRequest, **changed: Any) -> str:
    with pytest.raises(NotProved) as no:
        verified(asked, **changed)
    assert no.value.is_final
    return no.value.code


@pytest.mark.parametrize("is_encrypted", [False, True])
@pytest.mark.parametrize("signs_response", [False, True])
def test_verify_when_the_person_authenticated_anew_then_proved(
    asked: SigningRequest, *, is_encrypted: bool, signs_response: bool
) -> None:
    changed = {"is_encrypted": is_encrypted, "signs_response": signs_response}
    proof = verified(asked, **changed)
    assert proof.level == Assurance.SUBSTANTIAL
    assert proof.identity_provider == idp.IDP
    assert GORAN not in json.dumps(dict(proof.evidence))
    files = {one.name: one.content for one in proof.files}
    assert GORAN.encode() in files["saml-assertion.xml"]
    assert (GORAN.encode() in files["saml-response.xml"]) is not is_encrypted
    assert b"AuthnRequest" in files["saml-request.xml"]
    assert idp.IDP.encode() in files["saml-idp-metadata.xml"]


@pytest.mark.parametrize(
    "algorithm", [SignatureMethod.RSA_SHA512, SignatureMethod.SHA256_RSA_MGF1]
)
def test_verify_when_signed_with_a_strong_algorithm_then_proved(
    asked: SigningRequest, algorithm: SignatureMethod
) -> None:
    assert verified(asked, algorithm=algorithm).method == "saml"


@pytest.mark.parametrize(
    "changed",
    [
        {"packing": "mgf1p"},
        {"packing": "oaep-sha256"},
        {"key_length": 16, "cipher": f"{idp.XENC11}aes128-gcm"},
        {"to": ("other", "justera")},
    ],
)
def test_verify_when_encrypted_in_another_way_of_the_profile_then_proved(
    asked: SigningRequest, changed: dict[str, Any]
) -> None:
    assert verified(asked, is_encrypted=True, **changed).method == "saml"


@pytest.mark.parametrize("is_encrypted", [False, True])
def test_verify_when_written_without_prefixes_then_proved(
    asked: SigningRequest, *, is_encrypted: bool
) -> None:
    assert verified(asked, is_terse=True, is_encrypted=is_encrypted).method == "saml"


def test_start_when_set_up_then_a_new_authentication_of_the_level_is_demanded(
    asked: SigningRequest,
) -> None:
    step = begun(asked)
    said = idp.Asked.at(step.redirect_to)
    assert said.xml.get("ForceAuthn") == "true"
    assert said.xml.get("Destination") == idp.SIGN_ON
    assert said.xml.get("ID") == step.state["id"]
    assert f"{idp.LOA}3" in said.levels
    assert "http://id.swedenconnect.se/loa/1.0/uncertified-loa3" in said.levels
    assert f"{idp.LOA}2" not in said.levels
    assert asked.what in said.message.decode()
    assert asked.shown_sha256 in said.message.decode()
    http = RequestFactory().post("/", {"RelayState": said.relay_state})
    assert SAMLMethod().reference_of(http) == asked.reference


def test_start_when_another_document_then_another_request(
    asked: SigningRequest,
) -> None:
    other = replace(asked, shown_sha256="f" * 64)
    step = begun(asked)
    answer = came_back(step)
    with pytest.raises(NotProved, match="document_changed"):
        SAMLMethod().verify(other, answer, step.state)


WRONG = [
    ({"number": BIRGITTA}, "sign.wrong_person"),
    ({"number": ""}, "sign.wrong_person"),
    ({"extra": idp.attribute("urn:oid:1.2.752.29.4.13", "1")}, "sign.wrong_person"),
    ({"level": f"{idp.LOA}2"}, "federation.assurance_too_low"),
    ({"level": "urn:unknown"}, "federation.assurance_too_low"),
    ({"seconds": -120}, "sign.not_authenticated_anew"),
    ({"seconds": 600}, "sign.not_authenticated_anew"),
    ({"after": -90}, "saml.expired"),
    ({"before": 90}, "saml.expired"),
    ({"audience": "https://other.test"}, "saml.wrong_audience"),
    ({"recipient": "https://other.test/"}, "saml.wrong_recipient"),
    ({"in_response_to": "_other"}, "saml.wrong_request"),
    ({"issuer": "https://other.test"}, "saml.wrong_issuer"),
    ({"signer": "other"}, "saml.bad_signature"),
    ({"signs_response": True, "signer": "other"}, "saml.bad_signature"),
    ({"algorithm": SignatureMethod.RSA_SHA224}, "saml.bad_signature"),
    ({"is_signed": False}, "saml.unsigned"),
    ({"is_signed": False, "signs_response": True}, "saml.unsigned"),
    ({"is_signed": False, "is_encrypted": True}, "saml.unsigned"),
    ({"is_encrypted": True, "to": ("other",)}, "saml.not_decrypted"),
    ({"is_encrypted": True, "packing": "unknown"}, "saml.not_decrypted"),
    ({"is_encrypted": True, "key_length": 16}, "saml.not_decrypted"),
    ({"is_encrypted": True, "to": ("other",) * 6}, "saml.not_decrypted"),
    (
        {"is_encrypted": True, "cipher": "http://www.w3.org/2001/04/xmlenc#aes256-cbc"},
        "saml.not_decrypted",
    ),
    ({"digest": ""}, "saml.message_not_shown"),
    ({"digest": f"{idp.SHA256};AAAA"}, "saml.message_not_shown"),
    ({"status": "urn:oasis:names:tc:SAML:2.0:status:Responder"}, "federation.declined"),
]


@pytest.mark.parametrize(("changed", "code"), WRONG)
def test_verify_when_the_answer_does_not_hold_then_refused(
    asked: SigningRequest, changed: dict[str, Any], code: str
) -> None:
    assert refused(asked, **changed) == code
    assert sentence(Refusal(code)) != code


@pytest.mark.parametrize("attack", ATTACKS)
def test_verify_when_wrapped_around_a_true_signature_then_refused(
    asked: SigningRequest, attack: str
) -> None:
    """Birgitta has a true answer of her own, and wants to be Göran."""
    code = refused(asked, number=BIRGITTA, spoil=ATTACKS[attack])
    assert code in {"saml.ambiguous", "saml.bad_signature"}


def altered(root: Any) -> bytes:
    return etree.tostring(root).replace(BIRGITTA.encode(), GORAN.encode())


def with_comment(root: Any) -> bytes:
    text = f"{GORAN[:6]}<!-- -->{GORAN[6:]}".encode()
    return etree.tostring(root).replace(BIRGITTA.encode(), text)


@pytest.mark.parametrize("spoil", [altered, with_comment])
def test_verify_when_a_byte_is_changed_then_refused(
    asked: SigningRequest, spoil: Any
) -> None:
    code = refused(asked, number=BIRGITTA, spoil=spoil)
    assert code == "saml.bad_signature"


@hypothesis_settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(place=st.floats(0, 0.999), bits=st.integers(1, 255), cut=st.integers(0, 9))
def test_verify_when_any_byte_is_changed_then_refused_or_the_same_is_said(
    asked: SigningRequest, place: float, bits: int, cut: int
) -> None:
    """What is outside the assertion may change; nobody becomes another by it."""

    def spoil(root: Any) -> bytes:
        xml = bytearray(etree.tostring(root))
        at = int(place * len(xml))
        xml[at] ^= bits
        del xml[at + 1 : at + 1 + cut]
        return bytes(xml)

    with suppress(NotProved):
        proof = verified(asked, spoil=spoil)
        assert proof.level == Assurance.SUBSTANTIAL


DOCTYPES = [
    b"<!DOCTYPE x>",
    b'<!DOCTYPE x [<!ENTITY a "b">]>',
    b'<!DOCTYPE x SYSTEM "file:///etc/passwd">',
]


@pytest.mark.parametrize("doctype", DOCTYPES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_verify_when_there_is_a_document_type_then_refused(
    asked: SigningRequest, doctype: bytes, encoding: str
) -> None:
    def spoil(root: Any) -> bytes:
        text = (doctype + etree.tostring(root)).decode()
        head = f'<?xml version="1.0" encoding="{encoding}"?>'
        return (head + text).encode(encoding)

    assert refused(asked, spoil=spoil) == "saml.forbidden_xml"


def test_verify_when_the_answer_is_of_an_earlier_go_then_refused(
    asked: SigningRequest,
) -> None:
    first, second = begun(asked), begun(asked)
    answer = came_back(first)
    assert SAMLMethod().verify(asked, answer, first.state)
    with pytest.raises(NotProved, match=r"saml\.wrong_request"):
        SAMLMethod().verify(asked, answer, second.state)


@pytest.mark.parametrize("text", ["", "!", "AAAA", "\x00", "QUFB" * 300_000])
def test_verify_when_nothing_can_be_read_then_refused(
    asked: SigningRequest, text: str
) -> None:
    step = begun(asked)
    http = RequestFactory().post("/", {"SAMLResponse": text})
    answer = SAMLMethod().answer_of(http)
    with pytest.raises(NotProved, match=r"federation\.bad_answer"):
        SAMLMethod().verify(asked, answer, step.state)


def test_verify_when_no_saml_comes_back_then_refused(asked: SigningRequest) -> None:
    step = begun(asked)
    answer = {"response": b64encode(b"<other/>").decode()}
    with pytest.raises(NotProved, match=r"federation\.bad_answer"):
        SAMLMethod().verify(asked, answer, step.state)


def test_start_when_no_number_is_known_then_says_whom_to_ask(
    asked: SigningRequest,
) -> None:
    PersonIdentity.objects.all().delete()
    step = begun(asked)
    assert (step.outcome, step.message) == (
        StepOutcome.FAILED,
        "sign.identity_unknown",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<other/>",
        idp.metadata('validUntil="2020-01-01T00:00:00Z"'),
        idp.metadata('validUntil="soon"'),
        idp.metadata(sign_on="http://idp.test/"),
        "<!DOCTYPE x>" + idp.metadata(),
    ],
)
def test_start_when_the_metadata_do_not_serve_then_unreachable(
    asked: SigningRequest, settings: Any, text: str
) -> None:
    step = begun(asked)
    answer = came_back(step)
    Path(settings.SAML_IDP_METADATA).write_text(text, encoding="utf-8")
    with pytest.raises(Unreachable):
        begun(asked)
    with pytest.raises(NotProved, match="service_unreachable"):
        SAMLMethod().verify(asked, answer, step.state)
    with pytest.raises(SystemCheckError, match=r"justera\.E004"):
        call_command("check", "--tag", "security")


def test_check_when_half_set_up_then_refused(
    asked: SigningRequest, settings: Any
) -> None:
    settings.SAML_KEY = ""
    with pytest.raises(SystemCheckError, match=r"justera\.E003"):
        call_command("check", "--tag", "security")
    assert not SAMLMethod().is_open_to(asked.user)

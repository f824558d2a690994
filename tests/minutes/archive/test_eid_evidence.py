"""The e-IDs' own answers in an archive package show in 2040 who signed what.

Besides the package only BankID's root is asked for: an identity provider's key and
metadata are in the package. Nobody is asked anything, and the clock says 2040.
"""

from __future__ import annotations

import hashlib
import json
import socket
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.test import RequestFactory
from lxml import etree

from boards.person.identity import remember
from boards.person.models import User
from boards.shared.clock import at, local
from minutes.approval import actions as signing
from minutes.approval.methods import NotProved, SigningRequest
from minutes.approval.methods.bankid import signature, status
from minutes.approval.methods.bankid.configuration import certificates
from minutes.approval.methods.bankid.method import BankIDMethod
from minutes.approval.methods.oidc import OIDCMethod
from minutes.approval.methods.saml.configuration import described
from minutes.approval.methods.saml.method import SAMLMethod
from minutes.approval.methods.saml.response import verified
from minutes.approval.models import Approval
from minutes.archive.actions import build_package
from minutes.archive.package import SIGNED, unpack
from tests.factories import approvals as make
from tests.minutes.approval.bankid.conftest import (  # noqa: F401  fixtures
    GORAN,
    Phone,
    answered,
    bankid,
    phone,
    simulator,
)
from tests.minutes.approval.federation import idp
from tests.minutes.approval.federation.test_oidc import (  # noqa: F401  a fixture
    FakeProvider,
    came_back,
    provider,
)

pytestmark = [pytest.mark.django_db, pytest.mark.law("R-06")]
THEN = local(date(2040, 6, 1), 12)
BACK = "https://justera.test/uppdrag/underskrift/ater/"
REFERENCE = "7d0e4dd5-6d2a-4e0f-8a3c-0c0f0f1c2d3e"


@dataclass(frozen=True)
class Kept:
    """What a package has of the chair's signature, which is all there is left."""

    files: dict[str, bytes]
    signed: bytes
    said: dict[str, Any]

    @property
    def own(self) -> dict[str, Any]:
        found: dict[str, Any] = self.said["evidence"]
        return found

    @property
    def signed_at(self) -> datetime:
        return datetime.fromisoformat(self.said["signed_at"])

    @property
    def shown(self) -> str:
        """The hash of the document that was signed: it is the file's beginning."""
        found = str(self.said["signed_sha256"])
        ends = [
            index + len(b"%%EOF\n")
            for index in range(len(self.signed))
            if self.signed.startswith(b"%%EOF\n", index)
        ]
        hashes = {hashlib.sha256(self.signed[:end]).hexdigest() for end in ends}
        assert found in hashes
        return found

    def bound(self) -> str:
        """What an identity provider signed for us: document, and attempt."""
        text = f"{self.own['random']}\n{self.shown}\n{self.own['reference']}"
        return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def approval(db: None) -> Approval:
    return make.sealed()


@pytest.fixture
def chair(approval: Approval) -> User:
    user = make.user_of(approval.approvers.get(role="chair").person)
    remember(user.person, GORAN)
    return user


def asked(approval: Approval, chair: User, method: str) -> SigningRequest:
    approval.refresh_from_db()
    return SigningRequest(
        user=chair,
        shown_sha256=approval.document.sha256,
        what="Protokoll",
        as_role="Ordförande",
        reference=REFERENCE,
        return_url=f"{BACK}{method}/",
    )


def packed(approval: Approval, chair: User, proof: Any) -> Kept:
    """Sign with the proof, let the others sign, and pack."""
    signing.sign(approval=approval, by=chair, proof=proof)
    for name in ("Sundell", "Lindqvist"):
        make.sign_as(approval, name)
    approval.refresh_from_db()
    files = unpack(build_package(approval=approval).package.read())
    rows = json.loads(files["underskrifter.json"])
    (said,) = [row for row in rows if row["method"] == proof.method]
    found = {
        name.partition("-")[2].partition("-")[2]: content
        for name, content in files.items()
        if name.startswith("bevis/")
    }
    return Kept(found, files[SIGNED], said)


@contextmanager
def in_2040(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse to ask anybody, and let it be 2040."""

    def refuse(*_given: object) -> None:
        raise AssertionError("nothing may be asked of anybody")

    with monkeypatch.context() as offline, at(THEN):
        offline.setattr(socket, "getaddrinfo", refuse)
        offline.setattr(socket.socket, "connect", refuse)
        yield


@pytest.fixture
def by_bankid(
    approval: Approval,
    chair: User,
    bankid: BankIDMethod,  # noqa: F811  the fixture
    phone: Phone,  # noqa: F811  the fixture
) -> Kept:
    request = asked(approval, chair, "bankid")
    step = bankid.start(request)
    phone.sign(step)
    state = answered(bankid, request, step).state
    return packed(approval, chair, bankid.verify(request, {}, state))


def root(settings: Any) -> list[x509.Certificate]:
    """BankID's own root, which its auditors have as well."""
    return list(certificates(Path(settings.BANKID_USER_CA)))


def good(kept: Kept, roots: list[x509.Certificate]) -> signature.Signed:
    """Return what was signed, with a certificate that was good just then."""
    xml, answer = (
        b64encode(kept.files[name]).decode()
        for name in ("bankid-signature.xml", "bankid-ocsp.der")
    )
    when, window = kept.signed_at, timedelta(minutes=10)
    signed = signature.read(xml, roots, when)
    status.read(answer, xml, signed, (when - window, when + window))
    return signed


def test_bankid_when_read_in_2040_then_who_signed_which_document(
    by_bankid: Kept, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = root(settings)
    with in_2040(monkeypatch):
        signed = good(by_bankid, roots)
    assert signed.personal_number == GORAN
    hidden = json.loads(b64decode(signed.hidden))
    assert (hidden["hash"], hidden["reference"]) == (by_bankid.shown, REFERENCE)


def test_bankid_when_its_status_is_read_by_openssl_then_it_holds(
    by_bankid: Kept, settings: Any, tmp_path: Path
) -> None:
    signed = good(by_bankid, root(settings))
    files = {"person": signed.certificate, "issuer": signed.issuer}
    for name, certificate in files.items():
        (tmp_path / name).write_bytes(certificate.public_bytes(Encoding.PEM))
    pems = [one.public_bytes(Encoding.PEM) for one in root(settings)]
    (tmp_path / "root").write_bytes(b"".join(pems))
    (tmp_path / "answer").write_bytes(by_bankid.files["bankid-ocsp.der"])
    command = ["openssl", "ocsp", "-respin", "answer", "-issuer", "issuer", "-cert"]
    command += ["person", "-CAfile", "root", "-no_nonce"]
    done = subprocess.run(
        command, cwd=tmp_path, check=False, capture_output=True, text=True
    )
    assert "Response verify OK" in done.stderr + done.stdout
    assert "person: good" in done.stdout


@pytest.mark.parametrize("name", ["bankid-signature.xml", "bankid-ocsp.der"])
def test_bankid_when_a_byte_is_changed_then_seen(
    by_bankid: Kept, settings: Any, name: str
) -> None:
    spoiled = bytearray(by_bankid.files[name])
    spoiled[len(spoiled) // 2] ^= 1
    by_bankid.files[name] = bytes(spoiled)
    with pytest.raises((signature.BadSignatureError, status.BadStatusError)):
        good(by_bankid, root(settings))


@pytest.fixture
def by_oidc(
    approval: Approval,
    chair: User,
    provider: type[FakeProvider],  # noqa: F811  the fixture
) -> Kept:
    request, method = asked(approval, chair, "oidc"), OIDCMethod()
    step = method.start(request)
    proof = method.verify(request, came_back(provider, step), step.state)
    return packed(approval, chair, proof)


def token_says(kept: Kept) -> dict[str, Any]:
    key = jwt.PyJWK.from_dict(kept.own["key"]).key
    # What it was good for when it was given is long past, and was looked at then.
    past = {"verify_exp": False, "verify_iat": False, "verify_aud": False}
    found: dict[str, Any] = jwt.decode(
        kept.files["oidc-id-token.jwt"], key, algorithms=["RS256"], options=past
    )
    return found


def test_oidc_when_read_in_2040_then_who_signed_which_document(
    by_oidc: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    with in_2040(monkeypatch):
        claims = token_says(by_oidc)
    assert GORAN in claims.values()
    assert claims["nonce"] == by_oidc.bound()
    given = timedelta(seconds=abs(claims["auth_time"] - by_oidc.signed_at.timestamp()))
    assert given < timedelta(minutes=5)


def test_oidc_when_a_byte_is_changed_then_seen(by_oidc: Kept) -> None:
    head, body, end = by_oidc.files["oidc-id-token.jwt"].split(b".")
    other = b".".join([head, body[:-2] + (b"AA" if body[-2:] != b"AA" else b"BB"), end])
    by_oidc.files["oidc-id-token.jwt"] = other
    with pytest.raises(jwt.PyJWTError):
        token_says(by_oidc)


@pytest.fixture(params=[False, True], ids=["open", "encrypted"])
def by_saml(settings: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Kept:
    idp.set_up(settings, tmp_path)
    approval = make.sealed()
    chair = make.user_of(approval.approvers.get(role="chair").person)
    remember(chair.person, GORAN)
    wanted, method = asked(approval, chair, "saml"), SAMLMethod()
    step = method.start(wanted)
    said = idp.Asked.at(step.redirect_to)
    answer = idp.Answer(said, GORAN, is_encrypted=request.param)
    answer.recipient = wanted.return_url
    http = RequestFactory().post("/", answer.form())
    proof = method.verify(wanted, method.answer_of(http), step.state)
    return packed(approval, chair, proof)


def assertion_of(kept: Kept) -> Any:
    keys = described(kept.files["saml-idp-metadata.xml"]).certificates
    with at(kept.signed_at):
        return verified(kept.files["saml-assertion.xml"], "saml:Assertion", keys)


def test_saml_when_read_in_2040_then_who_signed_which_document(
    by_saml: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    with in_2040(monkeypatch):
        assertion = assertion_of(by_saml)
    text = etree.tostring(assertion, encoding="unicode")
    assert GORAN in text
    assert f'InResponseTo="_{by_saml.bound()}"' in text
    request = etree.fromstring(by_saml.files["saml-request.xml"])
    assert request.get("ID") == f"_{by_saml.bound()}"


def test_saml_when_a_letter_is_changed_then_seen(by_saml: Kept) -> None:
    xml = by_saml.files["saml-assertion.xml"]
    by_saml.files["saml-assertion.xml"] = xml.replace(GORAN.encode(), b"196207089845")
    with pytest.raises(NotProved):
        assertion_of(by_saml)

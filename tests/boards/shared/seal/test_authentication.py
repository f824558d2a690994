"""How the signer was authenticated stands in the certificate, and is read back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509

from boards.shared.seal.authentication import (
    NAMESPACE,
    OID,
    Authentication,
    parsed,
    read_back,
    written,
)
from boards.shared.seal.authority import load_authority
from boards.shared.seal.errors import PersonalNumber

AT = datetime(2020, 9, 29, 10, tzinfo=UTC)
PASSKEY = Authentication(
    method="passkey",
    loa="http://id.elegnamnden.se/loa/1.0/loa3",
    at=AT,
    identity_provider="https://idp.example.se",
)


@pytest.fixture
def certificate(tmp_path: Path) -> x509.Certificate:
    authority = load_authority(tmp_path)
    issued = authority.issue(name="Göran", role="", at=AT, authentication=PASSKEY)
    return issued.certificate


def test_read_back_when_the_certificate_was_issued_so_then_the_same(
    certificate: x509.Certificate,
) -> None:
    assert read_back(certificate) == PASSKEY


def test_extension_when_issued_then_it_is_the_signing_services_own(
    certificate: x509.Certificate,
) -> None:
    found = certificate.extensions.get_extension_for_oid(OID)
    assert not found.critical
    assert isinstance(found.value, x509.UnrecognizedExtension)
    assert NAMESPACE.encode() in found.value.value
    assert b'AuthenticationInstant="2020-09-29T10:00:00.000Z"' in found.value.value


def test_read_back_when_nothing_was_said_then_none(tmp_path: Path) -> None:
    issued = load_authority(tmp_path).issue(name="Göran", role="", at=AT)
    assert read_back(issued.certificate) is None


def test_parsed_when_another_service_wrote_it_then_read_without_method() -> None:
    text = (
        f'<SAMLAuthContext xmlns="{NAMESPACE}"><AuthContextInfo IdentityProvider="i"'
        ' AuthenticationInstant="2020-09-29T12:00:00.000+02:00"'
        ' AuthnContextClassRef="l" ServiceID="s"/></SAMLAuthContext>'
    )
    assert parsed(text) == Authentication("", "l", AT, "i")


def test_parsed_when_it_has_a_document_type_then_nothing_is_read() -> None:
    assert parsed("<!DOCTYPE x>" + written(PASSKEY)) is None


@pytest.mark.parametrize(
    "number",
    ["19121212-1212", "191212121212", "1212121212", "121212-1212", "121212+1212"],
)
def test_issue_when_a_personal_number_slips_in_then_refuses(
    tmp_path: Path, number: str
) -> None:
    authority = load_authority(tmp_path)
    with pytest.raises(PersonalNumber):
        authority.issue(name=f"Göran {number}", role="", at=AT)
    slipped = Authentication("bankid", "loa3", AT, f"https://idp/{number}")
    with pytest.raises(PersonalNumber):
        authority.issue(name="Göran", role="", at=AT, authentication=slipped)

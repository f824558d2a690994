"""Signatures beside what they sign: what they are worth, and what they are not."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from boards.shared.seal.authority import Authority, load_authority
from boards.shared.seal.detached import Detached, sign_detached, verify_detached
from boards.shared.seal.errors import PersonalNumber, SealError

AT = datetime(2026, 11, 24, 0, 50, tzinfo=UTC)
CONTENT = b'{"seal":1}'

pytestmark = pytest.mark.law("S-05")


@pytest.fixture(scope="module")
def signature(authority: Authority) -> bytes:
    return sign_detached(CONTENT, "Justera", AT, authority)


def test_signature_when_the_content_is_the_same_then_holds_with_its_time(
    authority: Authority, signature: bytes
) -> None:
    found = verify_detached(CONTENT, signature, authority)
    assert found == Detached(intact=True, trusted=True, stamped_at=AT)


def test_signature_when_the_content_is_another_then_is_not_intact(
    authority: Authority, signature: bytes
) -> None:
    assert not verify_detached(b'{"seal":2}', signature, authority).intact


def test_signature_when_of_another_authority_then_is_intact_and_not_trusted(
    tmp_path: Path, signature: bytes
) -> None:
    found = verify_detached(CONTENT, signature, load_authority(tmp_path))
    assert found == Detached(intact=True, trusted=False, stamped_at=None)


@pytest.mark.parametrize("damaged", [b"", b"nothing", b"\x30\x03\x02\x01\x01"])
def test_signature_when_it_is_none_then_raises(
    authority: Authority, damaged: bytes
) -> None:
    with pytest.raises(SealError):
        verify_detached(CONTENT, damaged, authority)


def test_signature_when_cut_then_raises(authority: Authority, signature: bytes) -> None:
    with pytest.raises(SealError):
        verify_detached(CONTENT, signature[:-100], authority)


def test_signature_when_the_name_holds_a_personal_number_then_is_not_made(
    authority: Authority,
) -> None:
    with pytest.raises(PersonalNumber):
        sign_detached(CONTENT, "19121212-1212", AT, authority)


def test_signature_when_read_by_openssl_then_holds(
    authority: Authority, signature: bytes, tmp_path: Path
) -> None:
    """As docs/formats/historikkedja.md says."""
    (tmp_path / "seal.json").write_bytes(CONTENT)
    (tmp_path / "seal.der").write_bytes(signature)
    pem = authority.certificate.public_bytes(Encoding.PEM)
    (tmp_path / "authority.cert.pem").write_bytes(pem)
    command = (
        "openssl cms -verify -binary -inform DER -in seal.der -content seal.json"
        " -CAfile authority.cert.pem -purpose any -no_check_time"
    )
    done = subprocess.run(
        command.split(), cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout == CONTENT

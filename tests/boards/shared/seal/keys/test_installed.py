"""The certificate of a kept key: made, renewed, checked, and refused where it fails."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from boards.shared.seal.authority import (
    EARLIER_FOLDER,
    KEPT_CERTIFICATE_FILE,
    Authority,
    load_authority,
)
from boards.shared.seal.errors import (
    AuthorityExpired,
    KeyMismatch,
    KeyUnreachable,
    NotInstalled,
)
from boards.shared.seal.installing import (
    Installing,
    make_certificate,
    request_certificate,
    try_key,
)
from boards.shared.seal.keys.file import KeyFile
from boards.shared.seal.keys.kept import KeptKey
from boards.shared.seal.pades import sign_pdf, verify_pdf
from boards.shared.seal.revocation import revocation_list
from tests.boards.shared.seal.keys.files import write_key
from tests.boards.shared.seal.making import signing

AT = datetime(2020, 9, 29, 10, tzinfo=UTC)
Installed = Callable[[str], Authority]


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return write_key(tmp_path / "key.pem", ec.generate_private_key(ec.SECP384R1()))


def test_make_certificate_when_made_then_it_does_not_say_trial(
    key_file: Path, installed: Installed
) -> None:
    authority = installed(f"file:{key_file}")
    name = authority.certificate.subject.rfc4514_string()
    assert name == "C=SE,O=Exempel,CN=Exempel kommun: underskrifter"
    authority.certificate.verify_directly_issued_by(authority.certificate)
    try_key(authority, AT)


def test_sign_pdf_when_the_key_is_in_a_file_then_certificate_and_list_are_its_own(
    key_file: Path, installed: Installed, unsigned: bytes
) -> None:
    authority = installed(f"file:{key_file}")
    assert sign_pdf(unsigned, signing("chair"), authority).evidence.report.valid
    key = authority.certificate.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert revocation_list(authority, AT).is_signature_valid(key)


def test_sign_pdf_when_the_key_changed_since_then_what_was_signed_still_holds(
    key_file: Path, installed: Installed, unsigned: bytes, tmp_path: Path
) -> None:
    trial = load_authority(tmp_path / "signing")
    on_trial = sign_pdf(unsigned, signing("secretary"), trial).pdf
    first = installed(f"file:{key_file}")
    before = sign_pdf(on_trial, signing("chair"), first).pdf
    write_key(key_file, ec.generate_private_key(ec.SECP256R1()))
    second = installed(f"file:{key_file}")
    assert [one.trusted for one in verify_pdf(before, second)] == [True, True]
    kept = list((tmp_path / "signing" / EARLIER_FOLDER).iterdir())
    assert kept[0].read_bytes() == first.certificate.public_bytes(
        serialization.Encoding.PEM
    )


def test_sign_pdf_when_the_certificate_has_run_out_then_refuses(
    key_file: Path, tmp_path: Path, unsigned: bytes
) -> None:
    keeper = KeyFile(key_file)
    old = datetime(2018, 1, 1, tzinfo=UTC)
    make_certificate(tmp_path, Installing(keeper, "Exempel", "Exempel"), old, 1)
    authority = load_authority(tmp_path, keeper)
    with pytest.raises(AuthorityExpired):
        sign_pdf(unsigned, signing("chair"), authority)
    with pytest.raises(AuthorityExpired):
        try_key(authority, AT)


def test_sign_pdf_when_the_key_file_is_anothers_then_refuses(
    key_file: Path, installed: Installed, unsigned: bytes
) -> None:
    authority = installed(f"file:{key_file}")
    write_key(key_file, ec.generate_private_key(ec.SECP384R1()))
    with pytest.raises(KeyMismatch):
        sign_pdf(unsigned, signing("chair"), authority)


def test_sign_pdf_when_the_key_file_is_gone_or_spoilt_then_refuses(
    key_file: Path, installed: Installed, unsigned: bytes
) -> None:
    authority = installed(f"file:{key_file}")
    key_file.write_text("spoilt")
    with pytest.raises(KeyUnreachable, match="no readable key"):
        sign_pdf(unsigned, signing("chair"), authority)
    write_key(key_file, rsa.generate_private_key(65537, 2048))
    with pytest.raises(KeyUnreachable, match="no elliptic curve key"):
        sign_pdf(unsigned, signing("chair"), authority)
    key_file.unlink()
    with pytest.raises(KeyUnreachable, match="cannot be read"):
        sign_pdf(unsigned, signing("chair"), authority)


def test_load_authority_when_the_certificate_is_missing_then_says_how_to_make_it(
    key_file: Path, tmp_path: Path
) -> None:
    with pytest.raises(NotInstalled, match="signing_certificate"):
        load_authority(tmp_path, KeyFile(key_file))


def test_load_authority_when_the_certificate_may_not_issue_then_refuses(
    key_file: Path, tmp_path: Path
) -> None:
    other = load_authority(tmp_path / "other")
    file = tmp_path / KEPT_CERTIFICATE_FILE
    pem = serialization.Encoding.PEM
    for wrong in (other.stamping, other.issue(name="G", role="O", at=AT)):
        file.write_bytes(wrong.certificate.public_bytes(pem))
        with pytest.raises(NotInstalled, match="of no authority"):
            load_authority(tmp_path, KeyFile(key_file))
    file.write_text("spoilt")
    with pytest.raises(NotInstalled, match="no certificate"):
        load_authority(tmp_path, KeyFile(key_file))


def test_request_certificate_when_asked_then_another_authority_can_issue(
    key_file: Path,
) -> None:
    pem = request_certificate(Installing(KeyFile(key_file), "Exempel", "Exempel"))
    request = x509.load_pem_x509_csr(pem)
    assert request.is_signature_valid
    basic = request.extensions.get_extension_for_class(x509.BasicConstraints)
    assert basic.value.ca


def test_kept_key_when_asked_for_its_secret_then_has_none(key_file: Path) -> None:
    keeper = KeyFile(key_file)
    key = KeptKey(keeper, keeper.public_key())
    for secret in (key.private_bytes, key.private_numbers, key.exchange):
        with pytest.raises(NotImplementedError):
            secret()
    assert (key.key_size, key.curve.name) == (384, "secp384r1")

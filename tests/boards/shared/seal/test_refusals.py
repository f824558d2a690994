"""What cannot be signed is refused by name, and nothing comes out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boards.shared.seal.authority import REVOKED_FILE, Authority, load_authority
from boards.shared.seal.errors import AuthorityExpired, AuthorityRevoked, PersonalNumber
from boards.shared.seal.pades import sign_pdf, verify_pdf
from boards.shared.seal.revocation import revocation_list, revoke
from tests.boards.shared.seal.making import signing

AT = datetime(2020, 9, 29, 10, tzinfo=UTC)


@pytest.mark.parametrize("year", [1999, 2061])
def test_sign_pdf_when_the_authority_does_not_hold_then_refuses(
    unsigned: bytes, authority: Authority, year: int
) -> None:
    at = datetime(year, 6, 1, tzinfo=UTC)
    with pytest.raises(AuthorityExpired) as refused:
        sign_pdf(unsigned, replace(signing("chair"), at=at), authority)
    assert refused.value.code == "seal.authority_expired"


def test_sign_pdf_when_the_authority_is_revoked_then_refuses(
    unsigned: bytes, tmp_path: Path
) -> None:
    serial = load_authority(tmp_path).certificate.serial_number
    revoke(tmp_path / REVOKED_FILE, serial, AT)
    with pytest.raises(AuthorityRevoked) as refused:
        sign_pdf(unsigned, signing("chair"), load_authority(tmp_path))
    assert refused.value.code == "seal.authority_revoked"


def test_sign_pdf_when_it_is_revoked_later_then_what_was_signed_stays(
    unsigned: bytes, tmp_path: Path
) -> None:
    authority = load_authority(tmp_path)
    signed = sign_pdf(unsigned, signing("chair"), authority)
    revoke(
        tmp_path / REVOKED_FILE,
        authority.certificate.serial_number,
        AT + timedelta(days=1),
    )
    assert verify_pdf(signed.pdf, load_authority(tmp_path))[0].valid


def test_revocation_list_when_a_certificate_was_revoked_then_it_is_on_it(
    tmp_path: Path,
) -> None:
    issued = load_authority(tmp_path).issue(name="G", role="O", at=AT)
    serial = issued.certificate.serial_number
    revoke(tmp_path / REVOKED_FILE, serial, AT)
    authority = load_authority(tmp_path)
    before = revocation_list(authority, AT - timedelta(seconds=1))
    after = revocation_list(authority, AT)
    assert before.get_revoked_certificate_by_serial_number(serial) is None
    assert after.get_revoked_certificate_by_serial_number(serial) is not None
    key = authority.certificate.public_key()
    assert after.is_signature_valid(key)  # type: ignore[arg-type]  # elliptic


def test_sign_pdf_when_a_personal_number_slips_in_then_refuses(
    unsigned: bytes, authority: Authority
) -> None:
    slipped = replace(signing("chair"), reason="Justerat av 19121212-1212")
    with pytest.raises(PersonalNumber):
        sign_pdf(unsigned, slipped, authority)

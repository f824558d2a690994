"""The authority is made once, guarded, and issues certificates that live shortly."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.x509.oid import NameOID

from boards.shared.seal.authority import (
    CERTIFICATE_FILE,
    KEY_FILE,
    NotInstalled,
    load_authority,
)

AT = datetime(2020, 9, 29, 10, tzinfo=UTC)


def test_load_authority_when_many_ask_first_then_all_get_the_same(
    tmp_path: Path,
) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(load_authority, [tmp_path / "s"] * 8))
    assert len({one.certificate.serial_number for one in found}) == 1


def test_load_authority_when_made_then_only_its_owner_reads_the_key(
    tmp_path: Path,
) -> None:
    load_authority(tmp_path)
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_load_authority_when_half_is_lost_then_says_so(tmp_path: Path) -> None:
    load_authority(tmp_path)
    (tmp_path / CERTIFICATE_FILE).unlink()
    with pytest.raises(NotInstalled):
        load_authority(tmp_path)


def test_load_authority_when_made_then_it_says_that_it_is_for_trial(
    tmp_path: Path,
) -> None:
    certificate = load_authority(tmp_path).certificate
    assert "provdrift" in certificate.subject.rfc4514_string()
    assert certificate.not_valid_before_utc.year == 2000


def test_issue_when_asked_twice_then_keys_differ_and_names_are_the_signers(
    tmp_path: Path,
) -> None:
    authority = load_authority(tmp_path)
    first, second = (
        authority.issue(name="Göran Ekström", role="Ordförande", at=AT) for _ in "ab"
    )
    assert first.certificate.serial_number != second.certificate.serial_number
    assert first.key.private_numbers() != second.key.private_numbers()
    names = first.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    assert names[0].value == "Göran Ekström"
    lived = (
        first.certificate.not_valid_after_utc - first.certificate.not_valid_before_utc
    )
    assert lived <= timedelta(days=30)
    first.certificate.verify_directly_issued_by(authority.certificate)


def test_issue_when_the_name_is_too_long_then_it_is_cut(tmp_path: Path) -> None:
    issued = load_authority(tmp_path).issue(name="x" * 200, role="", at=AT)
    names = issued.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    assert len(str(names[0].value)) == 64

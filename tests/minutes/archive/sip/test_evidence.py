"""The evidence in a delivery shows in 2040, with others' tools, who signed.

Besides the package only the two certificates everything goes back to are asked for: the
installation's authority and its time stamps'.
"""

from __future__ import annotations

import json
import socket
import subprocess
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from boards.shared.seal.authority import Authority
from boards.shared.seal.setup import own_authority
from minutes.approval.models import Approval
from minutes.archive.package import SIGNED
from minutes.archive.sip.actions import build_year
from tests.boards.shared.seal.readers import Blob, blobs, openssl_verifies
from tests.minutes.archive.sip.test_sip import approval, unpacked  # noqa: F401

pytestmark = pytest.mark.law("R-06")
THEN = datetime(2040, 6, 1, tzinfo=UTC)


@pytest.fixture
def delivered(approval: Approval, tmp_path: Path) -> Path:  # noqa: F811  the fixture
    """The folder of the minutes in an unpacked package, which is all there is left."""
    board = approval.meeting.board
    package = build_year(board=board, year=2020, folder=tmp_path, by=None)
    (signed,) = unpacked(package, tmp_path / "ut").rglob(SIGNED)
    return signed.parent


@pytest.fixture(autouse=True)
def offline(delivered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to ask anybody, once the package is built."""

    def refuse(*_given: object) -> None:
        raise AssertionError("nothing may be asked of anybody")

    assert delivered.is_dir()
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def evidence(folder: Path, position: int, kind: str) -> list[bytes]:
    """Return the files of one signature and one kind."""
    found = sorted((folder / "bevis").glob(f"underskrift-{position}-{kind}*"))
    return [path.read_bytes() for path in found]


def stamp_holds(blob: Blob, authority: Authority, folder: Path, at: datetime) -> bool:
    """Say whether `openssl ts` takes the stamp for the signature's at that moment."""
    (folder / "stamp").write_bytes(blob.stamp)
    own = authority.stamping.certificate.public_bytes(Encoding.PEM)
    (folder / "tsa").write_bytes(own)
    command = ["openssl", "ts", "-verify", "-token_in", "-in", folder / "stamp"]
    command += ["-digest", sha256(blob.value).hexdigest(), "-CAfile", folder / "tsa"]
    command += ["-attime", f"{int(at.timestamp())}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_evidence_when_read_in_2040_then_each_signature_is_shown(
    delivered: Path, tmp_path: Path
) -> None:
    authority = own_authority()
    made = {blob.stamp: blob for blob in blobs((delivered / SIGNED).read_bytes())}
    assert len(made) == 3
    for position in range(1, len(made) + 1):
        (stamp,) = evidence(delivered, position, "tidsstampel")
        blob = made.pop(stamp)
        assert stamp_holds(blob, authority, tmp_path, THEN)
        assert openssl_verifies(blob, authority, tmp_path)
        (pem,) = evidence(delivered, position, "certifikat")
        signer = x509.load_pem_x509_certificates(pem)[0]
        signer.verify_directly_issued_by(authority.certificate)
        assert not_revoked(delivered, position, signer, authority)
        (check,) = evidence(delivered, position, "kontroll")
        (mandate,) = evidence(delivered, position, "uppdrag")
        assert json.loads(check)["valid"] is True
        assert signer.subject.rfc4514_string()
        assert json.loads(mandate)["printed_as"] in signer.subject.rfc4514_string()


def not_revoked(
    folder: Path, position: int, signer: x509.Certificate, authority: Authority
) -> bool:
    """Say whether a list of the authority, of that day, does not name the signer."""
    lists = [x509.load_der_x509_crl(one) for one in evidence(folder, position, "sparr")]
    own = [
        one
        for one in lists
        if one.is_signature_valid(authority.certificate.public_key())
    ]
    assert own
    serial = signer.serial_number
    return all(
        one.get_revoked_certificate_by_serial_number(serial) is None for one in own
    )


def test_evidence_when_a_stamp_is_of_another_signature_then_seen(
    delivered: Path, tmp_path: Path
) -> None:
    authority = own_authority()
    first, second, _third = blobs((delivered / SIGNED).read_bytes())
    mixed = Blob(first.content, first.container, first.value, second.stamp, first.at)
    assert stamp_holds(first, authority, tmp_path, THEN)
    assert not stamp_holds(mixed, authority, tmp_path, THEN)
    late = datetime(2061, 1, 1, tzinfo=UTC)
    assert not stamp_holds(first, authority, tmp_path, late)

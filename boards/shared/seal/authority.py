"""The installation's own signing authority: for trial, until a trusted one is bought.

Every signature gets a key and a certificate of its own. The key lives only while the
signature is made, so nobody can sign a second time in somebody's name.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from boards.shared.seal.authentication import Authentication
from boards.shared.seal.certificates import (
    authoritys_certificate,
    may_issue,
    refuse_personal_number,
    signers_certificate,
    signers_name,
    stamps_certificate,
)
from boards.shared.seal.errors import (
    AuthorityExpired,
    AuthorityRevoked,
    NotInstalled,
)
from boards.shared.seal.keys.kept import Keeper, KeptKey
from boards.shared.seal.revocation import Revocation, read_revocations

KEY_FILE = "authority.key.pem"
CERTIFICATE_FILE = "authority.cert.pem"
# The certificate of a key that is kept elsewhere.
KEPT_CERTIFICATE_FILE = "signing.cert.pem"
# Certificates that sign no more, but that older signatures go back to.
EARLIER_FOLDER = "earlier"
STAMP_KEY_FILE = "timestamp.key.pem"
STAMP_CERTIFICATE_FILE = "timestamp.cert.pem"
REVOKED_FILE = "revoked.json"
# Old enough for a demonstration that replays meetings of years past at their own time.
VALID_FROM = datetime(2000, 1, 1, tzinfo=UTC)
VALID_TO = datetime(2060, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Issued:
    """A key with its certificate; a signer's is never stored."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate


@dataclass(frozen=True, slots=True)
class Authority:
    """A key and its own certificate, its own time stamps, and what it has revoked."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    stamping: Issued
    revoked: tuple[Revocation, ...] = ()
    earlier: tuple[x509.Certificate, ...] = ()

    @property
    def trusted(self) -> tuple[x509.Certificate, ...]:
        """What a signature of this installation, of any time, goes back to."""
        return (self.certificate, self.stamping.certificate, *self.earlier)

    def issue(
        self,
        *,
        name: str,
        role: str,
        at: datetime,
        authentication: Authentication | None = None,
    ) -> Issued:
        """Return a new key with a certificate for one signature at that moment."""
        self.refuse_unless_in_force(at)
        said = authentication
        refuse_personal_number(
            name, role, *((said.method, said.identity_provider) if said else ())
        )
        key = ec.generate_private_key(ec.SECP256R1())
        builder = signers_certificate(
            self.certificate,
            signers_name(name, role),
            key.public_key(),
            at.astimezone(UTC),
            said,
        )
        return Issued(key, builder.sign(self.key, hashes.SHA256()))

    def refuse_unless_in_force(self, at: datetime) -> None:
        """Raise when the authority's own certificate is expired or revoked then."""
        own = self.certificate
        if not own.not_valid_before_utc <= at <= own.not_valid_after_utc:
            message = f"the signing authority's certificate does not hold at {at}"
            raise AuthorityExpired(message)
        for row in self.revoked:
            if row.serial == own.serial_number and row.at <= at:
                message = f"the signing authority's certificate was revoked {row.at}"
                raise AuthorityRevoked(message)


def load_authority(folder: Path, keeper: Keeper | None = None) -> Authority:
    """Return the authority of that folder; it is made the first time.

    With a keeper the key is elsewhere, and nobody asks for it until something is
    signed: what was signed can be checked without it.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _locked(folder / ".lock"):
        own = (
            _kept(folder / KEPT_CERTIFICATE_FILE, keeper)
            if keeper
            else _own(folder, KEY_FILE, CERTIFICATE_FILE, authoritys_certificate)
        )
        stamping = _own(
            folder, STAMP_KEY_FILE, STAMP_CERTIFICATE_FILE, stamps_certificate
        )
        revoked = read_revocations(folder / REVOKED_FILE)
        earlier = _earlier(folder) if keeper else ()
    return Authority(own.key, own.certificate, stamping, revoked, earlier)


Maker = Callable[
    [ec.EllipticCurvePrivateKey, tuple[datetime, datetime]], x509.Certificate
]


def _kept(certificate_file: Path, keeper: Keeper) -> Issued:
    try:
        pem = certificate_file.read_bytes()
        certificate = x509.load_pem_x509_certificate(pem)
    except FileNotFoundError as error:
        message = f"no {certificate_file.name}: manage.py signing_certificate makes it"
        raise NotInstalled(message) from error
    except ValueError as error:
        raise NotInstalled(f"{certificate_file.name} is no certificate") from error
    public = certificate.public_key()
    if not (isinstance(public, ec.EllipticCurvePublicKey) and may_issue(certificate)):
        message = f"{certificate_file.name} is of no authority with an elliptic curve"
        raise NotInstalled(message)
    return Issued(KeptKey(keeper, public), certificate)


def _earlier(folder: Path) -> tuple[x509.Certificate, ...]:
    """Return the certificates of the trial and of keys before this one."""
    files = [folder / CERTIFICATE_FILE, *sorted((folder / EARLIER_FOLDER).glob("*"))]
    return tuple(
        x509.load_pem_x509_certificate(file.read_bytes())
        for file in files
        if file.is_file()
    )


def _own(folder: Path, key_name: str, certificate_name: str, maker: Maker) -> Issued:
    key_file, certificate_file = folder / key_name, folder / certificate_name
    found = _pair(key_file, certificate_file)
    if found is not None:
        return found
    key = ec.generate_private_key(ec.SECP256R1())
    made = Issued(key, maker(key, (VALID_FROM, VALID_TO)))
    _write(made, key_file, certificate_file)
    return made


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _pair(key_file: Path, certificate_file: Path) -> Issued | None:
    if key_file.exists() != certificate_file.exists():
        message = f"{key_file.parent} holds a key without its certificate, or reversed"
        raise NotInstalled(message)
    if not key_file.exists():
        return None
    key = serialization.load_pem_private_key(key_file.read_bytes(), password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        message = f"{key_file.name} is no elliptic curve key"
        raise NotInstalled(message)
    certificate = x509.load_pem_x509_certificate(certificate_file.read_bytes())
    return Issued(key, certificate)


def _write(pair: Issued, key_file: Path, certificate_file: Path) -> None:
    pem = pair.key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    # The mode is set as the file is made: no moment when others could read the key.
    handle = os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
    encoding = serialization.Encoding.PEM
    certificate_file.write_bytes(pair.certificate.public_bytes(encoding))

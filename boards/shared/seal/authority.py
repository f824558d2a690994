"""The installation's own signing authority: for trial, until a trusted one is bought.

Every signature gets a key and a certificate of its own. The key lives only while the
signature is made, so nobody can sign a second time in somebody's name.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

KEY_FILE = "authority.key.pem"
CERTIFICATE_FILE = "authority.cert.pem"
# Old enough for a demonstration that replays meetings of years past at their own time.
VALID_FROM = datetime(2000, 1, 1, tzinfo=UTC)
VALID_TO = datetime(2060, 1, 1, tzinfo=UTC)
LIFETIME = timedelta(hours=1)
# X.520 bounds: a longer name is refused by strict readers.
NAME_LIMIT = 64


class NotInstalled(RuntimeError):  # noqa: N818  says what is wrong
    """The authority's folder holds one half of the pair only."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A key and its own certificate."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def issue(self, *, name: str, role: str, at: datetime) -> "Issued":
        """Return a new key with a certificate for one signature at that moment."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name(
            [
                x509.NameAttribute(NameOID.COMMON_NAME, _bounded(name)),
                x509.NameAttribute(NameOID.TITLE, _bounded(role)),
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Justera"),
            ]
        )
        begin = at.astimezone(UTC) - timedelta(minutes=1)
        builder = _builder(subject, self.certificate.subject, key.public_key())
        builder = builder.not_valid_before(begin).not_valid_after(begin + LIFETIME)
        for extension, critical in _leaf_extensions(self, key):
            builder = builder.add_extension(extension, critical=critical)
        return Issued(key, builder.sign(self.key, hashes.SHA256()))


@dataclass(frozen=True, slots=True)
class Issued:
    """What one signature is made with; it is never stored."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate


def load_authority(folder: Path) -> Authority:
    """Return the authority of that folder; it is made the first time."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _locked(folder / ".lock"):
        key_file, certificate_file = folder / KEY_FILE, folder / CERTIFICATE_FILE
        if key_file.exists() != certificate_file.exists():
            message = f"{folder} holds a key without its certificate, or the reverse"
            raise NotInstalled(message)
        if not key_file.exists():
            _write(_create(), key_file, certificate_file)
        return _read(key_file, certificate_file)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _read(key_file: Path, certificate_file: Path) -> Authority:
    key = serialization.load_pem_private_key(key_file.read_bytes(), password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        message = f"{key_file.name} is no elliptic curve key"
        raise NotInstalled(message)
    certificate = x509.load_pem_x509_certificate(certificate_file.read_bytes())
    return Authority(key, certificate)


def _create() -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, "Justera: endast för provdrift"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Justera"),
            x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
        ]
    )
    usage = x509.KeyUsage(
        **dict.fromkeys(_USAGES, False) | {"key_cert_sign": True, "crl_sign": True}
    )
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    certificate = (
        _builder(name, name, key.public_key())
        .not_valid_before(VALID_FROM)
        .not_valid_after(VALID_TO)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(identifier, critical=False)
        .sign(key, hashes.SHA256())
    )
    return Authority(key, certificate)


_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
    )


def _leaf_extensions(
    authority: Authority, key: ec.EllipticCurvePrivateKey
) -> list[tuple[x509.ExtensionType, bool]]:
    usage = x509.KeyUsage(
        **dict.fromkeys(_USAGES, False)
        | {"digital_signature": True, "content_commitment": True}
    )
    issuer = authority.certificate.extensions.get_extension_for_class(
        x509.SubjectKeyIdentifier
    ).value
    return [
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (usage, True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), False),
        (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
        (
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer),
            False,
        ),
    ]


def _write(authority: Authority, key_file: Path, certificate_file: Path) -> None:
    pem = authority.key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    # The mode is set as the file is made: no moment when others could read the key.
    handle = os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
    encoding = serialization.Encoding.PEM
    certificate_file.write_bytes(authority.certificate.public_bytes(encoding))


def _bounded(text: str) -> str:
    return text.strip()[:NAME_LIMIT] or "-"

"""The simulator's authorities: for its server and clients, and for people's e-IDs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

# Production refuses every authority with this organisation.
ORGANISATION = "Justera BankID-simulator"
# BankID's own policy for mobile BankID in its test environment.
MOBILE_TEST_POLICY = ObjectIdentifier("1.2.3.4.25")
YEARS = timedelta(days=3650)
SKEW = timedelta(hours=1)


@dataclass(frozen=True)
class Pair:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    def write(self, folder: Path, name: str) -> None:
        """Write both as PEM; the key for the owner's eyes alone."""
        pem = self.certificate.public_bytes(serialization.Encoding.PEM)
        (folder / f"{name}.pem").write_bytes(pem)
        secret = folder / f"{name}.key"
        secret.touch(mode=0o600)
        secret.write_bytes(
            self.key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )

    @classmethod
    def read(cls, folder: Path, name: str) -> Pair:
        """Read what `write` wrote."""
        key = serialization.load_pem_private_key(
            (folder / f"{name}.key").read_bytes(), None
        )
        assert isinstance(key, rsa.RSAPrivateKey)  # noqa: S101  we wrote it
        pem = (folder / f"{name}.pem").read_bytes()
        return cls(x509.load_pem_x509_certificate(pem), key)


def name_of(common: str, *more: tuple[ObjectIdentifier, str]) -> x509.Name:
    """Return a name in the simulator's organisation."""
    parts = [
        (NameOID.COUNTRY_NAME, "SE"),
        (NameOID.ORGANIZATION_NAME, ORGANISATION),
        *more,
        (NameOID.COMMON_NAME, common),
    ]
    return x509.Name([x509.NameAttribute(kind, text) for kind, text in parts])


def key_usage(*names: str) -> x509.KeyUsage:
    """Return a key usage with only these bits."""
    every = (
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
    return x509.KeyUsage(**{one: one in names for one in every})


def issue(
    name: x509.Name,
    *extensions: tuple[x509.ExtensionType, bool],
    issuer: Pair | None = None,
    expired: bool = False,
) -> Pair:
    """Issue a certificate with a new key, signed by itself when nobody issues it."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    moment = datetime.now(UTC)
    end = moment - SKEW if expired else moment + YEARS
    by = issuer.certificate if issuer else None
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(by.subject if by else name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(moment - 2 * SKEW)
        .not_valid_after(end)
    )
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    builder = builder.add_extension(identifier, critical=False)
    if by:
        above = x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key())
        builder = builder.add_extension(above, critical=False)
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical=critical)
    signed = builder.sign(issuer.key if issuer else key, hashes.SHA256())
    return Pair(signed, key)


def issue_ca(common: str, issuer: Pair | None = None) -> Pair:
    """Issue an authority."""
    return issue(
        name_of(common),
        (x509.BasicConstraints(ca=True, path_length=None), True),
        (key_usage("key_cert_sign", "crl_sign"), True),
        issuer=issuer,
    )


def issue_responder(issuer: Pair) -> Pair:
    """Issue the certificate that answers for an authority's certificates."""
    return issue(
        name_of("Testbanken OCSP"),
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (key_usage("digital_signature"), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING]), False),
        (x509.OCSPNoCheck(), False),
        issuer=issuer,
    )


@dataclass
class Authority:
    """Who issues people's e-IDs and says whether they are revoked."""

    root: Pair
    bank: Pair
    responder: Pair
    people: dict[tuple[str, bool], Pair] = field(default_factory=dict)

    @classmethod
    def in_folder(cls, folder: Path) -> Authority:
        """Read the authorities of a folder; a new folder gets new ones."""
        if not (folder / "responder.pem").exists():
            make_tls(folder)
            root = issue_ca("BankID-simulator Root CA")
            bank = issue_ca("Testbanken CA för BankID", root)
            for pair, name in ((root, "user-ca"), (bank, "bank-ca")):
                pair.write(folder, name)
            issue_responder(bank).write(folder, "responder")
        names = ("user-ca", "bank-ca", "responder")
        return cls(*(Pair.read(folder, name) for name in names))

    @classmethod
    def foreign(cls) -> Authority:
        """Return an authority of the same names that nobody believes."""
        root = issue_ca("BankID-simulator Root CA")
        bank = issue_ca("Testbanken CA för BankID", root)
        return cls(root, bank, issue_responder(bank))

    def person(self, number: str, name: str, *, expired: bool = False) -> Pair:
        """Return somebody's e-ID, issued when it is first used."""
        given, _space, family = name.partition(" ")
        if (number, expired) not in self.people:
            self.people[number, expired] = issue(
                name_of(
                    name,
                    (NameOID.SURNAME, family),
                    (NameOID.GIVEN_NAME, given),
                    (NameOID.SERIAL_NUMBER, number),
                ),
                (x509.BasicConstraints(ca=False, path_length=None), True),
                (key_usage("digital_signature"), True),
                (
                    x509.CertificatePolicies(
                        [x509.PolicyInformation(MOBILE_TEST_POLICY, None)]
                    ),
                    False,
                ),
                issuer=self.bank,
                expired=expired,
            )
        return self.people[number, expired]


def make_tls(folder: Path) -> None:
    """Make the authority of the connection, the server's certificate, a client's."""
    ca = issue_ca("BankID-simulator SSL Root CA")
    ca.write(folder, "tls-ca")
    leaf = (x509.BasicConstraints(ca=False, path_length=None), True)
    usage = (key_usage("digital_signature", "key_encipherment"), True)
    here = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    issue(
        name_of("BankID-simulator"),
        *(leaf, usage),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
        (x509.SubjectAlternativeName(here), False),
        issuer=ca,
    ).write(folder, "server")
    issue(
        name_of("Justera"),
        *(leaf, usage),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), False),
        issuer=ca,
    ).write(folder, "client")

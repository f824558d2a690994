"""The certificates the signing authority makes: its own, a signer's, a time stamp's."""

import re
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from boards.shared.seal.authentication import Authentication, extension
from boards.shared.seal.errors import PersonalNumber

ORGANIZATION = "Justera"
TRIAL_NAME = "Justera: endast för provdrift"
TRIAL_STAMP_NAME = "Justera: tidsstämplar endast för provdrift"
# How far two clocks may be apart, ours and a time stamp authority's.
CLOCK_TOLERANCE = timedelta(minutes=5)
# The key is gone at once; what lives on is what it signed. Justering takes 14 days
# (KL 8:12), and the archive's time stamp has to come while the certificate holds.
LIFETIME = timedelta(days=30)
# X.520 bounds: a longer name is refused by strict readers.
NAME_LIMIT = 64
# With or without century and sign; days above 60 are coordination numbers.
PERSONAL_NUMBER = re.compile(
    r"(?<!\d)(?:19|20|18)?\d\d(?:0[1-9]|1[0-2])(?:[0-2][1-9]|[1-3]0|31|[6-8]\d|9[01])"
    r"[-+ ]?\d{4}(?!\d)"
)
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

Extension = tuple[x509.ExtensionType, bool]


def signers_certificate(
    issuer: x509.Certificate,
    subject: x509.Name,
    key: ec.EllipticCurvePublicKey,
    at: datetime,
    authentication: Authentication | None,
) -> x509.CertificateBuilder:
    """Return the certificate of one signature, to be signed by its issuer."""
    begin = max(at - CLOCK_TOLERANCE, issuer.not_valid_before_utc)
    end = min(begin + LIFETIME, issuer.not_valid_after_utc)
    builder = _begun(subject, issuer.subject, key, (begin, end))
    extensions = [
        *_end_entity(issuer, key, "digital_signature", "content_commitment"),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), False),
    ]
    if authentication is not None:
        extensions.append((extension(authentication), False))
    return _extended(builder, extensions)


def stamps_certificate(
    key: ec.EllipticCurvePrivateKey, span: tuple[datetime, datetime]
) -> x509.Certificate:
    """Return the certificate of the installation's own time stamps (RFC 3161, 2.3).

    It stands for itself, not under the authority: a stamp can then be checked without
    asking anybody whether its certificate still holds.
    """
    name, public = named(TRIAL_STAMP_NAME), key.public_key()
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    builder = _extended(
        _begun(name, name, public, span),
        [
            (x509.BasicConstraints(ca=False, path_length=None), True),
            (_usage("digital_signature"), True),
            (purpose, True),
            (x509.SubjectKeyIdentifier.from_public_key(public), False),
        ],
    )
    return builder.sign(key, hashes.SHA256())


def authoritys_certificate(
    key: ec.EllipticCurvePrivateKey,
    span: tuple[datetime, datetime],
    name: x509.Name | None = None,
) -> x509.Certificate:
    """Return the authority's own certificate, signed by itself; unnamed, for trial."""
    subject, public = name or named(TRIAL_NAME), key.public_key()
    builder = _extended(_begun(subject, subject, public, span), _authoritys(public))
    return builder.sign(key, hashes.SHA256())


def authoritys_request(
    key: ec.EllipticCurvePrivateKey, name: x509.Name
) -> x509.CertificateSigningRequest:
    """Return the request to another authority for our authority's certificate."""
    builder = x509.CertificateSigningRequestBuilder().subject_name(name)
    for one, critical in _authoritys(key.public_key()):
        builder = builder.add_extension(one, critical=critical)
    return builder.sign(key, hashes.SHA256())


def signers_name(name: str, role: str) -> x509.Name:
    """Return the signer as the subject of a certificate: name and role, no number."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, _bounded(name)),
            x509.NameAttribute(NameOID.TITLE, _bounded(role)),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANIZATION),
        ]
    )


def named(name: str, organization: str = ORGANIZATION) -> x509.Name:
    """Return the name of an authority."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, _bounded(name)),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _bounded(organization)),
            x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
        ]
    )


def refuse_personal_number(*texts: str) -> None:
    """Raise `PersonalNumber` when a text holds one: the document is public."""
    if any(PERSONAL_NUMBER.search(text) for text in texts):
        raise PersonalNumber("a personal number may not stand in a signature")


def is_for_trial(authority: x509.Certificate) -> bool:
    """Say whether an authority calls itself one for trial."""
    return authority.subject == named(TRIAL_NAME)


def may_issue(certificate: x509.Certificate) -> bool:
    """Say whether it is an authority's, with all that what it issues refers to."""
    try:
        found = certificate.extensions
        found.get_extension_for_class(x509.SubjectKeyIdentifier)
        usage = found.get_extension_for_class(x509.KeyUsage).value
        basic = found.get_extension_for_class(x509.BasicConstraints).value
    except (x509.ExtensionNotFound, ValueError):
        return False
    return basic.ca and usage.key_cert_sign and usage.crl_sign


def issuers_identifier(issuer: x509.Certificate) -> x509.AuthorityKeyIdentifier:
    """Return how a certificate or list points at the key that signed it."""
    found = issuer.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(found)


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    span: tuple[datetime, datetime],
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(span[0])
        .not_valid_after(span[1])
    )


def _authoritys(key: ec.EllipticCurvePublicKey) -> list[Extension]:
    return [
        (x509.BasicConstraints(ca=True, path_length=0), True),
        (_usage("key_cert_sign", "crl_sign"), True),
        (x509.SubjectKeyIdentifier.from_public_key(key), False),
    ]


def _end_entity(
    issuer: x509.Certificate, key: ec.EllipticCurvePublicKey, *usages: str
) -> list[Extension]:
    return [
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (_usage(*usages), True),
        (x509.SubjectKeyIdentifier.from_public_key(key), False),
        (issuers_identifier(issuer), False),
    ]


def _extended(
    builder: x509.CertificateBuilder, extensions: list[Extension]
) -> x509.CertificateBuilder:
    for one, critical in extensions:
        builder = builder.add_extension(one, critical=critical)
    return builder


def _usage(*wanted: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{usage: usage in wanted for usage in _USAGES})


def _bounded(text: str) -> str:
    return text.strip()[:NAME_LIMIT] or "-"

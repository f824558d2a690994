"""One signature as the answer tells it."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from pyhanko.pdf_utils.reader import PdfFileReader

from boards.shared.seal.authority import Authority
from boards.shared.seal.certificates import is_for_trial
from boards.shared.seal.reports import SignatureReport
from boards.shared.seal.stamping import StampService
from boards.shared.seal.verification import verify_pdf

LONGEST = 200


@dataclass(frozen=True, slots=True)
class SignatureSaid:
    """Who signed, as what, when, and whether it holds; moments are ISO 8601.

    `is_ours`: this installation issued its certificate. `holds`: the bytes it covers
    are those that were signed. `is_trial`: the authority that issued it is for trial.
    """

    name: str
    role: str
    at: str
    is_ours: bool
    holds: bool
    is_stamped: bool = False
    is_trial: bool = False


def signatures_in(
    pdf: bytes, authority: Authority, service: StampService | None, at: datetime
) -> list[SignatureSaid]:
    """Return the signatures of a file in order, as seen at that moment.

    Raises `SealError` when the file cannot be read.
    """
    reports = verify_pdf(pdf, authority, service, at)
    ours = made_here(pdf, authority) if reports else {}
    return [said_of(one, ours.get(one.field)) for one in reports]


def made_here(pdf: bytes, authority: Authority) -> dict[str, x509.Certificate]:
    """Return the fields signed under authorities of ours, whether they hold or not."""
    reader = PdfFileReader(BytesIO(pdf), strict=False)
    found = {}
    for one in reader.embedded_regular_signatures:
        certificate = x509.load_der_x509_certificate(one.signer_cert.dump())
        for issuer in (authority.certificate, *authority.earlier):
            if issued_by(issuer, certificate):
                found[str(one.field_name)] = issuer
    return found


def issued_by(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    """Say whether the issuer's key signed the certificate."""
    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def said_of(report: SignatureReport, issuer: x509.Certificate | None) -> SignatureSaid:
    """Return what is told of a signature; the time stamp's moment when it has one."""
    at = report.timestamp or report.at
    is_whole = report.intact and report.covers_whole_revision
    is_ours = issuer is not None
    return SignatureSaid(
        name=report.signer[:LONGEST],
        role=report.role[:LONGEST],
        at=at.isoformat() if at else "",
        is_ours=is_ours,
        holds=report.valid if is_ours else is_whole,
        is_stamped=report.timestamp is not None,
        is_trial=issuer is not None and is_for_trial(issuer),
    )

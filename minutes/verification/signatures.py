"""One signature as the answer tells it."""

from dataclasses import dataclass
from io import BytesIO

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from pyhanko.pdf_utils.reader import PdfFileReader

from boards.shared.seal.authority import Authority
from boards.shared.seal.reports import SignatureReport
from boards.shared.seal.stamping import StampService
from boards.shared.seal.verification import verify_pdf

LONGEST = 200


@dataclass(frozen=True, slots=True)
class SignatureSaid:
    """Who signed, as what, when, and whether it holds; moments are ISO 8601.

    `is_ours`: this installation issued its certificate. `holds`: the bytes it covers
    are those that were signed.
    """

    name: str
    role: str
    at: str
    is_ours: bool
    holds: bool
    is_stamped: bool = False


def signatures_in(
    pdf: bytes, authority: Authority, service: StampService | None
) -> list[SignatureSaid]:
    """Return the signatures of a file in order; raises `SealError` when it cannot."""
    reports = verify_pdf(pdf, authority, service)
    ours = made_here(pdf, authority) if reports else set()
    return [said_of(one, is_ours=one.field in ours) for one in reports]


def made_here(pdf: bytes, authority: Authority) -> set[str]:
    """Return the fields signed with certificates of ours, whether they hold or not."""
    reader = PdfFileReader(BytesIO(pdf), strict=False)
    found = set()
    for one in reader.embedded_regular_signatures:
        certificate = x509.load_der_x509_certificate(one.signer_cert.dump())
        try:
            certificate.verify_directly_issued_by(authority.certificate)
        except (InvalidSignature, ValueError, TypeError):
            continue
        found.add(str(one.field_name))
    return found


def said_of(report: SignatureReport, *, is_ours: bool) -> SignatureSaid:
    """Return what is told of a signature; the time stamp's moment when it has one."""
    at = report.timestamp or report.at
    is_whole = report.intact and report.covers_whole_revision
    return SignatureSaid(
        name=report.signer[:LONGEST],
        role=report.role[:LONGEST],
        at=at.isoformat() if at else "",
        is_ours=is_ours,
        holds=report.valid if is_ours else is_whole,
        is_stamped=report.timestamp is not None,
    )

"""Say of any PDF who signed which part of it, and what their signatures are worth."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from cryptography import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import (
    SignatureCoverageLevel,
    validate_pdf_signature,
    validate_pdf_timestamp,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from boards.shared.seal.authentication import read_back
from boards.shared.seal.authority import Authority
from boards.shared.seal.errors import SealError
from boards.shared.seal.reports import Level, SignatureReport
from boards.shared.seal.stamping import StampService
from boards.shared.seal.trust import Trust, known_in

WHOLE = (
    SignatureCoverageLevel.ENTIRE_FILE,
    SignatureCoverageLevel.ENTIRE_REVISION,
)
UNREADABLE = (
    PdfError,
    SignatureValidationError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    RecursionError,
)


@dataclass(frozen=True, slots=True)
class Stamped:
    """A time stamp over the whole file, as it was when it was so long."""

    length: int
    at: datetime


def verify_pdf(
    pdf: bytes,
    authority: Authority | None = None,
    service: StampService | None = None,
) -> list[SignatureReport]:
    """Return a report for every signature in the file, in the order they were made."""
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=False)
        trust = Trust(authority, service, known_in(reader))
        archived = [
            stamped
            for one in reader.embedded_timestamp_signatures
            if (stamped := archive_stamp(one, trust)) is not None
        ]
        reports = [
            report(one, len(pdf), trust, archived)
            for one in reader.embedded_regular_signatures
        ]
    except UNREADABLE as error:
        message = "the file or a signature in it cannot be read"
        raise SealError(message) from error
    return sorted(reports, key=lambda found: found.length)


def report(
    one: EmbeddedPdfSignature, size: int, trust: Trust, archived: list[Stamped]
) -> SignatureReport:
    """Return the report of one signature."""
    reported, stamped = one.self_reported_timestamp, _stamped_at(one)
    status = _checked(one, trust, stamped or reported, complete=True)
    is_complete = bool(status.trusted) and _stamp_holds(status)
    if not is_complete:
        at = stamped if _stamp_holds(status) else reported
        status = _checked(one, trust, at, complete=False)
    length = signed_length(one)
    stamp, stamp_holds = status.timestamp_validity, _stamp_holds(status)
    is_archived = any(later.length > length for later in archived)
    subject = one.signer_cert.subject.native
    return SignatureReport(
        field=str(one.field_name),
        signer=str(subject.get("common_name", "")),
        role=str(subject.get("title", "")),
        at=reported,
        intact=bool(status.intact and status.valid),
        covers_whole_revision=status.coverage in WHOLE,
        covers_file=max([length, *(later.length for later in archived)]) == size,
        trusted=bool(trust.authority and status.trusted),
        length=length,
        level=_level(stamp_holds, is_complete, is_archived),
        timestamp=stamp.timestamp if stamp_holds else None,
        stamp_is_broken=bool(stamp and not (stamp.valid and stamp.intact)),
        authentication=read_back(
            x509.load_der_x509_certificate(one.signer_cert.dump())
        ),
    )


def archive_stamp(one: EmbeddedPdfSignature, trust: Trust) -> Stamped | None:
    """Return a time stamp over the file if it holds, else `None`."""
    at = one.signed_data["encap_content_info"]["content"].parsed["gen_time"].native
    context = trust.context(at, complete=True)
    status = validate_pdf_timestamp(one, context, skip_diff=True)
    holds = status.intact and status.valid and status.trusted
    if not holds or status.coverage not in WHOLE:
        return None
    return Stamped(signed_length(one), at)


def signed_length(one: EmbeddedPdfSignature) -> int:
    """Return how long the file was right after this signature."""
    _, _, start, length = (int(number) for number in one.byte_range)
    return start + length


def _checked(
    one: EmbeddedPdfSignature, trust: Trust, at: datetime | None, *, complete: bool
) -> Any:
    # No difference check: it fails on tagged files and takes seconds. What follows a
    # signature is looked at apart.
    context = trust.context(at, complete=complete)
    return validate_pdf_signature(one, context, skip_diff=True)


def _stamp_holds(status: Any) -> bool:
    stamp = status.timestamp_validity
    return bool(stamp and stamp.valid and stamp.intact and stamp.trusted)


def _stamped_at(one: EmbeddedPdfSignature) -> datetime | None:
    for stamp in extract_tst_data_iter(one.signer_info, signed=False):
        info = stamp["encap_content_info"]["content"].parsed
        at: datetime = info["gen_time"].native
        return at
    return None


def _level(stamp_holds: bool, is_complete: bool, is_archived: bool) -> Level:
    if not stamp_holds:
        return Level.B
    if not is_complete:
        return Level.T
    return Level.LTA if is_archived else Level.LT

"""Sign a PDF by adding to it, with all that is needed to check it for years (PAdES).

The bytes that were there stay where they are: they are the first bytes of the result.
Each signature is one revision, which also carries certificates, revocation and a time
stamp: nothing has to be added afterwards, which would spoil the signatures before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from asn1crypto import keys
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import (
    DSSContentSettings,
    PdfTimeStamper,
    SigDSSPlacementPreference,
    TimestampDSSContentSettings,
)
from pyhanko.sign.validation import DocumentSecurityStore, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from boards.shared.seal.appearance import appearance
from boards.shared.seal.authentication import Authentication
from boards.shared.seal.authority import Authority, Issued
from boards.shared.seal.certificates import CLOCK_TOLERANCE, refuse_personal_number
from boards.shared.seal.errors import ClockSkew, SealError, TimestampUnavailable
from boards.shared.seal.evidence import Signed, evidence_of
from boards.shared.seal.reports import SignatureReport, untouched
from boards.shared.seal.stamping import StampService, asn1_certificate, stamps
from boards.shared.seal.trust import Trust, signing_context, stamping_context
from boards.shared.seal.verification import verify_pdf

__all__ = [
    "SealError",
    "SignatureReport",
    "Signed",
    "Signing",
    "appearance_text",
    "archive_timestamp",
    "sign_pdf",
    "untouched",
    "verify_pdf",
]

LOCAL = ZoneInfo("Europe/Stockholm")
TOGETHER = SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs in which field, as what, when and why; no personal number, ever."""

    field: str
    signer_name: str
    role: str
    at: datetime
    reason: str = ""
    location: str = ""
    authentication: Authentication | None = None


def sign_pdf(
    pdf: bytes,
    signing: Signing,
    authority: Authority,
    service: StampService | None = None,
) -> Signed:
    """Return the PDF with one more signature after its last byte, and its evidence.

    The level is B-LT. Without a service the installation stamps the time itself.
    """
    _refuse_without_zone(signing.at)
    refuse_personal_number(signing.reason, signing.location)
    issued = authority.issue(
        name=signing.signer_name,
        role=signing.role,
        at=signing.at,
        authentication=signing.authentication,
    )
    signer = TimedSigner(
        _metadata(signing, authority, service),
        signer=signer_with(issued, authority),
        stamp_style=appearance(),
        timestamper=stamps(authority, service, signing.at),
    )
    signer.moment = signing.at.astimezone(LOCAL)
    target = BytesIO()
    with _faults_named():
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        _refuse_unless_empty(writer, signing.field)
        lines = {"lines": appearance_text(signing)}
        signer.sign_pdf(writer, output=target, appearance_text_params=lines)
    signed = _grown(pdf, target)
    evidence = evidence_of(signed, signing.field, Trust(authority, service))
    _refuse_skew(signing.at, evidence.report)
    if not evidence.report.valid:
        raise SealError("the signature that was made does not hold")
    return Signed(signed, evidence)


def archive_timestamp(
    pdf: bytes,
    authority: Authority,
    at: datetime,
    service: StampService | None = None,
) -> bytes:
    """Return the PDF with a time stamp over all of it, last: level B-LTA.

    Done again before the last one's certificate runs out, the level goes on.
    """
    _refuse_without_zone(at)
    target = BytesIO()
    with _faults_named():
        context = stamping_context(authority, service, at)
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        _carry_what_checks_the_last_stamp(writer, context)
        stamper = PdfTimeStamper(stamps(authority, service, at))
        stamper.timestamp_pdf(
            writer,
            "sha256",
            validation_context=context,
            output=target,
            dss_settings=TimestampDSSContentSettings(
                include_vri=False, update_before_ts=True
            ),
        )
    return _grown(pdf, target)


def _carry_what_checks_the_last_stamp(
    writer: IncrementalPdfFileWriter, context: ValidationContext
) -> None:
    """Add what is known today of the certificate of the time stamp before, if any.

    It can then be checked when nobody answers for that certificate any more.
    """
    earlier = writer.prev.embedded_timestamp_signatures
    if not earlier:
        return
    status = validate_pdf_timestamp(earlier[-1], context, skip_diff=True)
    if not (status.intact and status.valid and status.trusted):
        # It proves nothing any more: the new one stands for itself.
        return
    DocumentSecurityStore.supply_dss_in_writer(
        writer,
        sig_contents=None,
        paths=(status.validation_path,),
        validation_context=context,
    )


def appearance_text(signing: Signing) -> str:
    """Return what the field shows: name and role, then the local time."""
    local = signing.at.astimezone(LOCAL)
    who = ", ".join(part for part in (signing.signer_name, signing.role) if part)
    return f"{who}\nUnderskrivet digitalt {local:%Y-%m-%d %H:%M:%S}"


class TimedSigner(signers.PdfSigner):
    """Signs with the moment of the act, which a demonstration sets in the past."""

    moment: datetime

    def init_signing_session(self, *given: Any, **named: Any) -> Any:
        """Give the session our moment instead of the machine's."""
        session = super().init_signing_session(*given, **named)
        session.system_time = self.moment
        return session


@contextmanager
def _faults_named() -> Iterator[None]:
    try:
        yield
    except (PathError, ValidationError) as error:
        # The signer's certificate was made a moment ago: it is the time stamp's.
        message = f"the time stamp authority is not trusted: {error}"
        raise TimestampUnavailable(message) from error
    except (PdfError, SigningError) as error:
        raise SealError(str(error)) from error


def _grown(before: bytes, target: BytesIO) -> bytes:
    after = target.getvalue()
    if not after.startswith(before):
        raise SealError("signing changed what was there")
    return after


def _refuse_without_zone(at: datetime) -> None:
    if at.tzinfo is None:
        raise SealError("the moment of signing needs its time zone")


def _refuse_skew(at: datetime, report: SignatureReport) -> None:
    if report.timestamp and abs(report.timestamp - at) > CLOCK_TOLERANCE:
        message = f"signed at {at} by our clock, stamped at {report.timestamp}"
        raise ClockSkew(message)


def _refuse_unless_empty(writer: IncrementalPdfFileWriter, field: str) -> None:
    fields = {name: value for name, value, _ in enumerate_sig_fields(writer.prev)}
    if field not in fields:
        message = f"the document has no signature field {field!r}"
        raise SealError(message)
    if fields[field] is not None:
        message = f"the signature field {field!r} is signed"
        raise SealError(message)


def _metadata(
    signing: Signing, authority: Authority, service: StampService | None
) -> signers.PdfSignatureMetadata:
    return signers.PdfSignatureMetadata(
        field_name=signing.field,
        md_algorithm="sha256",
        name=signing.signer_name,
        reason=signing.reason or None,
        location=signing.location or None,
        subfilter=SigSeedSubFilter.PADES,
        embed_validation_info=True,
        validation_context=signing_context(authority, service, signing.at),
        dss_settings=DSSContentSettings(include_vri=False, placement=TOGETHER),
    )


def signer_with(issued: Issued, authority: Authority) -> signers.SimpleSigner:
    """Return what signs with a key of its own and carries its authority along."""
    key = issued.key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    store = SimpleCertificateStore()
    store.register(asn1_certificate(authority.certificate))
    return signers.SimpleSigner(
        signing_cert=asn1_certificate(issued.certificate),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=store,
    )

"""Sign a PDF by adding to it, and say of any PDF who signed which part of it.

The bytes that were there stay where they are: they are the first bytes of the result.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from asn1crypto import keys, x509
from cryptography.hazmat.primitives import serialization
from pyhanko import stamp
from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.validation import (
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from boards.shared.paper.fonts import REGULAR, font_path
from boards.shared.seal.authentication import Authentication
from boards.shared.seal.authority import Authority, Issued
from boards.shared.seal.certificates import refuse_personal_number
from boards.shared.seal.errors import SealError

LOCAL = ZoneInfo("Europe/Stockholm")
FONT_SIZE = 9
WHOLE = (
    SignatureCoverageLevel.ENTIRE_FILE,
    SignatureCoverageLevel.ENTIRE_REVISION,
)
UNREADABLE = (PdfError, SignatureValidationError, ValueError, TypeError, LookupError)


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


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """What one signature in a file is worth.

    `intact`: the bytes it covers are the bytes that were signed.
    `covers_whole_revision`: it covers all there was at its time.
    `trusted`: this authority issued its certificate. `length`: the size of the file as
    it was right after signing, so that its bytes can be compared with those stored.
    """

    field: str
    signer: str
    role: str
    at: datetime | None
    intact: bool
    covers_whole_revision: bool
    covers_file: bool
    trusted: bool
    length: int

    @property
    def valid(self) -> bool:
        """Return whether nothing speaks against the signature."""
        return self.intact and self.covers_whole_revision and self.trusted


def untouched(reports: list[SignatureReport]) -> bool:
    """Return whether all signatures are valid and nothing follows the last of them."""
    return (
        bool(reports)
        and all(report.valid for report in reports)
        and any(report.covers_file for report in reports)
    )


def sign_pdf(pdf: bytes, signing: Signing, authority: Authority) -> bytes:
    """Return the PDF with one more signature after its last byte."""
    if signing.at.tzinfo is None:
        message = "the moment of signing needs its time zone"
        raise SealError(message)
    refuse_personal_number(signing.reason, signing.location)
    issued = authority.issue(
        name=signing.signer_name,
        role=signing.role,
        at=signing.at,
        authentication=signing.authentication,
    )
    signer = TimedSigner(
        _metadata(signing),
        signer=_signer(issued, authority),
        stamp_style=_appearance(),
    )
    signer.moment = signing.at.astimezone(LOCAL)
    target = BytesIO()
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        _refuse_unless_empty(writer, signing.field)
        lines = {"lines": appearance_text(signing)}
        signer.sign_pdf(writer, output=target, appearance_text_params=lines)
    except PdfError as error:
        raise SealError(str(error)) from error
    signed = target.getvalue()
    if not signed.startswith(pdf):
        message = "signing changed what was there"
        raise SealError(message)
    return signed


def verify_pdf(pdf: bytes, authority: Authority | None = None) -> list[SignatureReport]:
    """Return a report for every signature in the file, in the order they were made."""
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=False)
        embedded = list(reader.embedded_regular_signatures)
        reports = [_report(one, len(pdf), authority) for one in embedded]
    except UNREADABLE as error:
        message = "the file or a signature in it cannot be read"
        raise SealError(message) from error
    return sorted(reports, key=lambda report: report.length)


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


def _refuse_unless_empty(writer: IncrementalPdfFileWriter, field: str) -> None:
    fields = {name: value for name, value, _ in enumerate_sig_fields(writer.prev)}
    if field not in fields:
        message = f"the document has no signature field {field!r}"
        raise SealError(message)
    if fields[field] is not None:
        message = f"the signature field {field!r} is signed"
        raise SealError(message)


def _metadata(signing: Signing) -> signers.PdfSignatureMetadata:
    return signers.PdfSignatureMetadata(
        field_name=signing.field,
        md_algorithm="sha256",
        name=signing.signer_name,
        reason=signing.reason or None,
        location=signing.location or None,
        subfilter=SigSeedSubFilter.PADES,
    )


def _signer(issued: Issued, authority: Authority) -> signers.SimpleSigner:
    key = issued.key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    store = SimpleCertificateStore()
    root = _certificate(authority.certificate)
    store.register(root)
    return signers.SimpleSigner(
        signing_cert=_certificate(issued.certificate),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=store,
    )


def _certificate(certificate: Any) -> x509.Certificate:
    return x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _appearance() -> stamp.TextStampStyle:
    # An embedded font: the default one is not, which PDF/A forbids.
    font = GlyphAccumulatorFactory(str(font_path(REGULAR)), font_size=FONT_SIZE)
    rule = layout.SimpleBoxLayoutRule(
        x_align=layout.AxisAlignment.ALIGN_MIN,
        y_align=layout.AxisAlignment.ALIGN_MID,
        margins=layout.Margins(left=2, right=2, top=1, bottom=1),
    )
    return stamp.TextStampStyle(
        stamp_text="%(lines)s",
        border_width=0,
        text_box_style=TextBoxStyle(
            font=font, font_size=FONT_SIZE, leading=11, box_layout_rule=rule
        ),
        inner_content_layout=rule,
    )


def _report(
    one: EmbeddedPdfSignature, size: int, authority: Authority | None
) -> SignatureReport:
    at = one.self_reported_timestamp
    # No difference check: it fails on tagged files and takes seconds. Every
    # addition we make is a signature itself, so `untouched` sees any other.
    status = validate_pdf_signature(one, _context(authority, at), skip_diff=True)
    _, _, start, length = (int(number) for number in one.byte_range)
    subject = one.signer_cert.subject.native
    return SignatureReport(
        field=str(one.field_name),
        signer=str(subject.get("common_name", "")),
        role=str(subject.get("title", "")),
        at=at,
        intact=bool(status.intact and status.valid),
        covers_whole_revision=status.coverage in WHOLE,
        covers_file=start + length == size,
        trusted=bool(authority and status.trusted),
        length=start + length,
    )


def _context(authority: Authority | None, at: datetime | None) -> ValidationContext:
    roots = [_certificate(authority.certificate)] if authority else []
    return ValidationContext(
        trust_roots=roots,
        moment=at,
        best_signature_time=at,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )

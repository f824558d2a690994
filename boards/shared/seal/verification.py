"""Say of any PDF who signed which part of it, and what their signatures are worth."""

from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import (
    SignatureCoverageLevel,
    validate_pdf_signature,
    validate_pdf_timestamp,
)
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from boards.shared.clock import now
from boards.shared.seal.additions import adds_a_stamp_only
from boards.shared.seal.authentication import read_back
from boards.shared.seal.authority import Authority
from boards.shared.seal.errors import SealError
from boards.shared.seal.reports import Change, Level, SignatureReport
from boards.shared.seal.stamping import StampService
from boards.shared.seal.trust import Trust, known_in

WHOLE = (
    SignatureCoverageLevel.ENTIRE_FILE,
    SignatureCoverageLevel.ENTIRE_REVISION,
)


@dataclass(frozen=True, slots=True)
class Stamped:
    """A time stamp over the whole file, as it was in that revision, so long.

    `ends`: when the first of the certificates it rests on runs out. `lasts`: it still
    proves its moment, by itself or by a later stamp made before it ended.
    """

    length: int
    revision: int
    at: datetime
    ends: datetime
    authority: str = ""
    lasts: bool = True


@dataclass(frozen=True, slots=True)
class Whole:
    """A file being looked at: what it is checked against, and what is in it."""

    reader: PdfFileReader
    size: int
    trust: Trust
    moment: datetime
    archived: tuple[Stamped, ...] = ()
    signed: frozenset[int] = frozenset()

    def proven_at(self, length: int) -> datetime:
        """Return when that much of the file was there for certain: the first moment.

        A stamp that lasts carries everything below it; without any it is today.
        """
        over = (one.at for one in self.archived if one.lasts and one.length > length)
        return min(over, default=self.moment)


def verify_pdf(
    pdf: bytes,
    authority: Authority | None = None,
    service: StampService | None = None,
    at: datetime | None = None,
) -> list[SignatureReport]:
    """Return a report for every signature in the file, in the order they were made.

    `at` is the moment whose view it is, today's unless given: a time stamp whose
    certificate has run out by then proves nothing, unless a later one carries it.
    """
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=False)
        trust = Trust(authority, service, known_in(reader))
        whole = opened(reader, len(pdf), trust, at or now())
        reports = [report(one, whole) for one in reader.embedded_regular_signatures]
    except Exception as error:  # whatever a damaged or hostile file provokes
        message = "the file or a signature in it cannot be read"
        raise SealError(message) from error
    return sorted(reports, key=lambda found: found.length)


def last_stamp(
    pdf: bytes,
    authority: Authority | None = None,
    service: StampService | None = None,
    at: datetime | None = None,
) -> Stamped | None:
    """Return the outermost time stamp over the file that held when it was made."""
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=False)
        trust = Trust(authority, service, known_in(reader))
        found = opened(reader, len(pdf), trust, at or now()).archived
    except Exception as error:  # whatever a damaged or hostile file provokes
        message = "the file or a time stamp in it cannot be read"
        raise SealError(message) from error
    return max(found, key=lambda one: one.length, default=None)


def opened(reader: PdfFileReader, size: int, trust: Trust, moment: datetime) -> Whole:
    """Return a file with the time stamps over it that held, and what was signed."""
    archived = (
        archive_stamp(one, trust) for one in reader.embedded_timestamp_signatures
    )
    signed = (one.signed_revision for one in reader.embedded_regular_signatures)
    made = [one for one in archived if one is not None]
    return Whole(reader, size, trust, moment, chained(made, moment), frozenset(signed))


def chained(stamps: list[Stamped], moment: datetime) -> tuple[Stamped, ...]:
    """Say of each stamp whether it lasts: the outermost today, the others under it.

    Each is judged at the moment of the next one out that lasts (EN 319 102-1, 5.6.3).
    """
    found = []
    for one in sorted(stamps, key=lambda one: -one.length):
        # A clock of ours that is behind the authority's says nothing against a stamp.
        lasts = one.ends >= max(moment, one.at)
        found.append(replace(one, lasts=lasts))
        moment = one.at if lasts else moment
    return tuple(reversed(found))


def report(one: EmbeddedPdfSignature, whole: Whole) -> SignatureReport:
    """Return the report of one signature."""
    trust = whole.trust
    reported, stamped = one.self_reported_timestamp, _stamped_at(one)
    status = _checked(one, trust, stamped or reported, complete=True)
    length = signed_length(one)
    is_complete = bool(status.trusted) and _stamp_holds(status)
    if not is_complete:
        at = stamped if _stamp_holds(status) else reported
        status = _checked(one, trust, at, complete=False)
    proven_at = whole.proven_at(length)
    stamp, stamp_holds = status.timestamp_validity, _stamp_lasts(status, proven_at)
    is_archived = any(later.lasts and later.length > length for later in whole.archived)
    change = change_after(one, whole)
    subject = one.signer_cert.subject.native
    return SignatureReport(
        field=str(one.field_name),
        signer=str(subject.get("common_name", "")),
        role=str(subject.get("title", "")),
        at=reported,
        intact=bool(status.intact and status.valid),
        covers_whole_revision=status.coverage in WHOLE,
        covers_file=change in {Change.NOTHING, Change.ARCHIVED},
        trusted=bool(trust.authority and status.trusted),
        length=length,
        level=_level(stamp_holds, is_complete, is_archived),
        timestamp=stamp.timestamp if stamp_holds else None,
        stamp_is_broken=bool(stamp and not (stamp.valid and stamp.intact)),
        authentication=read_back(
            x509.load_der_x509_certificate(one.signer_cert.dump())
        ),
        change=change,
    )


def change_after(one: EmbeddedPdfSignature, whole: Whole) -> Change:
    """Return what follows a signature, as far as that is seen without comparing pages.

    Anybody can have a public authority stamp a file they changed, so a stamp alone
    proves nothing: the revision it came with may hold no more than the stamp.
    """
    if signed_length(one) == whole.size:
        return Change.NOTHING
    stamps = {stamp.revision: stamp.length for stamp in whole.archived}
    later = set(range(one.signed_revision + 1, whole.reader.total_revisions))
    if not later or not later <= stamps.keys() | whole.signed:
        return Change.UNKNOWN
    if later & whole.signed:
        return Change.SIGNED
    is_whole = stamps[max(later)] == whole.size
    if is_whole and all(adds_a_stamp_only(whole.reader, number) for number in later):
        return Change.ARCHIVED
    return Change.UNKNOWN


def archive_stamp(one: EmbeddedPdfSignature, trust: Trust) -> Stamped | None:
    """Return a time stamp over the file if it holds, else `None`."""
    at = one.signed_data["encap_content_info"]["content"].parsed["gen_time"].native
    context = trust.context(at, complete=True)
    status = validate_pdf_timestamp(one, context, skip_diff=True)
    holds = status.intact and status.valid and status.trusted
    if not holds or status.coverage not in WHOLE:
        return None
    return Stamped(
        signed_length(one),
        one.signed_revision,
        at,
        ends(status),
        str(one.signer_cert.subject.native.get("common_name", "")),
    )


def ends(status: Any) -> datetime:
    """Return when the first of the certificates a stamp rests on runs out."""
    path = status.validation_path.iter_certs(include_root=True)
    found: datetime = min(one.not_valid_after for one in path)
    return found


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


def _stamp_lasts(status: Any, moment: datetime) -> bool:
    if not _stamp_holds(status):
        return False
    stamp = status.timestamp_validity
    made: datetime = stamp.timestamp
    return ends(stamp) >= max(moment, made)


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

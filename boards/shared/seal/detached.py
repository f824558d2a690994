"""Signatures beside what they sign (CMS, RFC 5652), with a time stamp (RFC 3161)."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import cms
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation import async_validate_detached_cms
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko_certvalidator.errors import PathError, ValidationError

from boards.shared.seal.authority import Authority
from boards.shared.seal.errors import SealError
from boards.shared.seal.pades import signer_with
from boards.shared.seal.stamping import StampService, stamps
from boards.shared.seal.trust import Trust


@dataclass(frozen=True, slots=True)
class Detached:
    """What a signature beside its content is worth.

    `intact`: the content is what was signed. `trusted`: this authority issued the
    certificate, and `stamped_at` is the moment of a time stamp that holds.
    """

    intact: bool
    trusted: bool
    stamped_at: datetime | None


def sign_detached(
    content: bytes,
    name: str,
    at: datetime,
    authority: Authority,
    service: StampService | None = None,
) -> bytes:
    """Return a signature over the content, made with a key of its own, as DER."""
    issued = authority.issue(name=name, role="", at=at)
    signing = signer_with(issued, authority).async_sign_general_data(
        content,
        "sha256",
        timestamper=stamps(authority, service, at),
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=at),
    )
    try:
        return bytes(asyncio.run(signing).dump())
    except (SigningError, PathError, ValidationError) as error:
        raise SealError(str(error)) from error


def verify_detached(
    content: bytes,
    signature: bytes,
    authority: Authority,
    service: StampService | None = None,
) -> Detached:
    """Say what a signature is worth, offline, as of the moment it was stamped.

    Raises `SealError` when it cannot be read at all.
    """
    try:
        signed = cms.ContentInfo.load(signature)["content"]
        stamped = _stamped_at(signed)
        context = Trust(authority, service).context(stamped, complete=False)
        status = asyncio.run(
            async_validate_detached_cms(
                content,
                signed,
                signer_validation_context=context,
                ts_validation_context=context,
            )
        )
    except Exception as error:  # whatever a damaged or hostile file provokes
        raise SealError("the signature cannot be read") from error
    stamp = status.timestamp_validity
    holds = bool(stamp and stamp.valid and stamp.intact and stamp.trusted)
    return Detached(
        intact=bool(status.intact and status.valid),
        trusted=bool(status.trusted) and holds,
        stamped_at=stamped if holds else None,
    )


def _stamped_at(signed: cms.SignedData) -> datetime | None:
    (info,) = signed["signer_infos"]
    for stamp in extract_tst_data_iter(info, signed=False):
        at: datetime = stamp["encap_content_info"]["content"].parsed["gen_time"].native
        return at
    return None

"""The electronic attestation of an extract: who vouches that it is what was signed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from boards.shared.issued.actions import About, Signer
from boards.shared.issued.codes import printed
from boards.shared.issued.enums import IssuedKind
from boards.shared.paper.extract import FIELD, Certification
from boards.shared.paper.pdf import render_pdf
from boards.shared.refusals import Refusal, Refused
from boards.shared.seal.errors import SealError
from boards.shared.seal.pades import Signing, sign_pdf
from boards.shared.seal.setup import own_authority, own_stamps
from minutes.pdf import words
from minutes.pdf.attached import attached
from minutes.pdf.documents import files_of

if TYPE_CHECKING:
    from boards.shared.paper.tree import Document
    from minutes.dispatch.models import Extract


log = logging.getLogger("justera.signing")


def attested(document: Document, by: Certification) -> bytes:
    """Return the extract as a PDF sealed in the name of whoever attests it (P-11).

    Raises `Refused` when the seal cannot be made now, the time stamp's service being
    out of reach for instance.
    """
    pdf = render_pdf(document, files_of(document), attached(document))
    signing = Signing(
        field=FIELD,
        signer_name=by.name,
        role=by.role,
        at=by.at,
        reason=words.ATTESTED,
    )
    try:
        return sign_pdf(pdf, signing, own_authority(), own_stamps()).pdf
    except SealError as error:
        log.warning("extract not sealed: %s: %s", error.code, error)
        no = [Refusal("dispatch.not_sealed"), Refusal(error.code)]
        raise Refused(no) from error


def checked_at(code: str) -> str:
    """Return the address at which the extract with that code can be checked."""
    return settings.SITE_URL + reverse("verification-code", args=[printed(code)])


def about(made: Extract, by: Certification | None) -> About:
    """Return what is told of an extract to whoever holds it.

    Earlier ones carry a printed attestation alone: nobody sealed them.
    """
    return About(
        kind=IssuedKind.EXTRACT,
        source=made,
        board=made.board,
        day=made.item.meeting.held_on,
        is_public=not (made.approval.is_secret or made.item.is_secret),
        items_label=str(made.item.number),
        minutes=made.approval_id,
        signers=[Signer(by.name, by.role, by.at)] if by else [],
    )

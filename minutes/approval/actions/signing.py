"""Signing: one PAdES signature after another, until the last required one approves."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.actions import issue
from boards.shared.outbox import enqueue
from boards.shared.refusals import refuse_if
from boards.shared.seal.authentication import LOA_ADDRESS, Authentication
from boards.shared.seal.pades import Signed, Signing, sign_pdf
from boards.shared.seal.setup import own_authority, own_stamps
from minutes.approval import registry, rules
from minutes.approval.enums import (
    APPROVAL_TRANSITIONS,
    ApprovalState,
    ApprovalVerb,
)
from minutes.approval.evidence import files_of_seal, keep_evidence
from minutes.approval.facts import signed_at, signing_facts
from minutes.approval.issuing import about
from minutes.approval.models import Approval, Approver, Signature
from minutes.pdf.words import SIGNS_AS

if TYPE_CHECKING:
    from datetime import datetime

    from boards.person.models import User
    from boards.shared.models import StoredFile
    from minutes.approval.methods import Proof


@transaction.atomic
def sign(*, approval: Approval, by: User, proof: Proof) -> Signature:
    """Sign the document as it stands; the last required signature approves (P-08).

    `proof` comes from a signing method and says who authenticated anew, and the hash
    of the document they were shown.
    """
    require(by, "approval.sign", approval)
    approval = Approval.objects.lock(approval.pk)
    moment = now()
    refuse_if(rules.blocks_signing(signing_facts(approval, by, proof, moment)))
    approver = approval.approvers.get(person_id=by.person_id or 0)
    # The rule has refused while there is no document to show.
    before = cast("StoredFile", approval.document)
    sealed = signed_revision(before, approver, proof, moment)
    approval.document = store_file(sealed.pdf, "application/pdf")
    signature = Signature.objects.create(
        approver=approver,
        user=by,
        method=proof.method,
        signed_at=moment,
        signed_sha256=before.sha256,
        revision=approval.document,
        level=proof.level,
        identity_provider=proof.identity_provider,
        evidence=dict(proof.evidence),
    )
    issue(sealed.pdf, about(approval))
    keep_evidence(signature, [*files_of_seal(sealed.evidence), *proof.files])
    record(approval, "approval.signed", by=by, name=approver.name)
    settle(approval)
    return signature


def signed_revision(
    document: StoredFile, approver: Approver, proof: Proof, moment: datetime
) -> Signed:
    """Return the document with one more signature after its last byte."""
    signing = Signing(
        field=approver.field_name,
        signer_name=approver.name,
        role=SIGNS_AS[approver.role],
        at=moment,
        authentication=Authentication(
            method=proof.method,
            loa=LOA_ADDRESS.format(level=int(proof.level)),
            at=proof.authenticated_at,
            identity_provider=proof.identity_provider,
        ),
    )
    return sign_pdf(document.read(), signing, own_authority(), own_stamps())


def settle(approval: Approval) -> None:
    """Save the new revision; with the last required signature the minutes are approved.

    The day is the local date of the last signature (P-08).
    """
    signers = approval.approvers.select_related("signature")
    moments = [signed_at(row) for row in signers]
    day = rules.approved_on(moments)
    if day is None:
        approval.save(update_fields=["document"])
        return
    verb = (ApprovalState(approval.state), ApprovalVerb.SIGN_LAST)
    approval.state = APPROVAL_TRANSITIONS[verb]
    approval.approved_at = max(moment for moment in moments if moment)
    approval.approved_on = day
    approval.save(update_fields=["document", "state", "approved_at", "approved_on"])
    record(approval, "approval.approved", by=None, items=approval.items_label)
    # A corrected version has no notices: those of the first run on (KL 13:5).
    if approval.origin_id is None:
        for follow in registry.on_approved:
            follow(approval)
    enqueue("publication.minutes", approval)

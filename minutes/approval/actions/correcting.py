"""Putting a slip right after justering: a new version, signed anew, the old one kept.

What was signed is never touched. The §§ stay with the first version, and so do its
notices: a slip changes no decision, so the time to appeal runs on (KL 13:5; P-05).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from boards.access.permissions import require
from boards.shared.citations import paragraphs
from boards.shared.clock import now, today
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import refuse_if
from minutes.approval import rules
from minutes.approval.corrections import Change, Note, corrected, occurrences
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval, Approver, Correction
from minutes.item.numbers import ranges
from minutes.pdf import words

if TYPE_CHECKING:
    from boards.person.models import User


@transaction.atomic
def correct(
    *,
    approval: Approval,
    changes: Sequence[Change],
    ground: str,
    by: User,
) -> Approval:
    """Return a corrected version of approved minutes, frozen and ready to be signed.

    Each changed § says what was put right, by whom, when and on what ground; the
    signers are those of the version before (FL 36; JO 581-2013; P-05).
    """
    require(by, "approval.correct", approval)
    first = Approval.objects.lock(approval.first.pk)
    approval = first if approval.pk == first.pk else Approval.objects.lock(approval.pk)
    refuse_if(rules.blocks_correcting(correction_facts(approval, changes, ground)))
    made = Approval.objects.create(
        meeting=approval.meeting,
        origin=first,
        version=approval.version + 1,
        is_immediate=approval.is_immediate,
        is_secret=approval.is_secret,
        items_label=approval.items_label,
        storage_place=approval.storage_place,
    )
    copy_signers(approval, made)
    made.content = content_of(approval, made, changes, ground.strip(), by)
    made.state = ApprovalState.FROZEN
    made.frozen_at = now()
    made.frozen_by = by
    made.save()
    Correction.objects.bulk_create(
        Correction(
            approval=made,
            item_id=change.item,
            wrong=change.wrong.strip(),
            right=change.right.strip(),
            ground=ground.strip(),
        )
        for change in changes
    )
    record(approval, "approval.corrected", by=by, version=made.version)
    record(made, "approval.frozen", by=by, items=made.items_label)
    enqueue("approval.seal", made)
    return made


def correction_facts(
    approval: Approval, changes: Sequence[Change], ground: str
) -> rules.CorrectionFacts:
    """Return approved minutes and their slips as the rule asks about them."""
    versions = approval.first.versions
    approved = versions.filter(state=ApprovalState.APPROVED)
    newest = approved.aggregate(last=Max("version"))["last"] or 1
    return rules.CorrectionFacts(
        state=approval.state,
        is_newest=approval.version == newest,
        has_open_correction=versions.filter(state=ApprovalState.FROZEN).exists(),
        slips=tuple(
            rules.SlipFacts(
                change.wrong,
                change.right,
                occurrences(approval.content, change),
                place,
            )
            for place, change in enumerate(changes, start=1)
        ),
        ground=ground,
    )


def copy_signers(earlier: Approval, made: Approval) -> None:
    """Ask those who signed the version before to sign this one."""
    Approver.objects.bulk_create(
        Approver(
            approval=made,
            person_id=row.person_id,
            role=row.role,
            name=row.name,
            position=row.position,
        )
        for row in earlier.approvers.all()
    )


def content_of(
    earlier: Approval,
    made: Approval,
    changes: Sequence[Change],
    ground: str,
    by: User,
) -> dict[str, object]:
    """Return the earlier content put right, with its notes."""
    # Approved minutes have a document unless they were signed elsewhere.
    sha256 = earlier.document.sha256 if earlier.document else earlier.migrated_sha256
    note = Note(made.version, today(), str(by), ground, sha256)
    chosen = earlier.first.items.filter(
        pk__in=[change.item for change in changes if change.item]
    )
    numbers = sorted(item.number for item in chosen if item.number)
    label = paragraphs(ranges(numbers)) if numbers else words.FRONT_PAGE
    return corrected(earlier.content, changes, note, label)

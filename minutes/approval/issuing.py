"""What is told of minutes to whoever holds their PDF."""

from __future__ import annotations

from boards.shared.issued.actions import About, Signer
from boards.shared.issued.enums import IssuedKind
from minutes.approval.models import Approval, Signature
from minutes.pdf.words import SIGNS_AS


def about(approval: Approval, first: int | None = None) -> About:
    """Return the minutes as they stand, or as they stood after the first signatures."""
    signatures = Signature.objects.filter(approver__approval=approval)
    return About(
        kind=IssuedKind.MINUTES,
        source=approval,
        board=approval.board,
        day=approval.meeting.held_on,
        is_public=not approval.is_secret,
        items_label=approval.items_label,
        minutes=approval.pk,
        signers=[
            Signer(row.approver.name, SIGNS_AS[row.approver.role], row.signed_at)
            for row in signatures.select_related("approver")[:first]
        ],
    )

"""The mails of justering: read and sign, and that the minutes were sent back."""

from __future__ import annotations

from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from boards.shared.citations import paragraphs
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Approval, Approver


def ask_signer(pk: int) -> None:
    """Mail one signer the link to the minutes; nothing once signed or sent back."""
    # idempotent: the Message-ID is the row's, and a signer who has signed gets nothing
    approver = Approver.objects.select_related(
        "approval__meeting__board", "person", "signature"
    ).get(pk=pk)
    if approval_is_over(approver):
        return
    path = reverse("approval-review", args=[approver.approval_id])
    text = _(
        "The minutes of %(what)s are ready for you to read and sign:\n\n%(link)s\n\n"
        "You log in and give your password once more when you sign. If something is "
        "wrong you send the minutes back there and write why."
    )
    values = {"what": what(approver.approval), "link": f"{settings.SITE_URL}{path}"}
    subject = _("To sign: %(what)s") % values
    send(approver.approval, f"sign-{pk}", approver.person.email, subject, text % values)


def tell_returned(pk: int) -> None:
    """Tell one signer that the minutes were sent back, and why."""
    # idempotent: the Message-ID is the row's
    approver = Approver.objects.select_related(
        "approval__meeting__board", "approval__returned_by__person", "person"
    ).get(pk=pk)
    send_returned(approver.approval, f"returned-{pk}", approver.person.email)


def tell_secretary(pk: int) -> None:
    """Tell a secretary who does not sign that the minutes were sent back."""
    # idempotent: the Message-ID is the row's
    approval = Approval.objects.select_related(
        "meeting__board", "meeting__secretary__person", "returned_by__person"
    ).get(pk=pk)
    secretary = approval.meeting.secretary
    address = secretary and (
        secretary.email or (secretary.person.email if secretary.person else "")
    )
    if address:
        send_returned(approval, f"returned-secretary-{pk}", address)


def send_returned(approval: Approval, identifier: str, address: str) -> None:
    """Send the mail with who sent the minutes back and the reason."""
    values = {
        "what": what(approval),
        "who": str(approval.returned_by or _("The secretary")),
        "reason": approval.return_reason,
    }
    text = _(
        "%(who)s has sent the minutes of %(what)s back.\n\nThe reason:\n%(reason)s\n\n"
        "The signatures given so far do not count. You get a new message when the "
        "minutes are ready to be signed."
    )
    subject = _("Sent back: %(what)s") % values
    send(approval, identifier, address, subject, text % values)


def approval_is_over(approver: Approver) -> bool:
    """Say whether there is nothing left for this signer to do."""
    is_open = approver.approval.state == ApprovalState.FROZEN
    return not is_open or hasattr(approver, "signature")


def what(approval: Approval) -> str:
    """Return what a mail is about: board, day and §§, never a heading (A-12)."""
    meeting = approval.meeting
    day = f"{meeting.held_on:%Y-%m-%d}"
    return f"{meeting.board.name} {day}, {paragraphs(approval.items_label)}"


def send(
    approval: Approval, identifier: str, address: str, subject: str, text: str
) -> None:
    """Send a mail whose Message-ID is the row's, so that a repeat is seen as one."""
    host = urlparse(settings.SITE_URL).hostname
    EmailMessage(
        subject=subject,
        body=text,
        to=[address],
        reply_to=[approval.meeting.board.email],
        headers={"Message-ID": f"<{identifier}@{host}>"},
    ).send()

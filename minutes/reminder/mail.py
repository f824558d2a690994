"""The mails that remind: board and day, never a § or what it says (OSL 10:2)."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from minutes.approval.enums import ApprovalState
from minutes.reminder.enums import ReminderKind
from minutes.reminder.models import Reminder
from minutes.reminder.queries import is_unapproved
from minutes.review.mail import address_of_secretary, send, what
from minutes.review.queries import to_look_at


def send_reminder(pk: int) -> None:
    """Send one reminder, unless what it reminds of has been done."""
    # idempotent: the Message-ID is the row's, and who is done gets nothing
    reminder = Reminder.objects.select_related(
        "meeting__board", "meeting__secretary__person", "approval", "person"
    ).get(pk=pk)
    address = address_of(reminder)
    if not address or is_done(reminder):
        return
    subject, text, path = WORDS[ReminderKind(reminder.kind)](reminder)
    values = {
        "what": what(reminder.meeting),
        "day": f"{reminder.due_on:%Y-%m-%d}",
        "link": f"{settings.SITE_URL}{path}",
    }
    send(reminder.meeting, f"reminder-{pk}", address, subject % values, text % values)


def address_of(reminder: Reminder) -> str:
    """Return where the reminder goes."""
    if reminder.person is None:
        return address_of_secretary(reminder.meeting)
    return reminder.person.email


def is_done(reminder: Reminder) -> bool:
    """Say whether there is nothing left to remind of."""
    if reminder.kind == ReminderKind.LOOK:
        return not to_look_at(reminder.meeting, reminder.person_id or 0)
    if reminder.kind == ReminderKind.SIGN and reminder.approval:
        waiting = reminder.approval.approvers.filter(
            person=reminder.person, signature__isnull=True
        )
        return reminder.approval.state != ApprovalState.FROZEN or not waiting.exists()
    return not is_unapproved(reminder.meeting)


def to_look(reminder: Reminder) -> tuple[str, str, str]:
    """Return the words for somebody who has still to look through §§."""
    return (
        _("Reminder: look through %(what)s by %(day)s"),
        _(
            "You have draft minutes of %(what)s still to look through. Please do so by"
            " %(day)s:\n\n%(link)s"
        ),
        reverse("review-read", args=[reminder.meeting_id]),
    )


def to_sign(reminder: Reminder) -> tuple[str, str, str]:
    """Return the words for somebody whose signature is missing."""
    return (
        _("Reminder: sign %(what)s by %(day)s"),
        _(
            "The minutes of %(what)s still miss your signature. They are to be approved"
            " by %(day)s (KL 5:69):\n\n%(link)s\n\nIf something is wrong you send them"
            " back there and write why."
        ),
        reverse("approval-review", args=[reminder.approval_id]),
    )


def is_late(reminder: Reminder) -> tuple[str, str, str]:
    """Return the words for the secretary of minutes that are late."""
    return (
        _("Not approved in time: %(what)s"),
        _(
            "The minutes of %(what)s were to be approved by %(day)s (KL 5:69) and are"
            " not yet. What is left stands here:\n\n%(link)s"
        ),
        reverse("meeting-detail", args=[reminder.meeting_id]),
    )


WORDS = {
    ReminderKind.LOOK: to_look,
    ReminderKind.SIGN: to_sign,
    ReminderKind.LATE: is_late,
}

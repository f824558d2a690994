"""The mails of review: board and day, never a § or what it says (OSL 10:2)."""

from __future__ import annotations

from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from minutes.meeting.models import Meeting
from minutes.review.models import Look, Reviewer
from minutes.review.queries import to_look_at


def ask(pk: int) -> None:
    """Ask one reviewer to look through the §§; nothing once they have."""
    # idempotent: the Message-ID is the row's, and who has looked gets nothing
    reviewer = Reviewer.objects.select_related(
        "review_item__review__meeting__board", "person"
    ).get(pk=pk)
    review = reviewer.review_item.review
    if not to_look_at(review.meeting, reviewer.person_id):
        return
    path = reverse("review-read", args=[review.meeting_id])
    values = {
        "what": what(review.meeting),
        "day": f"{review.due_on:%Y-%m-%d}",
        "link": f"{settings.SITE_URL}{path}",
    }
    text = _(
        "The draft minutes of %(what)s are ready for you to look through before you "
        "sign them:\n\n%(link)s\n\nSay § by § whether it is right, comment, or propose "
        "other words. Please do so by %(day)s. What you looked at and nobody changes "
        "you need not look at again."
    )
    subject = _("To look through: %(what)s") % values
    send(review.meeting, f"review-{pk}", reviewer.person.email, subject, text % values)


def tell_secretary(pk: int) -> None:
    """Tell the secretary that a reviewer has looked at all there is."""
    # idempotent: the Message-ID is the look's
    look = Look.objects.select_related(
        "reviewer__review_item__review__meeting__board",
        "reviewer__review_item__review__meeting__secretary__person",
    ).get(pk=pk)
    meeting = look.reviewer.review_item.review.meeting
    address = address_of_secretary(meeting)
    if not address:
        return
    path = reverse("review-detail", args=[meeting.pk])
    values = {
        "what": what(meeting),
        "who": look.reviewer.name,
        "link": f"{settings.SITE_URL}{path}",
    }
    text = _(
        "%(who)s has looked through the draft minutes of %(what)s.\n\nThe remarks are "
        "here:\n\n%(link)s"
    )
    subject = _("Looked through: %(what)s") % values
    send(meeting, f"looked-{pk}", address, subject, text % values)


def address_of_secretary(meeting: Meeting) -> str:
    """Return where the meeting's secretary gets mail, "" when nowhere."""
    secretary = meeting.secretary
    if secretary is None:
        return ""
    return secretary.email or (secretary.person.email if secretary.person else "")


def what(meeting: Meeting) -> str:
    """Return what a mail is about: board and day."""
    return f"{meeting.board.name} {meeting.held_on:%Y-%m-%d}"


def send(
    meeting: Meeting, identifier: str, address: str, subject: str, text: str
) -> None:
    """Send a mail whose Message-ID is the row's, so that a repeat is seen as one."""
    host = urlparse(settings.SITE_URL).hostname
    EmailMessage(
        subject=subject,
        body=text,
        to=[address],
        reply_to=[meeting.board.email],
        headers={"Message-ID": f"<{identifier}@{host}>"},
    ).send()

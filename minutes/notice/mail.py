"""The mails about notices: board and day, never a § or what it says."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from minutes.notice.models import NoticeMail
from minutes.review.mail import address_of_secretary, send, what


def send_mail(pk: int) -> None:
    """Send one mail to the meeting's secretary, unless it is done already."""
    # idempotent: the Message-ID is the row's, and nothing is sent of what is done
    row = NoticeMail.objects.select_related(
        "notice__approval__meeting__board",
        "notice__approval__meeting__secretary__person",
        "notice__municipality",
    ).get(pk=pk)
    meeting = row.notice.approval.meeting
    address = address_of_secretary(meeting)
    if not address or is_done(row):
        return
    subject, text = words_of(row)
    values = {
        "what": what(meeting),
        "where": row.notice.municipality.name,
        "day": f"{row.notice.due_on:%Y-%m-%d}",
        "link": f"{settings.SITE_URL}{row.notice.get_absolute_url()}",
    }
    send(meeting, f"notice-{pk}", address, subject % values, text % values)


def is_done(row: NoticeMail) -> bool:
    """Say whether there is nothing left to tell."""
    if row.kind == "interrupted":
        return not row.notice.interruptions.filter(assessed_at__isnull=True).exists()
    return row.notice.posted_on is not None


def words_of(row: NoticeMail) -> tuple[str, str]:
    """Return subject and text."""
    if row.kind == "interrupted":
        return (
            _("The notice was not seen on the board: %(what)s"),
            _(
                "The notice of %(what)s cannot be shown to have been on the notice"
                " board of %(where)s all the time. The time to appeal has then not run"
                " out (KL 13:5). Assess what happened and post the notice anew if it"
                " was not up:\n\n%(link)s"
            ),
        )
    subject = (
        _("Late notice: %(what)s")
        if row.kind == "late"
        else _("Notice to be posted: %(what)s")
    )
    if not row.notice.municipality.is_served_here:
        return subject, _(
            "The notice of %(what)s is to be on the notice board of %(where)s at the"
            " latest on %(day)s (KL 8:12, 9:32), and we have no proof that it is. Ask"
            " the municipality, and write down when it was posted:\n\n%(link)s"
        )
    return subject, _(
        "The notice of %(what)s is to be on the notice board of %(where)s at the latest"
        " on %(day)s (KL 8:12) and is not yet. Posted late it counts from the day it"
        " goes up. Post it here:\n\n%(link)s"
    )

"""The mails: plain text and simple HTML, no pictures, nothing that tells of a reader.

Links lead straight to the public pages; only the links to subscriptions are personal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from smtplib import SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from boards.shared.clock import now
from boards.shared.outbox import GiveUp
from minutes.subscription import links, rules
from minutes.subscription.labels import FREQUENCIES
from minutes.subscription.lines import lines_of
from minutes.subscription.models import Letter, Subscriber, Subscription
from minutes.subscription.topics import followed

HARD = 500


@dataclass(frozen=True)
class Link:
    """Words and where they lead."""

    title: str
    url: str


@dataclass(frozen=True)
class Words:
    """What a mail says, whichever way it is read."""

    subject: str
    introduction: str
    lines: list[Link] = field(default_factory=list)
    more: str = ""
    links: list[Link] = field(default_factory=list)
    note: str = ""

    def text(self) -> str:
        """Return the mail as plain text."""
        parts = [self.introduction]
        parts += [f"{line.title}\n{line.url}" for line in self.lines]
        parts += [self.more, "-" * 40 if self.lines else ""]
        parts += [f"{link.title}:\n{link.url}" for link in self.links]
        return "\n\n".join(part for part in [*parts, self.note] if part) + "\n"

    def html(self) -> str:
        """Return the same as HTML."""
        return render_to_string("minutes/subscription/mail.html", {"words": self})


def send(to: Subscriber, name: str, words: Words, unsubscribe: str) -> None:
    """Send a mail that can be unsubscribed from with one press (RFC 8058)."""
    host = urlsplit(settings.SITE_URL).hostname
    message = EmailMultiAlternatives(
        subject=" ".join(words.subject.split()),
        body=words.text(),
        to=[to.email],
        headers={
            "Message-ID": f"<subscription-{name}@{host}>",
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{unsubscribe}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    message.attach_alternative(words.html(), "text/html")
    try:
        message.send()
    except SMTPRecipientsRefused as refused:
        codes = [code for code, _said in refused.recipients.values()]
        if all(code >= HARD for code in codes):
            raise GiveUp(str(codes)) from None
        raise


def ask_to_confirm(pk: int) -> None:
    """Mail the link by which an address says yes."""
    # idempotent: nothing is sent of what is confirmed or gone
    rows = Subscription.objects.select_related("subscriber")
    row = rows.filter(pk=pk, confirmed_at=None).first()
    thing = followed((row.topic, row.target)) if row else None
    if row is None or thing is None:
        return
    words = Words(
        subject=_("Confirm your subscription: %(what)s") % {"what": thing.label},
        introduction=_(
            "Somebody, probably you, asked for mail to this address about %(what)s"
            " (%(often)s). Nothing is sent until you confirm it."
        )
        % {"what": thing.label, "often": str(FREQUENCIES[row.frequency]).lower()},
        links=[Link(_("Confirm the subscription"), links.address(links.CONFIRM, row))],
        note=_(
            "The link works for 48 hours. If you did not ask for this you need do"
            " nothing: the address is then deleted."
        ),
    )
    name = f"confirm-{pk}-{row.mails}"
    send(row.subscriber, name, words, links.address(links.END, row))


def remind(pk: int) -> None:
    """Mail the link to what an address subscribes to already."""
    # idempotent: at most once a day, and nothing to who is gone
    subscriber = Subscriber.objects.filter(pk=pk).first()
    row = subscriber.subscriptions.first() if subscriber else None
    if subscriber is None or row is None or subscriber.reminded_at is None:
        return
    words = Words(
        subject=_("Your subscriptions"),
        introduction=_(
            "Somebody, probably you, asked for a subscription to this address. You have"
            " it already, or have as many as one address can have (%(most)s)."
        )
        % {"most": rules.MOST_SUBSCRIPTIONS},
        links=[managing(subscriber)],
        note=_("If you did not ask for this you need do nothing."),
    )
    name = f"remind-{pk}-{subscriber.reminded_at:%Y%m%d%H%M}"
    send(subscriber, name, words, links.address(links.END, row))


def managing(subscriber: Subscriber) -> Link:
    """Return the link to all that an address subscribes to."""
    url = links.address(links.MANAGE, subscriber)
    return Link(_("See, change or end all your subscriptions"), url)


def send_letter(pk: int) -> None:
    """Mail what is new, unless it was mailed or all of it was taken back."""
    # idempotent: a letter that was sent says so, under its lock
    rows = Letter.objects.select_related("subscription__subscriber")
    rows = rows.select_for_update(of=["self"])
    letter = rows.filter(pk=pk, sent_at=None).first()
    if letter is None:
        return
    row, to = letter.subscription, letter.subscription.subscriber
    thing = followed((row.topic, row.target))
    found = lines_of(letter)
    if found and thing:
        lines = [Link(one.title, f"{settings.SITE_URL}{one.path}") for one in found]
        ending = Link(
            _("End the subscription to %(what)s") % {"what": thing.label},
            links.address(links.END, row),
        )
        words = Words(
            subject=_("New: %(what)s") % {"what": thing.label},
            introduction=_("This is new in what you subscribe to: %(what)s.")
            % {"what": thing.label},
            lines=lines[: rules.MOST_LINES],
            more=more(len(lines) - rules.MOST_LINES),
            links=[
                Link(thing.label, f"{settings.SITE_URL}{thing.url}"),
                ending,
                managing(to),
            ],
        )
        send(to, f"letter-{pk}", words, ending.url)
    letter.sent_at = now()
    letter.save(update_fields=["sent_at"])
    Subscriber.objects.filter(pk=to.pk, failures__gt=0).update(failures=0)


def more(number: int) -> str:
    """Say how much did not fit into the mail."""
    if number <= 0:
        return ""
    return ngettext(
        "And %(number)s more: see the page.",
        "And %(number)s more: see the page.",
        number,
    ) % {"number": number}


def note_refused(pk: int, error: Exception, _is_over: bool) -> None:
    """Count a mail that the address itself refuses; after some of them it rests."""
    letter = Letter.objects.filter(pk=pk).select_related("subscription").first()
    if letter is None or not isinstance(error, GiveUp):
        return
    who = Subscriber.objects.filter(pk=letter.subscription.subscriber_id)
    who.update(failures=F("failures") + 1)
    who.filter(failures__gte=rules.MOST_FAILURES, rests_since=None).update(
        rests_since=now()
    )

"""The signed links in mails; no secret of theirs is kept anywhere.

A link is a random key of a row with our signature: whoever reads the database cannot
make one, and the public's own role cannot read the keys.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

from minutes.subscription.models import Subscriber, Subscription
from minutes.subscription.rules import CONFIRM_WITHIN

CONFIRM, END, MANAGE = "confirm", "end", "manage"
# For how long a link in a mail works. To end has no end: it has to be as easy as to
# begin (GDPR 7.3).
LIFETIMES: dict[str, timedelta | None] = {
    CONFIRM: CONFIRM_WITHIN,
    END: None,
    MANAGE: timedelta(days=180),
}


def signer(purpose: str) -> TimestampSigner:
    """Return what signs for one purpose: a link for one opens no other."""
    return TimestampSigner(salt=f"minutes.subscription.{purpose}")


def address(purpose: str, row: Subscriber | Subscription) -> str:
    """Return a whole link for a mail."""
    token = signer(purpose).sign(row.key.hex)
    return f"{settings.SITE_URL}{reverse(f'subscription-{purpose}', args=[token])}"


def key_in(purpose: str, token: str) -> UUID | None:
    """Return what a link is about; nothing when it is not ours or is too old."""
    try:
        return UUID(signer(purpose).unsign(token, max_age=LIFETIMES[purpose]))
    except (BadSignature, ValueError):
        return None

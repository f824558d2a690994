"""The mail to whoever has not given a forecast."""

from __future__ import annotations

from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from finance.forecast.models import ForecastReminder
from finance.forecast.queries import unanswered


def send_reminder(pk: int) -> None:
    """Ask one person for all that is missing, unless it has come or is locked."""
    # idempotent: the Message-ID is the row's, and what has come is not asked for
    row = ForecastReminder.objects.select_related("round__board").get(pk=pk)
    missing = unanswered(row)
    if not missing:
        return
    units = ", ".join(dict.fromkeys(one.unit.name for one in missing))
    host = urlparse(settings.SITE_URL).hostname
    EmailMessage(
        subject=_("Forecasts that are awaited: %(units)s") % {"units": units},
        body="\n\n".join(asked(one) for one in missing),
        to=[row.email],
        reply_to=[row.round.board.email],
        headers={"Message-ID": f"<forecast-reminder-{pk}@{host}>"},
    ).send()


def asked(row: ForecastReminder) -> str:
    """Return what is asked for of one unit."""
    of = row.round
    return _(
        "The forecast for %(unit)s with figures to %(as_of)s has not been given."
        " It is to be there by %(day)s:\n\n%(link)s"
    ) % {
        "unit": row.unit.name,
        "day": f"{of.due_on:%Y-%m-%d}",
        "as_of": f"{of.as_of:%Y-%m-%d}",
        "link": f"{settings.SITE_URL}{of.get_absolute_url()}",
    }

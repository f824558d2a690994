"""The mail to whoever is to follow a deficit up."""

from __future__ import annotations

from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from finance.report.models import DeficitReminder, ReportTable
from finance.report.queries import tables_unanswered


def send_reminder(pk: int) -> None:
    """Remind one person of every deficit of the day, unless it has been followed up."""
    # idempotent: the Message-ID is the row's, and what is done is not reminded of
    row = DeficitReminder.objects.select_related("table__report__board").get(pk=pk)
    tables = tables_unanswered(row)
    if not tables:
        return
    names = ", ".join(dict.fromkeys(table.heading for table in tables))
    host = urlparse(settings.SITE_URL).hostname
    EmailMessage(
        subject=_("Deficits to follow up: %(tables)s") % {"tables": names},
        body="\n\n".join(asked(table) for table in tables),
        to=[row.email],
        reply_to=[row.table.report.board.email],
        headers={"Message-ID": f"<deficit-reminder-{pk}@{host}>"},
    ).send()


def asked(table: ReportTable) -> str:
    """Return what is to be followed up of one table."""
    return _(
        "The deficit of %(table)s in the interim report with figures to %(as_of)s is"
        " to be followed up by %(day)s. Record it on the report's page:\n\n%(link)s"
    ) % {
        "table": table.heading,
        "as_of": f"{table.report.period_end:%Y-%m-%d}",
        "day": f"{table.follow_up_on:%Y-%m-%d}",
        "link": f"{settings.SITE_URL}{table.report.get_absolute_url()}",
    }

"""The receipt to somebody who reported a lack of accessibility."""

from __future__ import annotations

from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from boards.shared.outbox import handlers
from cases.report.models import AccessibilityReport


def confirm(pk: int) -> None:
    """Mail the number of the ärende, and forget where it was mailed."""
    # idempotent: without an address there is nothing to do, and the Message-ID is fixed
    reports = AccessibilityReport.objects.select_related("case", "statement")
    report = reports.select_for_update(of=["self"]).get(pk=pk)
    if not report.email or report.case is None:
        return
    host = urlparse(settings.SITE_URL).hostname
    values = {"dnr": report.case.dnr, "name": report.statement.name}
    EmailMessage(
        subject=_("We have received your report: %(dnr)s") % values,
        body=_(
            "%(name)s has received your report of a lack of accessibility. It is"
            " ärende %(dnr)s. You will get an answer. If you are not content with it"
            " you can turn to the Agency for Digital Government (Digg)."
        )
        % values,
        to=[report.email],
        reply_to=[report.statement.email],
        headers={"Message-ID": f"<report-{pk}@{host}>"},
    ).send()
    report.email = ""
    report.save(update_fields=["email"])


handlers["accessibility.confirm"] = confirm

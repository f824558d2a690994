"""Sending a report without login: all that the public's own rights allow."""

from __future__ import annotations

import hashlib

from django.db import transaction

from boards.shared.refusals import refuse_if
from cases.report import rules
from cases.report.models import AccessibilityReport, AccessibilityStatement


@transaction.atomic
def send_report(
    *,
    statement: AccessibilityStatement,
    text: str,
    address: str = "",
    name: str = "",
    email: str = "",
) -> AccessibilityReport:
    """Leave a report for the worker; the public may add it and not read it again."""
    refuse_if(rules.blocks_report(text))
    words = f"{text.strip()}\n{address}\n{name}\n{email}"
    return AccessibilityReport.objects.create(
        statement=statement,
        text=text.strip(),
        address=address.strip(),
        name=name.strip(),
        email=email,
        digest=hashlib.sha256(words.encode()).hexdigest(),
    )

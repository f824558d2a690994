"""Stating how accessible the pages are, and opening an ärende of what is reported."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from boards.access.permissions import require
from boards.board.models import Board
from boards.person.models import User
from boards.shared.clock import STOCKHOLM, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import refuse_if
from cases.case.actions import open_case
from cases.case.enums import CaseState
from cases.case.models import Case
from cases.document.actions import register_document
from cases.document.enums import Direction, DocumentKind
from cases.report import rules
from cases.report.models import AccessibilityReport, AccessibilityStatement

# A second press of the button within these days is the same report.
SAME_WITHIN = timedelta(days=7)


@transaction.atomic
def publish_statement(
    *, board: Board, by: User | None, **values: Any
) -> AccessibilityStatement:
    """Publish what an authority says of its accessibility (DOS 13 §; T-03, T-04)."""
    require(by, "register.edit")
    days = {"assessed_on": today(), "updated_on": today()}
    statement = AccessibilityStatement(board=board, **days | values)
    refuse_if(rules.blocks_statement(statement.facts()))
    statement.save()
    return statement


@transaction.atomic
def open_reported(*, report: AccessibilityReport) -> Case | None:
    """Make a report an ärende that arrived when it was sent (DOS 13, 15 §§; T-03)."""
    reports = AccessibilityReport.objects.select_related("statement__board")
    report = reports.select_for_update(of=["self"]).get(pk=report.pk)
    if report.case_id is not None:
        return None
    report.case = same_report(report) or new_case(report)
    report.text = report.address = report.name = ""
    report.save(update_fields=["case", "text", "address", "name"])
    if report.email:
        enqueue("accessibility.confirm", report)
    return report.case


def same_report(report: AccessibilityReport) -> Case | None:
    """Return the open ärende of the very same words, sent shortly before."""
    same = AccessibilityReport.objects.filter(
        statement=report.statement,
        digest=report.digest,
        case__state=CaseState.OPEN,
        received_at__gte=report.received_at - SAME_WITHIN,
    )
    earlier = same.select_related("case").first()
    return earlier.case if earlier else None


def new_case(report: AccessibilityReport) -> Case:
    """Open the ärende and register what was sent as its first handling.

    Who sent it stands in the handling alone: the public diary names no private person.
    """
    day = report.received_at.astimezone(STOCKHOLM).date()
    title = _("Report of a lack of accessibility")
    case = open_case(board=report.statement.board, title=title, by=None, opened_on=day)
    register_document(
        case=case,
        direction=Direction.RECEIVED,
        kind=DocumentKind.LETTER,
        subject=title,
        counterparty=_("A private person"),
        handled_on=day,
        file=store_file(as_text(report).encode(), "text/plain"),
        file_name=_("report.txt"),
        by=None,
    )
    record(case, "accessibility.opened", by=None)
    return case


def as_text(report: AccessibilityReport) -> str:
    """Return the handling: all that was sent, and when."""
    at = report.received_at.astimezone(STOCKHOLM)
    rows = (
        (_("Sent"), f"{at:%Y-%m-%d %H.%M}"),
        (_("To"), report.statement.name),
        (_("From"), report.name or _("not stated")),
        (_("E-mail"), report.email or _("not stated")),
        (_("Concerns the page"), report.address or _("not stated")),
    )
    head = "\n".join(f"{label}: {value}" for label, value in rows)
    return f"{head}\n\n{report.text}\n"

"""The verbs of the report: make it, enter what the board decided, send it (I-05)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.board.enums import BoardKind
from boards.board.models import Board, Municipality
from boards.shared.clock import now, today
from boards.shared.files import store_file
from boards.shared.history import record
from boards.shared.issued.actions import About, issue
from boards.shared.issued.enums import IssuedKind
from boards.shared.outbox import enqueue
from boards.shared.paper.pdf import render_pdf
from boards.shared.refusals import Refusal, refuse_if
from cases.document.actions import register_document
from cases.document.enums import Direction, DocumentKind
from finance.control import rules
from finance.control.actions.steps import LAW, lock_adopted
from finance.control.models import (
    ControlCheck,
    ControlPlan,
    ControlReport,
    ControlSending,
)
from finance.control.paper import report_document
from finance.control.queries import live_controls, whole_plans

if TYPE_CHECKING:
    from boards.person.models import User
    from cases.case.models import Case

EXECUTIVE = "Kommunstyrelsen i {name}"


@transaction.atomic
def make_report(
    *, plan: ControlPlan, case: Case, title: str, summary: str, by: User | None
) -> ControlReport:
    """Make the follow-up's PDF and register it in an ärende, ready to be a bilaga.

    What it tells of can not be changed afterwards (I-05).
    """
    locked = lock_adopted(plan, "control.report", by)
    found = []
    if case.board_id != locked.board_id:
        found.append(Refusal("control.other_board", field="case"))
    plan = whole_plans().get(pk=locked.pk)
    rows = live_controls(plan)
    followed = [(row.risk.process, bool(row.checks.all())) for row in rows]
    refuse_if([*found, *rules.blocks_report(followed)])
    pdf = render_pdf(report_document(plan, title, summary, case.dnr, today()))
    document = register_document(
        case=case,
        direction=Direction.DRAWN_UP,
        kind=DocumentKind.OTHER,
        subject=title,
        handled_on=today(),
        dated_on=today(),
        file=store_file(pdf, "application/pdf"),
        file_name=f"uppfoljning-internkontroll-{plan.year}.pdf",
        by=None,
    )
    report = ControlReport.objects.create(
        plan=plan,
        title=title,
        summary=summary,
        document=document,
        made_at=now(),
        made_by=by,
    )
    ControlCheck.objects.filter(control__risk__plan=plan, report__isnull=True).update(
        report=report
    )
    about = About(
        kind=IssuedKind.REPORT,
        source=report,
        board=plan.board,
        day=today(),
        is_public=not case.is_secret,
    )
    issue(pdf, about)
    record(plan, "control.report_made", by=by, document=document.pk)
    return report


def _lock(report: ControlReport, by: User | None) -> ControlReport:
    require(by, "control.report", report)
    rows = ControlReport.objects.select_for_update(of=("self",))
    return rows.select_related("plan__board", "document__case").get(pk=report.pk)


@transaction.atomic
def decide_report(
    *, report: ControlReport, citation: str, decided_on: date, by: User | None
) -> ControlReport:
    """Enter the beslut by which the board took its follow-up."""
    report = _lock(report, by)
    found = rules.blocks_decision(citation, decided_on, today())
    if report.citation:
        found.append(Refusal("control.report_decided", LAW))
    refuse_if(found)
    report.citation, report.decided_on = citation.strip(), decided_on
    report.save(update_fields=["citation", "decided_on"])
    record(report.plan, "control.report_decided_event", by=by, citation=citation)
    return report


@transaction.atomic
def send_report(*, report: ControlReport, by: User | None) -> list[ControlSending]:
    """Send the report to the kommunstyrelse of every member kommun (KL 6:1)."""
    report = _lock(report, by)
    found = []
    if not report.citation:
        found.append(Refusal("control.report_undecided", LAW))
    if report.document.is_secret or report.document.case.is_secret:
        found.append(Refusal("control.case_secret", "OSL"))
    if report.sendings.exists():
        found.append(Refusal("control.report_sent"))
    refuse_if(found)
    sent = [
        report.sendings.create(
            municipality=one, name=name_of(one), email=address_of(one)
        )
        for one in report.board.municipalities()
    ]
    record(report.plan, "control.report_sending", by=by)
    for row in sent:
        enqueue("control.send", row)
    return sent


def name_of(municipality: Municipality) -> str:
    """Return what the kommunstyrelse of a kommun is called."""
    name = municipality.name
    return EXECUTIVE.format(name=name if "kommun" in name else f"{name} kommun")


def address_of(municipality: Municipality) -> str:
    """Return where a kommunstyrelse gets mail: its own address, else the kommun's."""
    board = Board.objects.active_on(today()).filter(
        host=municipality, kind=BoardKind.EXECUTIVE
    )
    executive = board.first()
    return executive.email if executive else municipality.email

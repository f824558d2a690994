"""The report: make it, enter what the board decided, send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.queries import fetch
from finance.control import forms, queries
from finance.control.actions import reports
from finance.control.models import ControlReport
from finance.control.views.shared import Page, an_adopted, form_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_required
def report_make(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the report of a plan's follow-up."""
    plan = an_adopted(request, pk, "control.report")
    cases = queries.open_cases(request.user).filter(board=plan.board)
    title = f"Uppföljning av internkontroll {plan.year}"
    form = forms.ReportForm(request.POST or None, cases=cases, initial={"title": title})

    def action(data: dict[str, Any]) -> Any:
        return reports.make_report(plan=plan, **data, by=request.user)

    page = Page(
        heading=_("Report on the follow-up"),
        back=plan,
        done=_("The report is made and registered."),
        intro=_(
            "The report is registered as a document of the case. What it tells cannot"
            " be changed afterwards."
        ),
    )
    return form_page(request, form, action, page)


def _report(request: HttpRequest, pk: int) -> ControlReport:
    rows = ControlReport.objects.select_related("plan__board", "document__case")
    return fetch(request.user, rows, "control.report", pk=pk)


@login_required
def report_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter the board's decision on a report."""
    report = _report(request, pk)
    found = queries.cited_decisions(report.document.case)
    form = forms.DecisionForm(request.POST or None, found=found)

    def action(data: dict[str, Any]) -> Any:
        return reports.decide_report(report=report, **data, by=request.user)

    page = Page(
        heading=_("The board's decision on the report"),
        back=report.plan,
        done=_("The decision is entered."),
        aside=found,
    )
    return form_page(request, form, action, page)


@login_required
@require_POST
def report_send(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the report to the kommunstyrelse of every member kommun."""
    report = _report(request, pk)
    reports.send_report(report=report, by=request.user)
    messages.success(request, _("The report is being sent."))
    return redirect(report.plan)

"""The controller's screens."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from boards.access.enums import Role
from boards.access.queries import boards_with_role, fetch
from boards.shared.clock import today
from boards.shared.forms import act
from boards.shared.refusals import Refused
from boards.shared.texts import sentence
from cases.case.models import Case
from finance.report import actions, forms
from finance.report.deficits import follow_up_deficit
from finance.report.filling import fill_report
from finance.report.models import InterimReport, ReportTable
from finance.report.queries import (
    boards_to_cover,
    checks_by_table,
    compared_tables,
    earlier_report,
    report_cells,
    report_workbook,
    shown_tables,
    typed_numbers,
    visible_reports,
    whole_report,
    with_figures,
)

# Refusals told at once; the page of what has no place lists them all.
TOLD = 5
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
def report_list(request: HttpRequest) -> HttpResponse:
    """List the reports of the user's boards."""
    context = {
        "reports": visible_reports(request.user),
        "may_start": boards_with_role(request.user, Role.CONTROLLER).exists(),
    }
    return render(request, "finance/report/list.html", context)


@login_required
def report_start(request: HttpRequest) -> HttpResponse:
    """Start a report in one of the controller's open ärenden."""
    boards = boards_with_role(request.user, Role.CONTROLLER).order_by("name")
    cases = Case.objects.open().filter(board__in=boards).select_related("board")
    form = forms.StartReportForm(request.POST or None, cases=cases, boards=boards)
    report = act(form, lambda data: actions.start_report(**data, by=request.user))
    if report:
        return redirect(report)
    return render(request, "finance/report/start.html", {"form": form})


@login_required
def report_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report as it is printed, with what may be done."""
    report = fetch(request.user, whole_report(), "report.view", pk=pk)
    form = forms.IntroductionForm(initial={"introduction": report.introduction})
    return _detail(request, report, form)


def _detail(
    request: HttpRequest, report: InterimReport, form: forms.IntroductionForm
) -> HttpResponse:
    # Before the figures are written out: then they are numbers nobody typed.
    numbers = typed_numbers(report)
    context = {
        "report": with_figures(report),
        "tables": shown_tables(report),
        "cells": report_cells(list(report.tables.all())),
        "checks": checks_by_table(report),
        "numbers": numbers,
        "may_edit": request.user.has_perm("report.edit", report),
        "introduction_form": form,
        "table_form": forms.AddTableForm(),
        "limit_form": forms.LimitForm(initial=vars(report)),
        "cover_form": _cover_form(request, report),
    }
    return render(request, "finance/report/detail.html", context)


def _cover_form(request: HttpRequest, report: InterimReport) -> forms.CoverForm:
    return forms.CoverForm(
        boards=boards_to_cover(request.user, report),
        initial={"boards": report.boards[1:]},
    )


@login_required
@require_POST
def report_cover(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose which further boards the report covers."""
    report = fetch(request.user, whole_report(), "report.edit", pk=pk)
    form = forms.CoverForm(request.POST, boards=boards_to_cover(request.user, report))
    saved = act(
        form, lambda data: actions.cover_boards(report=report, **data, by=request.user)
    )
    if saved:
        messages.success(request, _("The boards are saved. Fetch the figures again."))
    else:
        messages.error(request, _("Choose among the boards that are listed."))
    return redirect(report)


@login_required
def report_compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report beside last year and the year's report before it."""
    report = fetch(request.user, whole_report(), "report.view", pk=pk)
    earlier = earlier_report(report)
    context = {
        "report": report,
        "earlier": earlier,
        "tables": compared_tables(report, earlier),
    }
    return render(request, "finance/report/compare.html", context)


@login_required
def report_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the figures as a spreadsheet with formulas."""
    report = fetch(request.user, whole_report(), "report.view", pk=pk)
    response = HttpResponse(report_workbook(report), content_type=XLSX)
    name = f"delarsrapport-{report.period_end:%Y-%m-%d}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@login_required
@require_POST
def introduction(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the introduction."""
    report = fetch(request.user, whole_report(), "report.edit", pk=pk)
    form = forms.IntroductionForm(request.POST)
    saved = act(
        form,
        lambda data: actions.set_introduction(report=report, **data, by=request.user),
    )
    if not saved:
        return _detail(request, report, form)
    messages.success(request, _("The introduction is saved."))
    return redirect(report)


@login_required
@require_POST
def table_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a table."""
    report = fetch(request.user, whole_report(), "report.edit", pk=pk)
    form = forms.AddTableForm(request.POST)
    table = act(
        form, lambda data: actions.add_table(report=report, **data, by=request.user)
    )
    if table:
        return redirect("report-table", pk=table.pk)
    messages.error(request, _("Choose a kind and write a heading."))
    return redirect(report)


def _table(request: HttpRequest, pk: int) -> ReportTable:
    tables = ReportTable.objects.select_related("report__board", "report__case")
    return fetch(request.user, tables.prefetch_related("rows"), "report.edit", pk=pk)


@login_required
def table_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Edit a table's figures in a grid; the words have their own form."""
    table = _table(request, pk)
    grid = forms.RowFormSet(
        request.POST or None, initial=forms.initial_rows(table), prefix="rows"
    )
    if request.method == "POST" and grid.is_valid():
        rows = forms.rows_of(grid)
        actions.set_figures(table=table, rows=rows, by=request.user)
        messages.success(request, _("The figures are saved."))
        return redirect(table.report)
    return _table_page(request, table, grid, forms.TableTextForm(initial=vars(table)))


def _table_page(
    request: HttpRequest, table: ReportTable, grid: Any, form: forms.TableTextForm
) -> HttpResponse:
    tables = whole_report().get(pk=table.report_id).tables.all()
    context = {
        "table": table,
        "grid": grid,
        "text_form": form,
        "measure_form": forms.MeasureForm(instance=table),
        "cells": report_cells(list(tables)),
    }
    return render(request, "finance/report/table.html", context)


@login_required
@require_POST
def table_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the words around a table."""
    table = _table(request, pk)
    form = forms.TableTextForm(request.POST)
    saved = act(
        form, lambda data: actions.set_table_text(table=table, **data, by=request.user)
    )
    if saved:
        messages.success(request, _("The texts are saved."))
        return redirect(table.report)
    grid = forms.RowFormSet(initial=forms.initial_rows(table), prefix="rows")
    return _table_page(request, table, grid, form)


@login_required
@require_POST
def table_measure(request: HttpRequest, pk: int) -> HttpResponse:
    """Save what is done about a table's deficit."""
    table = _table(request, pk)
    form = forms.MeasureForm(request.POST)
    saved = act(
        form, lambda data: actions.set_measure(table=table, **data, by=request.user)
    )
    if saved:
        messages.success(request, _("The measure is saved."))
        return redirect(table.report)
    messages.error(request, _("Write a day such as 2026-11-30."))
    return redirect("report-table", pk=table.pk)


@login_required
def follow_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a deficit was followed up."""
    table = _table(request, pk)
    form = forms.FollowUpForm(request.POST or None, initial={"done_on": today()})
    done = act(
        form,
        lambda data: follow_up_deficit(table=table, **data, by=request.user),
    )
    if done:
        messages.success(request, _("The follow-up is recorded."))
        return redirect(table.report)
    context = {"table": table, "form": form}
    return render(request, "finance/report/follow_up.html", context)


@login_required
@require_POST
def limit(request: HttpRequest, pk: int) -> HttpResponse:
    """Save from which deviation a comment is wanted."""
    report = fetch(request.user, whole_report(), "report.edit", pk=pk)
    form = forms.LimitForm(request.POST)
    saved = act(
        form, lambda data: actions.set_limit(report=report, **data, by=request.user)
    )
    if saved:
        messages.success(request, _("The limit is saved."))
    else:
        messages.error(request, _("Write an amount in tkr and a whole per cent."))
    return redirect(report)


@login_required
@require_POST
def number_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a link where a number was typed."""
    report = fetch(request.user, whole_report(), "report.edit", pk=pk)
    form = forms.LinkNumberForm(request.POST)
    saved = act(
        form, lambda data: actions.link_number(report=report, **data, by=request.user)
    )
    if saved:
        messages.success(request, _("The number is linked to the table."))
    else:
        messages.error(request, _("The number could not be linked: it has changed."))
    return redirect(report)


@login_required
@require_POST
def table_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a table out of a draft."""
    table = _table(request, pk)
    actions.remove_table(table=table, by=request.user)
    return redirect(table.report)


@login_required
@require_POST
def report_freeze(request: HttpRequest, pk: int) -> HttpResponse:
    """Freeze the report and register its PDF."""
    report = fetch(request.user, whole_report(), "report.freeze", pk=pk)
    document = actions.freeze_report(report=report, by=request.user)
    messages.success(
        request,
        _("The report is frozen and registered as %(number)s.")
        % {"number": document.designation},
    )
    return redirect(report)


@login_required
@require_POST
def report_fill(request: HttpRequest, pk: int) -> HttpResponse:
    """Fetch the figures; what has no place is told with its amount."""
    report = fetch(request.user, whole_report(), "report.edit", pk=pk)
    try:
        fill_report(report=report, by=request.user)
    except Refused as no:
        for refusal in no.refusals[:TOLD]:
            messages.error(request, sentence(refusal))
        left = [one for one in no.refusals if one.code == "chart.unmapped"]
        if left:
            slug = left[0].values["board"]
            return redirect("chart-unmapped", slug, report.period_end.year)
        return redirect(report)
    messages.success(request, _("The figures are fetched. The words are as they were."))
    return redirect(report)

"""How accessible the pages are, a way to say that they are not, and a page in English.

Without login: they read the statements alone, and can add a report and not read it.
"""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from boards.shared.forms import act
from boards.shared.published.limits import REPORTS, limited_form
from boards.shared.published.pages import public_form, public_page
from cases.report.forms import ReportForm
from cases.report.models import AccessibilityStatement
from cases.report.sending import send_report

# Where a complaint goes: the Agency for Digital Government (DOS-lagen 16–17 §§).
SUPERVISOR = "https://www.digg.se/tdosanmalan"


@public_page
def statements(request: HttpRequest) -> HttpResponse:
    """The way to the statement: straight there when there is only one."""
    rows = list(AccessibilityStatement.objects.all())
    if len(rows) == 1:
        return redirect(rows[0])
    return render(request, "cases/report/statements.html", {"statements": rows})


@public_page
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """What an authority says of its accessibility (DOS-lagen 13 §)."""
    row = get_object_or_404(AccessibilityStatement, slug=slug)
    context = {"statement": row, "supervisor": SUPERVISOR}
    return render(request, "cases/report/statement.html", context)


@limited_form(REPORTS)
@public_form
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """A form for what does not work; it asks for no name and no login."""
    row = get_object_or_404(AccessibilityStatement, slug=slug)
    came_from = {"address": request.GET.get("sida", "").replace("\x00", "")[:300]}
    form = ReportForm(initial=came_from)
    if request.method == "POST":
        form = ReportForm(request.POST)
        if act(form, lambda said: send_report(statement=row, **said)):
            return redirect("accessibility-thanks", row.slug)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = {"statement": row, "form": form}
    return render(request, "cases/report/report.html", context, status=status)


@public_page
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens with a report that was sent."""
    row = get_object_or_404(AccessibilityStatement, slug=slug)
    context = {"statement": row, "supervisor": SUPERVISOR}
    return render(request, "cases/report/thanks.html", context)


@public_page
def english(request: HttpRequest) -> HttpResponse:
    """The most important of all this in English."""
    with override("en"):
        return render(request, "cases/report/english.html")


@public_page
def finnish(request: HttpRequest) -> HttpResponse:
    """The most important of all this in Finnish, a national minority language."""
    with override("fi"):
        return render(request, "cases/report/finnish.html")

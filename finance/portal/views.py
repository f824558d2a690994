"""Pages without login: the figures of published reports, as picture, table and data."""

from __future__ import annotations

import csv
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from boards.shared.money import format_tkr
from boards.shared.paper.tree import Chart
from boards.shared.published.pages import public_page
from finance.figures.trends import Trend
from finance.portal.models import PublishedReport
from finance.report.charts import charts
from finance.report.enums import RowKind, TableKind
from finance.report.rules import COLUMNS, Amounts, Row
from finance.report.trend import trend_chart, trend_rows

# The words around a table.
SAID = ("description", "comment", "measures", "note")
# What a spreadsheet would take for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def report_of(pk: int) -> PublishedReport:
    """Return the published report of an address."""
    return get_object_or_404(PublishedReport, pk=pk, withdrawn_at=None)


@public_page
def reports(request: HttpRequest) -> HttpResponse:
    """Every published report, the latest first."""
    rows = PublishedReport.objects.filter(withdrawn_at=None)
    return render(request, "finance/portal/reports.html", {"reports": rows})


@public_page
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """One report: each table as a picture with the table beside it."""
    row = report_of(pk)
    context = {"report": row, "tables": [shown(table) for table in row.tables]}
    return render(request, "finance/portal/report.html", context)


def shown(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table as its page shows it, in thousands of kronor."""
    codes = [code for code, _words in table["columns"]]
    months = Trend(**{n: tuple(row) for n, row in table.get("trend", {}).items()})
    return {
        "heading": table["heading"],
        "words": dict(table["columns"]),
        "rows": [
            (row["label"], row["kind"], cells(row, codes)) for row in table["rows"]
        ],
        "charts": drawn(table),
        "trend": trend_chart(table["heading"], months),
        "months": trend_rows(months),
        "said": {name: table.get(name) for name in SAID},
    }


def drawn(table: dict[str, Any]) -> list[Chart]:
    """Return the charts of a published table."""
    rows = [
        Row(RowKind(row["kind"]), row["label"], Amounts(*(row[c] for c in COLUMNS)))
        for row in table["rows"]
    ]
    kind = TableKind(table["kind"])
    return charts(table["heading"], kind, rows, dict(table["columns"]))


def cells(row: dict[str, Any], codes: list[str]) -> list[str]:
    """Return the figures of a row in the order of the columns."""
    return ["" if row[code] is None else format_tkr(row[code]) for code in codes]


@public_page
def as_json(_request: HttpRequest, pk: int) -> HttpResponse:
    """The same as JSON, in öre."""
    row = report_of(pk)
    said = {
        "title": row.title,
        "board": row.board_name,
        "period_end": f"{row.period_end}",
        "unit": "öre",
        "tables": [
            {key: value for key, value in table.items() if key not in SAID}
            | {"columns": dict(table["columns"])}
            for table in row.tables
        ],
    }
    options = {"ensure_ascii": False}
    response = JsonResponse(said, json_dumps_params=options)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@public_page
def as_csv(_request: HttpRequest, pk: int) -> HttpResponse:
    """The same as CSV, one figure a line, in öre."""
    row = report_of(pk)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"delarsrapport-{row.period_end}-{row.pk}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    # By it spreadsheets know that it is UTF-8.
    response.write("\ufeff")
    out = csv.writer(response)
    out.writerow(["tabell", "rad", "slag", "kolumn", "belopp"])
    out.writerows(lines(row.tables))
    return response


def lines(tables: list[dict[str, Any]]) -> list[list[Any]]:
    """Return every figure with where it stands."""
    return [
        [safe(table["heading"]), safe(row["label"]), row["kind"], words, row[code]]
        for table in tables
        for row in table["rows"]
        for code, words in table["columns"]
        if row[code] is not None
    ]


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text

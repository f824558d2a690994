"""The plan as its table: on the page, in the § and in the PDF, the same words.

They become part of documents that are kept, so they are data of the product and never
follow the language of the reader's screen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join

from finance.control.models import Control, ControlPlan, ControlRisk
from finance.control.queries import original_controls, whole_plans

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

COLUMNS = (
    "Risk i process, rutin eller system",
    "Kontrollmoment",
    "Risk- och väsentlighetsbedömning",
    "Ansvar för kontroll och rapportering",
    "Uppnått resultat",
)
TO_COME = "Kompletteras"
CHECKED_BY = "Kontroll: {name}"
REPORTED_TO = "Rapport: {name}"
GRADE_WORDS = {
    "works": "Fungerar som beskrivet",
    "develop": "Fungerar men behöver utvecklas",
    "undocumented": "Dokumenterad rutin saknas",
    "not_performed": "Inte genomförd",
}
INTERVAL_WORDS = {
    "once": "en gång",
    "year": "en gång om året",
    "half_year": "två gånger om året",
    "tertial": "tre gånger om året",
    "quarter": "varje kvartal",
    "month": "varje månad",
    "ongoing": "löpande",
}


@dataclass(frozen=True)
class TableRow:
    """A row of the plan as it is printed; the two lines of the fourth column apart."""

    control: Control
    process: str
    moment: str
    assessment: str
    responsible: tuple[str, ...]
    result: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as five cells."""
        return (
            self.process,
            self.moment,
            self.assessment,
            "\n".join(self.responsible),
            self.result,
        )


def assessed(risk: ControlRisk) -> str:
    """Return the value of a risk: a plain one alone, a product with its factors."""
    if risk.likelihood is None or risk.consequence is None:
        return "" if risk.assessment is None else str(risk.assessment)
    product = risk.likelihood * risk.consequence
    return f"{product} ({risk.likelihood} × {risk.consequence})"


def table_rows(
    controls: Iterable[Control], *, with_results: bool = False
) -> list[TableRow]:
    """Return the rows of the plan; what a beslut left open is to come."""
    return [_row(control, with_results=with_results) for control in controls]


def _row(control: Control, *, with_results: bool) -> TableRow:
    moment = control.moment or TO_COME
    if control.moment and control.interval:
        moment = f"{moment} ({INTERVAL_WORDS[control.interval]})"
    return TableRow(
        control=control,
        process=control.risk.process,
        moment=moment,
        assessment=assessed(control.risk) or TO_COME,
        responsible=(
            CHECKED_BY.format(name=control.responsible or TO_COME.lower()),
            REPORTED_TO.format(name=control.report_to or TO_COME.lower()),
        ),
        result=_result(control) if with_results else "",
    )


def _result(control: Control) -> str:
    """Return what the control showed, each time it was looked at."""
    said = []
    for check in control.checks.all():
        day = f"{check.performed_on:%Y-%m-%d}: " if check.performed_on else ""
        said.append(f"{day}{GRADE_WORDS[check.grade]}")
    return "; ".join(said)


def as_html(rows: list[TableRow]) -> SafeString | str:
    """Return the table as rich text, as the editor of a § would make it."""
    if not rows:
        return ""
    head = format_html_join("", "<th>{}</th>", ((name,) for name in COLUMNS))
    body = format_html_join(
        "",
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}<br>{}</td><td>{}</td></tr>",
        (
            (row.process, row.moment, row.assessment, *row.responsible, row.result)
            for row in rows
        ),
    )
    return format_html(
        "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", head, body
    )


def tables_of_cases(cases: Collection[int]) -> dict[int, str]:
    """Return the table of the plan that is put before the board in each ärende.

    Rows that the board adds by its own beslut stand in the beslut, not in the proposal.
    """
    plans = whole_plans().filter(case__in=cases).order_by("year")
    found: dict[int, str] = {}
    for plan in plans:
        table = as_html(table_rows(original_controls(plan)))
        found[plan.case_id] = found.get(plan.case_id, "") + str(table)
    return found


def plan_title(plan: ControlPlan) -> str:
    """Return what the plan is called."""
    return f"Internkontrollplan {plan.year}"

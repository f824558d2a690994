"""The model's interim report, entered as printed thousands of kronor."""

from __future__ import annotations

from datetime import date

from boards.person.models import User
from boards.shared.clock import at, local
from cases.case.models import Case
from config.demo.joint_board import REPORT
from finance.report import actions
from finance.report.enums import RowKind, TableKind
from finance.report.rules import Amounts, Row

TKR = 100_000
PERIOD_END = date(2020, 8, 31)

SUM, GRANT = RowKind.SUM, RowKind.GRANT
Figures = tuple[int | None, ...]

FINANCE: dict[str, Figures] = {
    "Intäkter": (-117, -232, -254, -348, -348),
    "Personalkostnader": (5104, 5684, 5095, 8803, 8703),
    "Lokalkostnader": (1, 0, 0, 0, 0),
    "Övriga kostnader": (1230, 1858, 1427, 2788, 2288),
    "Kapitalkostnad": (25, 4, 5, 4, 4),
    "Summa": (6243, 7315, 6273, 11247, 10647),
    "Kommunbidrag": (7336, 7315, 7315, 11247, 11247),
}
STAFF: dict[str, Figures] = {
    "Intäkter": (-304, -379, -1121, -569, -633),
    "Personalkostnader": (7596, 7997, 6928, 12375, 11525),
    "Lokalkostnader": (11, 57, 63, 85, 125),
    "Övriga kostnader": (1257, 1295, 2024, 1943, 2617),
    "Kapitalkostnad": (0, 0, 0, 0, 0),
    "Summa": (8559, 8970, 7894, 13834, 13634),
    "Kommunbidrag": (8950, 8970, 8970, 13834, 13834),
}
IT: dict[str, Figures] = {
    "Intäkter": (-5927, -3174, -3445, -4311, -4635),
    "Personalkostnader": (5006, 5418, 4040, 8388, 6847),
    "Övriga kostnader": (11017, 6202, 10641, 8852, 14567),
    "Kapitalkostnad": (1043, 782, 781, 1137, 1137),
    "Summa": (11140, 9227, 12018, 14066, 17916),
    "Kommunbidrag": (10737, 9227, 9227, 14066, 14066),
}
INVESTMENTS: dict[str, Figures] = {
    "5201 Genomförande av IT-strategi": (579, 1852, 5088, 2778, 4278),
    "5209 IT-strategi och trådlöst nät, Alby": (1026, 141, 26, 212, 212),
    "5210 IT, utökad kapacitet, Alby och Berga": (11, 1333, 0, 2000, 2000),
    "5211 Ombyggnad av wifi, skolor i Alby": (0, 200, 0, 300, 300),
    "5215 IT, Vårhult och Källesberg *": (221, 138, 200, 208, 208),
    "5217 IT-strategi, genomförande *": (138, 1833, 1625, 2750, 3750),
    "S:a investeringar egna": (1975, 5498, 6940, 8247, 10747),
}
SUMMARY: dict[str, Figures] = {"Summa": (1080, None, -674, 39147, 42197)}

INTRODUCTION = (
    "<p>Ekonomi, personal och IT drivs sedan 2015 i två gemensamma nämnder. Berga kommun"
    " är huvudman för ekonomi och personal, Alby kommun för IT, växel och telefoni."
    " Nämnderna ger båda kommunerna stöd i ekonomi, personal och IT.</p>"
)

# Kind, heading, figures, description, comment, note.
TABLES = (
    (
        TableKind.INCOME,
        "Ekonomiavdelningen",
        FINANCE,
        (
            "<p>Avdelningen hjälper politik, ledning och verksamheter med redovisning,"
            " upphandling och inköp. Arbetet med att göra ekonomiprocesserna digitala"
            " fortsätter.</p>"
        ),
        (
            "<p>Periodens resultat är 1&nbsp;042 tkr bättre än budget, främst för att tjänster"
            " stått vakanta och färre konsulter anlitats. Prognosen för året är ett överskott"
            " på 600 tkr.</p>"
        ),
        "",
    ),
    (
        TableKind.INCOME,
        "Personalavdelningen",
        STAFF,
        "<p>Avdelningen styr, stödjer och servar chefer i personal- och lönefrågor.</p>",
        (
            "<p>Periodens resultat är 1&nbsp;076 tkr bättre än budget. Prognosen för året är"
            " ett överskott på 200 tkr.</p>"
        ),
        "",
    ),
    (
        TableKind.INCOME,
        "IT, växel och telefoni",
        IT,
        (
            "<p>Alby kommun är huvudman. Under hösten slutförs bytet av plattform och"
            " datorerna lämnas ut.</p>"
        ),
        (
            "<p>Periodens resultat är 2&nbsp;791 tkr sämre än budget: bytet av plattform,"
            " fiberanslutningar och datorer som ännu inte fakturerats. Prognosen för året är"
            " ett underskott på 3&nbsp;850 tkr.</p>"
        ),
        "",
    ),
    (
        TableKind.INVESTMENT,
        "Investeringar IT",
        INVESTMENTS,
        "",
        (
            "<p>Utfallet är 6&nbsp;940 tkr av årets 8&nbsp;247 tkr. Projekt 5201 och 5217 väntas"
            " kosta 2&nbsp;500 tkr mer än budget.</p>"
        ),
        "* Budgeteras i Berga kommun.",
    ),
    (
        TableKind.SUMMARY,
        "Sammanställning servicenämnderna",
        SUMMARY,
        "",
        (
            "<p>Tillsammans visar nämnderna ett underskott på 674 tkr per den 31 augusti"
            " 2020.</p>"
        ),
        "",
    ),
)


MEASURES = {
    "IT, växel och telefoni": (
        "Inköpen av datorer flyttas till nästa år och konsulterna avslutas i oktober."
    )
}


def kind_of(label: str) -> RowKind:
    """Return what a row is by its label."""
    if label == "Kommunbidrag":
        return GRANT
    return SUM if label.startswith(("Summa", "S:a")) else RowKind.LINE


def rows_of(figures: dict[str, Figures]) -> list[Row]:
    """Return the rows in öre."""
    return [
        Row(
            kind_of(label),
            label,
            Amounts(*(None if tkr is None else tkr * TKR for tkr in cells)),
        )
        for label, cells in figures.items()
    ]


def build_report(case: Case, by: User) -> None:
    """Enter the report and freeze it, so that its PDF is a handling of the ärende."""
    with at(local(date(2020, 9, 14), 15)):
        report = actions.start_report(
            case=case, title=REPORT, period_end=PERIOD_END, by=by
        )
        actions.set_introduction(report=report, introduction=INTRODUCTION, by=by)
        for kind, heading, figures, description, comment, note in TABLES:
            table = actions.add_table(report=report, kind=kind, heading=heading, by=by)
            actions.set_figures(table=table, rows=rows_of(figures), by=by)
            actions.set_table_text(
                table=table,
                description=description,
                comment=comment,
                note=note,
                by=by,
            )
            if heading in MEASURES:
                actions.set_measure(
                    table=table,
                    measure=MEASURES[heading],
                    follow_up_on=date(2020, 11, 30),
                    by=by,
                )
        actions.freeze_report(report=report, by=by)

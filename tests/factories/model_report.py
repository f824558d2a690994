"""The model's interim report: the figures of its five tables, in printed tkr."""

from datetime import date

from finance.report import actions
from finance.report.enums import RowKind, TableKind
from finance.report.models import InterimReport
from finance.report.rules import Amounts, Row

TKR = 100_000
PERIOD_END = date(2020, 8, 31)


def row(kind: RowKind, label: str, *tkr: int | None) -> Row:
    """Return a row from printed thousands of kronor."""
    return Row(kind, label, Amounts(*(None if t is None else t * TKR for t in tkr)))


def line(label: str, *tkr: int | None) -> Row:
    """Return an ordinary row."""
    return row(RowKind.LINE, label, *tkr)


FINANCE = [
    line("Intäkter", -117, -232, -254, -348, -348),
    line("Personalkostnader", 5104, 5684, 5095, 8803, 8703),
    line("Lokalkostnader", 1, 0, 0, 0, 0),
    line("Övriga kostnader", 1230, 1858, 1427, 2788, 2288),
    line("Kapitalkostnad", 25, 4, 5, 4, 4),
    row(RowKind.SUM, "Summa", 6243, 7315, 6273, 11247, 10647),
    row(RowKind.GRANT, "Kommunbidrag", 7336, 7315, 7315, 11247, 11247),
]
STAFF = [
    line("Intäkter", -304, -379, -1121, -569, -633),
    line("Personalkostnader", 7596, 7997, 6928, 12375, 11525),
    line("Lokalkostnader", 11, 57, 63, 85, 125),
    line("Övriga kostnader", 1257, 1295, 2024, 1943, 2617),
    line("Kapitalkostnad", 0, 0, 0, 0, 0),
    row(RowKind.SUM, "Summa", 8559, 8970, 7894, 13834, 13634),
    row(RowKind.GRANT, "Kommunbidrag", 8950, 8970, 8970, 13834, 13834),
]
IT = [
    line("Intäkter", -5927, -3174, -3445, -4311, -4635),
    line("Personalkostnader", 5006, 5418, 4040, 8388, 6847),
    line("Övriga kostnader", 11017, 6202, 10641, 8852, 14567),
    line("Kapitalkostnad", 1043, 782, 781, 1137, 1137),
    row(RowKind.SUM, "Summa", 11140, 9227, 12018, 14066, 17916),
    row(RowKind.GRANT, "Kommunbidrag", 10737, 9227, 9227, 14066, 14066),
]
INVESTMENTS = [
    line("5201 Genomförande IT-strategi", 579, 1852, 5088, 2778, 4278),
    line("5209 IT-strategi och trådlöst nät Alby", 1026, 141, 26, 212, 212),
    line("5210 IT, utökad kapacitet Alby och Berga", 11, 1333, 0, 2000, 2000),
    line("5211 Ombyggnad wifi Alby bildning", 0, 200, 0, 300, 300),
    line("5215 IT Vårberg och Kesberg *", 221, 138, 200, 208, 208),
    line("5217 IT-strategi, genomförande *", 138, 1833, 1625, 2750, 3750),
    row(RowKind.SUM, "S:a investeringar egna", 1975, 5498, 6940, 8247, 10747),
]
SUMMARY = [row(RowKind.SUM, "Summa", 1080, None, -674, 39147, 42197)]

TABLES = [
    (TableKind.INCOME, "Ekonomiavdelningen", FINANCE),
    (TableKind.INCOME, "Personalavdelningen", STAFF),
    (TableKind.INCOME, "IT, växel och telefoni", IT),
    (TableKind.INVESTMENT, "Investeringar IT", INVESTMENTS),
    (TableKind.SUMMARY, "Sammanställning servicenämnderna", SUMMARY),
]


def fill(report: InterimReport) -> None:
    """Enter the model's tables, with the words that its deviations want."""
    for kind, heading, rows in TABLES:
        table = actions.add_table(report=report, kind=kind, heading=heading, by=None)
        actions.set_figures(table=table, rows=rows, by=None)
        words = {"description": "", "comment": "<p>Därför.</p>", "note": ""}
        actions.set_table_text(table=table, **words, by=None)
        measure = "Konsulterna ersätts." if rows is IT else ""
        actions.set_measure(table=table, measure=measure, follow_up_on=None, by=None)

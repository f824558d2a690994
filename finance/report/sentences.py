"""The Swedish words of the report itself.

They become part of a document that is kept, so they are data of the product and never
follow the language of the reader's screen.
"""

from datetime import date

from finance.report.enums import TableKind

MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "maj",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
]

KIND = "DELÅRSRAPPORT"
PERIOD = "Delårsrapport med årsprognos per den {day:%Y-%m-%d}"
COVERS = "Rapporten omfattar {boards}."
INTRODUCTION = "Inledning"
DESCRIPTION = "Verksamhetsbeskrivning"
FIGURES = "Utfall och prognos {day:%Y-%m-%d}"
RESULT = "Resultat"
VARIANCE = "Avvikelse budget mot prognos helår"
# What the columns are called in a link from the words to a cell.
LINKED_COLUMNS = {
    "prior_actual": "utfall i fjol",
    "budget_to_date": "budget ack",
    "actual_to_date": "utfall ack",
    "budget_year": "budget år",
    "forecast_year": "prognos år",
}
LINKED_VARIANCE = "avvikelse"
CAPTIONS = {
    TableKind.INCOME: "Resultaträkning {heading} (tkr)",
    TableKind.INVESTMENT: "{heading}, belopp netto (tkr)",
    TableKind.SUMMARY: "{heading} (tkr)",
}
FIRST_COLUMN = {
    TableKind.INCOME: "Resultaträkning",
    TableKind.INVESTMENT: "Projekt",
    TableKind.SUMMARY: "Enhet",
}
ROUNDING = (
    "Avrundning: {label}, {column}, är {printed} tkr; de avrundade raderna ger"
    " {computed} tkr."
)
BARS_CAPTION = "{heading}: budget, utfall och prognos (tkr)"
BARS_ALT = "Stapeldiagram för {heading}, i tkr. {said}. Tabellen säger detsamma."
FALL_CAPTION = "{heading}: avvikelse mot budget, rad för rad (tkr)"
FALL_ALT = (
    "Diagram över hur radernas avvikelser från budget blir helhetens, {heading}, i tkr."
    " {said}. Tabellen säger detsamma."
)
TREND_NAMES = {"prior": "I fjol", "budget": "Budget", "actual": "Utfall"}
TREND_CAPTION = "{heading}: nettokostnad månad för månad (tkr)"
TREND_ALT = (
    "Linjediagram över nettokostnaden för {heading}, lagd samman från januari, i tkr."
    " {said}. Tabellen bredvid säger det för varje månad."
)
TREND_MONTH = "Till och med"
KRONOR = "Belopp i kronor. Intäkter har minustecken."
ROUNDING_ROW = "Avrundning"
MEASURE = "Åtgärd: {text}"
FOLLOW_UP = "Underskottet följs upp senast {day:%Y-%m-%d}."
SIGNS = (
    "Intäkter visas med minustecken och kostnader utan. En avvikelse med minustecken är"
    " sämre än budget."
)


def column_headings(kind: TableKind, period_end: date) -> dict[str, str]:
    """Return the heading of each column; the summary says which measure each one is."""
    month, year = MONTHS[period_end.month - 1], period_end.year
    if kind == TableKind.SUMMARY:
        return {
            "prior_actual": f"Resultat ack. {month} {year - 1}",
            "actual_to_date": f"Resultat ack. {month} {year}",
            "budget_year": f"Nettokostnad, budget {year}",
            "forecast_year": f"Nettokostnad, prognos {year}",
        }
    return {
        "prior_actual": f"Utfall ack. {month} {year - 1}",
        "budget_to_date": f"Budget ack. {month} {year}",
        "actual_to_date": f"Utfall ack. {month} {year}",
        "budget_year": f"Budget {year}",
        "forecast_year": f"Prognos {year}",
    }


# What a table and its sums are called when the figures are fetched.
SUM = "Summa"
GRANT = "Kommunbidrag"
INVESTMENTS = "Investeringar"
INVESTMENTS_SUM = "S:a investeringar"
SUMMARY = "Sammanställning"
SUMMARY_SUM = "Summa"
BUDGETED_BY = "* Budgeteras i {names} kommun."

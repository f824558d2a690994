"""Swedish words of grounds and of the gallringsprotokoll, kept with what they tell."""

from __future__ import annotations

from django.utils.translation import override

from cases.retention.enums import Outcome, StartEvent
from cases.retention.models import RetentionRule

GROUND = "{decision}, dokumenthanteringsplan version {version}: {kind} {what}"
WHAT = {
    Outcome.YEARS: "gallras {years} år efter att {event}",
    Outcome.INACTIVE: "gallras vid inaktualitet, tidigast när {event}",
    Outcome.PRESERVE: "bevaras, och är levererad till e-arkivet",
}
EVENTS = {
    StartEvent.CASE_CLOSED: "ärendet avslutats",
    StartEvent.MINUTES_APPROVED: "protokollet justerats",
    StartEvent.REGISTERED: "handlingen registrerats",
}
TITLE = "Gallringsprotokoll {day:%Y-%m-%d}"
KIND = "GALLRINGSPROTOKOLL"
FILE_NAME = "gallringsprotokoll-{day:%Y-%m-%d}.pdf"
CASE_TITLE = "Gallring {year}"
LEAD = (
    "Handlingarna nedan har gallrats med stöd av nämndens dokumenthanteringsplan"
    " (arkivlagen 10\u00a0§). Uppgifterna i diariet finns kvar."
)
FACTS = "Gallringen"
BOARD = "Nämnd"
PROPOSED = "Föreslagen av"
EXECUTED = "Verkställd av"
BY_ON = "{name}, {at:%Y-%m-%d} kl. {at:%H.%M}"
COUNT = "Antal gallrade handlingar"
GONE = "Gallrade handlingar"
NUMBER, SUBJECT, GROUND_HEAD, DUE = (
    "Beteckning",
    "Handling",
    "Grund",
    "Gallringsbar från",
)
LEFT = "Föreslagna handlingar som inte gallrats"
WHY = "Skäl"
MASKED = "Sekretess, {ground}"


def ground_of(rule: RetentionRule) -> str:
    """Return the ground of a disposal in words: decision, version, rule."""
    what = WHAT[Outcome(rule.outcome)].format(
        years=rule.years, event=EVENTS[StartEvent(rule.start)]
    )
    with override("sv"):
        kind = str(rule.get_kind_display()).lower()
    return GROUND.format(
        decision=rule.plan.decision, version=rule.plan.version, kind=kind, what=what
    )

"""The joint board's year 2020, with the model meeting on 29 September.

Dates, numbers and figures are those of a real meeting; people, municipalities and every
sentence are invented.
"""

from __future__ import annotations

from datetime import date, timedelta

from boards.shared.calendar import next_weekday
from boards.shared.clock import local
from config.demo.plan import Ask, Floor, Paper, Plan, Point, Reach
from minutes.item.enums import ProposalKind, SectionKind
from minutes.meeting.enums import AgendaKind

HALL = "Berga kommun, kommunhuset, Stora Lindås"
ORGAN = "gemensam servicenämnd för IT, växel och telefoni"
REPORT = "Delårsrapport med årsprognos per den 2020-08-31"
KS_ALBY = "Kommunstyrelsen i Alby kommun"
KS_BERGA = "Kommunstyrelsen i Berga kommun"

# Title of each ärende, in the order their numbers are given.
CASES = {
    "budget": ("Rambeslut för budget 2021–2023", date(2020, 1, 20)),
    "follow-up": ("Uppföljning av internkontroll 2019", date(2020, 1, 27)),
    "platform": ("Byte av IT-plattform, lägesredovisning", date(2020, 2, 3)),
    "report": (f"Delårsrapport per 2020-08-31 för {ORGAN}", date(2020, 9, 1)),
    "control": (f"Internkontrollplan 2021 för {ORGAN}", date(2020, 9, 7)),
}

OPENING = (
    Point("Upprop", AgendaKind.OPENING),
    Point("Val av justerare", AgendaKind.OPENING),
)


def noted(heading: str, text: str) -> Point:
    """Return an information point that is noted."""
    return Point(
        heading,
        AgendaKind.INFORMATION,
        sections=((SectionKind.SUMMARY, "", f"<p>{text}</p>"),),
        decided=("Informationen läggs till handlingarna.",),
    )


def adopted(heading: str, text: str, case: str = "") -> Point:
    """Return a point that is decided as proposed, by acclamation."""
    return Point(
        heading,
        case=case,
        sections=((SectionKind.SUMMARY, "", f"<p>{text}</p>"),),
        proposed=(f"{heading} godkänns.",),
        asked=(Ask("förvaltningens förslag till beslut antas"),),
        decided=(f"{heading} godkänns.",),
        recipients=(KS_ALBY, KS_BERGA),
    )


WINTER = Plan(
    board="itvt",
    starts=local(date(2020, 2, 25), 9),
    ends=local(date(2020, 2, 25), 10, 30),
    place="Alby kommun, kommunhuset, Lilla salen",
    secretary="fatima",
    approver="Lindqvist",
    approved=local(date(2020, 2, 27), 13),
    reach=Reach.ARCHIVED,
    points=(
        *OPENING,
        noted(
            "Läget i driften",
            "IT-chefen berättar om årets första veckor. Inga större avbrott.",
        ),
        adopted(
            "Uppföljning av internkontroll 2019",
            "Fyra av fem kontroller visar att rutinerna följs. En utvecklas.",
            "follow-up",
        ),
        adopted(
            "Bokslut 2019 för servicenämnden",
            "Året slutar med ett underskott som förklaras av licenser.",
        ),
        noted("Bytet av IT-plattform", "Upphandlingen är klar och avtalet tecknat."),
        adopted(
            "Sammanträdesdagar hösten 2020",
            "Nämnden sammanträder den 29 september och den 8 december.",
        ),
    ),
)

SPRING = Plan(
    board="itvt",
    starts=local(date(2020, 5, 13), 9),
    ends=local(date(2020, 5, 13), 10, 45),
    place=HALL,
    secretary="fatima",
    approver="Lindqvist",
    approved=local(date(2020, 5, 15), 10),
    reach=Reach.ARCHIVED,
    points=(
        *OPENING,
        noted("Läget i driften", "Ett avbrott på fyrtio minuter i mars."),
        adopted(
            "Byte av IT-plattform, lägesredovisning",
            "Arbetet följer planen. Skolorna flyttas i juni.",
            "platform",
        ),
        noted("Ekonomisk månadsrapport april", "Utfallet ligger nära budgeten."),
        adopted("Riktlinje för lånedatorer", "Riktlinjen gäller båda kommunerna."),
        noted("Telefonväxelns öppettider", "Öppettiderna är oförändrade i sommar."),
    ),
)

SITUATION = (
    "<p>Nämnden har under året drivit flera stora uppdrag. Störst är projekt Lärkan,"
    " som ersätter den gamla IT-plattformen med en ny från en annan leverantör.</p>"
)
ECONOMY = (
    "<p>Till och med den 31 augusti 2020 är utfallet 2&nbsp;791 tkr sämre än budget."
    " För hela året väntas ett underskott på 3&nbsp;850 tkr.</p>"
)
OUTAGES = (
    "<p>Två större avbrott har inträffat sedan sammanträdet den 13 maj 2020. Den 18"
    " augusti slutade telefonin att fungera i båda kommunerna när kylan i en teknikhall"
    " gick sönder. Den 20 augusti slog åskan ut hela IT-leveransen; allt var åter i"
    " drift omkring klockan 17.00 dagen därpå.</p>"
)
PROJECT = (
    "<p>Projektet går mot sitt slut. Fler än 1&nbsp;000 datorer är utlämnade och systemen"
    " flyttas ett i taget. Under några veckor nås en del system bara från de gamla"
    " datorerna. Det som inte hinns med samlas i en handlingsplan.</p>"
)
REPORT_SUMMARY = (
    "<p>Ekonomi, personal och IT sköts sedan 2015 i två gemensamma nämnder. Berga kommun"
    " är huvudman för ekonomi och personal, Alby kommun för IT, växel och telefoni.</p>"
    "<p>Tillsammans visar nämnderna ett underskott på 674 tkr per den 31 augusti 2020:"
    " ekonomi och personal ett överskott på 2&nbsp;117 tkr, IT, växel och telefoni ett"
    " underskott på 2&nbsp;791 tkr. Underskottet beror främst på bytet av plattform,"
    " fiberanslutningar utan budget och hyrda datorer som ännu inte fakturerats.</p>"
    "<p>Prognosen för året är ett underskott på 3&nbsp;850 tkr för IT, växel och telefoni"
    " och ett överskott på 800 tkr för ekonomi och personal.</p>"
)
CONTROL_SUMMARY = (
    "<p>Intern kontroll angår alla, från nämnden till den enskilda medarbetaren. Den ska"
    " hitta och rätta fel innan de blir dyra. Förslaget till plan för 2021:</p>"
)
ADDITION = (
    f"Process för incidenthantering läggs till internkontrollplan 2021 för {ORGAN}."
)

MODEL = Plan(
    board="itvt",
    starts=local(date(2020, 9, 29), 9),
    ends=local(date(2020, 9, 29), 10, 10),
    place=HALL,
    secretary="fatima",
    approver="Lindqvist",
    approved=local(date(2020, 9, 29), 12),
    approval_place="Kommunhuset, Berga kommun",
    distant=("Björnfot",),
    reach=Reach.ARCHIVED,
    points=(
        *OPENING,
        Point(
            "IT-chefen informerar",
            AgendaKind.INFORMATION,
            rapporteur="Jan Hedlund",
            sections=(
                (SectionKind.SUMMARY, "", SITUATION),
                (SectionKind.FINANCES, "", ECONOMY),
                (SectionKind.DETAILS, "Större leveransavvikelser", OUTAGES),
                (SectionKind.DETAILS, "Projekt Lärkan", PROJECT),
            ),
            decided=("Informationen tas emot och läggs till handlingarna.",),
        ),
        Point(
            f"Delårsrapport per 2020-08-31 för {ORGAN}",
            case="report",
            rapporteur="Jenny Nygård",
            sections=((SectionKind.SUMMARY, "", REPORT_SUMMARY),),
            papers=(
                Paper(
                    "Tjänsteskrivelse om delårsrapport",
                    "Tjänsteskrivelse daterad 2020-09-14",
                    "2020-09-14",
                    "Förvaltningen föreslår att delårsrapporten godkänns.",
                ),
                Paper(
                    REPORT,
                    "Delårsrapport daterad 2020-08-31",
                    "2020-08-31",
                    is_appendix=True,
                ),
            ),
            proposed=(f"Delårsrapport per 2020-08-31 för {ORGAN} godkänns.",),
            asked=(Ask("förvaltningens förslag till beslut antas"),),
            decided=(f"Delårsrapport per 2020-08-31 för {ORGAN} godkänns (bilaga 1).",),
            recipients=(KS_ALBY,),
        ),
        Point(
            f"Internkontrollplan 2021 för {ORGAN}",
            case="control",
            sections=((SectionKind.SUMMARY, "", CONTROL_SUMMARY),),
            papers=(
                Paper(
                    "Tjänsteskrivelse om internkontrollplan",
                    "Tjänsteskrivelse daterad 2020-09-21",
                    "2020-09-21",
                    "Förvaltningen föreslår att internkontrollplanen antas.",
                ),
            ),
            proposed=(f"Internkontrollplan 2021 för {ORGAN} antas.",),
            floor=(Floor(ProposalKind.ADD, ADDITION, ("Lindqvist",)),),
            asked=(
                Ask(
                    "förvaltningens förslag till beslut med Birgitta Lindqvists (C)"
                    " tillägg antas"
                ),
            ),
            decided=(f"Internkontrollplan 2021 för {ORGAN} antas.", ADDITION),
            recipients=(KS_ALBY,),
        ),
        Point(
            "Meddelande",
            AgendaKind.COMMUNICATIONS,
            messages=(("KF § 80/2020-06-16 Rambeslut för budget 2021–2023", "budget"),),
            decided=("Meddelandet läggs till handlingarna.",),
        ),
    ),
)

MEETINGS = (WINTER, SPRING, MODEL)


def coming_meetings(day: date) -> tuple[Plan, ...]:
    """Return a meeting that has been called and one that is planned, after a day."""

    def plan(days: int, reach: Reach, *points: Point) -> Plan:
        held = next_weekday(day + timedelta(days=days))
        return Plan(
            board="itvt",
            starts=local(held, 9),
            ends=local(held, 10, 30),
            place=HALL,
            secretary="fatima",
            approver="Lindqvist",
            points=(*OPENING, *points),
            reach=reach,
        )

    return (
        plan(
            4,
            Reach.CALLED,
            noted("Läget i driften", "Inga större avbrott under hösten."),
            adopted("Sammanträdesdagar våren", "Tre dagar föreslås."),
        ),
        plan(60, Reach.PLANNED, noted("Läget i driften", "")),
    )

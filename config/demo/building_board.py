"""The ordinary board's year: meetings in every state, around the day the demo is made."""

from __future__ import annotations

from datetime import date, timedelta

from boards.shared.calendar import next_weekday
from boards.shared.clock import local
from config.demo.plan import Ask, Floor, Paper, Plan, Point, Reach
from minutes.item.enums import ProposalKind, SectionKind, VoteChoice
from minutes.meeting.enums import AgendaKind

YES, NO = VoteChoice.YES, VoteChoice.NO
KS = "Kommunstyrelsen"

# Key, title and days before the demo's day; numbers are given in this order.
CASES = {
    "plan": ("Tillsynsplan för livsmedel och miljö", 330),
    "street": ("Detaljplan för kvarteret Lärkan, samråd", 300),
    "control": ("Internkontrollplan för miljö- och byggnadsnämnden", 210),
    "bridge": ("Remiss om cykelvägnät i kommunen", 150),
    "fees": ("Taxa för bygglov och tillsyn", 100),
    "shore": ("Strandskyddsdispens, badplatsen i Norrvik", 75),
    "school": ("Bygglov för tillbyggnad av Ekskolan", 45),
    "noise": ("Bullermätning vid Storgatan", 20),
    "permit": ("Anmälan om brister i inomhusmiljö", 10),
}

OPENING = (
    Point("Upprop", AgendaKind.OPENING),
    Point("Val av justerare", AgendaKind.OPENING),
)


def news(text: str) -> Point:
    """Return the director's information."""
    return Point(
        "Förvaltningschefen informerar",
        AgendaKind.INFORMATION,
        rapporteur="Karin Wallin",
        sections=((SectionKind.SUMMARY, "", f"<p>{text}</p>"),),
        decided=("Informationen läggs till handlingarna.",),
    )


def simple(case: str, decision: str, text: str, dated: str) -> Point:
    """Return a point with a paper, decided by acclamation."""
    heading = CASES[case][0]
    return Point(
        heading,
        case=case,
        sections=((SectionKind.SUMMARY, "", f"<p>{text}</p>"),),
        papers=(
            Paper(
                f"Tjänsteskrivelse om {heading[0].lower()}{heading[1:]}",
                f"Tjänsteskrivelse daterad {dated}",
                dated,
                text,
            ),
        ),
        proposed=(decision,),
        asked=(Ask("förvaltningens förslag till beslut antas"),),
        decided=(decision,),
        recipients=(KS,),
    )


def contested(case: str, decision: str, dated: str) -> Point:
    """Return a point with a vote by name, settled by one vote, and a reservation."""
    point = simple(case, decision, "Ärendet har beretts av förvaltningen.", dated)
    votes = {
        **dict.fromkeys(("Sjölander", "Rahimi", "Hallberg", "Öberg"), YES),
        **dict.fromkeys(("Rosengren", "Brink", "Norling", "Ekdahl"), NO),
        "Almgren": YES,
    }
    return Point(
        point.heading,
        case=case,
        sections=point.sections,
        papers=point.papers,
        proposed=point.proposed,
        floor=(
            Floor(ProposalKind.ADOPT, "Förvaltningens förslag antas.", ("Rahimi",)),
            Floor(ProposalKind.REJECT, "Förslaget avslås.", ("Rosengren", "Brink")),
        ),
        asked=(
            Ask(
                "förvaltningens förslag till beslut antas",
                yes_means="förvaltningens förslag antas",
                no_means="förslaget avslås",
                votes=votes,
            ),
        ),
        decided=point.decided,
        recipients=point.recipients,
        reservation=("Rosengren", "Förslaget borde ha avslagits."),
    )


def meeting(day: date, days: int, reach: Reach, *points: Point, **more: object) -> Plan:
    """Return a meeting at 13.15 on the weekday that many days from the demo's day."""
    held = next_weekday(day + timedelta(days=days))
    return Plan(
        board="mbn",
        starts=local(held, 13, 15),
        ends=local(held, 15, 40),
        place="Alby kommun, kommunhuset, Stora salen",
        secretary="elin",
        approver="Rosengren",
        points=(*OPENING, *points),
        reach=reach,
        **more,  # type: ignore[arg-type]  # fields of Plan
    )


def dated(day: date, days: int) -> str:
    """Return the day so many days from another, as papers write it."""
    return str(day + timedelta(days=days))


def year_of_meetings(day: date) -> tuple[Plan, ...]:
    """Return the year's meetings, the earliest first."""
    return (*done_with(day), *under_way(day), *to_come(day))


def done_with(day: date) -> tuple[Plan, ...]:
    """Return the meetings whose decisions can be appealed no more."""
    return (
        meeting(
            day,
            -260,
            Reach.ARCHIVED,
            news("Vinterns tillsyn är klar."),
            simple(
                "plan",
                "Tillsynsplanen antas.",
                "Planen bygger på behov.",
                dated(day, -275),
            ),
        ),
        meeting(
            day,
            -190,
            Reach.FINAL,
            news("Två nya inspektörer har börjat."),
            contested("street", "Detaljplanen sänds på samråd.", dated(day, -205)),
        ),
        meeting(
            day,
            -120,
            Reach.EXPIRED,
            simple(
                "control",
                "Internkontrollplanen antas.",
                "Fem kontroller.",
                dated(day, -135),
            ),
            absent=("Hallberg",),
            substitutes={"Grahn": "Hallberg"},
        ),
    )


def under_way(day: date) -> tuple[Plan, ...]:
    """Return the meetings whose minutes are on the board or on their way there."""
    return (
        meeting(
            day,
            -20,
            Reach.ON_BOARD,
            news("Höstens ansökningar är fler än förra året."),
            contested("bridge", "Yttrandet lämnas som nämndens svar.", dated(day, -36)),
            distant=("Öberg",),
        ),
        meeting(
            day,
            -9,
            Reach.AT_APPROVAL,
            simple(
                "fees",
                "Taxan föreslås fullmäktige.",
                "Taxan räknas upp.",
                dated(day, -25),
            ),
        ),
        meeting(
            day,
            -4,
            Reach.DRAFTING,
            simple(
                "shore",
                "Dispens ges.",
                "Platsen är redan ianspråktagen.",
                dated(day, -18),
            ),
            news("Badplatserna har stängt för säsongen."),
        ),
    )


def to_come(day: date) -> tuple[Plan, ...]:
    """Return the meeting of the day, and those that follow."""
    return (
        meeting(
            day,
            0,
            Reach.IN_SESSION,
            news("Läget i bygglovskön."),
            simple(
                "school",
                "Bygglov ges.",
                "Åtgärden följer detaljplanen.",
                dated(day, -14),
            ),
        ),
        meeting(
            day,
            6,
            Reach.CALLED,
            news("Budgetläget."),
            simple(
                "noise",
                "Mätningen läggs till handlingarna.",
                "Två mätpunkter.",
                dated(day, -12),
            ),
        ),
        meeting(day, 34, Reach.PLANNED, news("Årets sista sammanträde.")),
    )

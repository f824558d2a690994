"""The model's plan for internal control: five rows, and one the board added."""

from __future__ import annotations

from datetime import date

from boards.person.models import User
from boards.shared.clock import at, local
from cases.case.models import Case
from finance.control import actions
from finance.control.actions import CheckValues, RowValues
from finance.control.actions.reports import make_report
from finance.control.enums import Grade, Interval
from finance.control.models import ControlPlan
from finance.control.queries import live_controls, whole_plans

ADOPTED_ON = date(2020, 9, 29)
CITATION = "ITVT § 13/2020-09-29"
ADDED = "Process för incidenthantering"
YEAR = 2021

# Every value is 4, on a scale that nobody states (I-04).
ROWS = tuple(
    RowValues(
        process=process,
        assessment=4,
        moment=moment,
        responsible=responsible,
        report_to=report_to,
    )
    for process, moment, responsible, report_to in (
        (
            "IT-säkerhet och incidenter",
            "IT-personalens behörigheter stämmer",
            "IT-arkitekt",
            "IT-chef",
        ),
        (
            "Systemkartan är aktuell",
            "Varje förvaltnings system finns med",
            "Leveransansvarig",
            "IT-chef",
        ),
        (
            "Ändringar stör inte driften",
            "Ändringsprocessen följs upp",
            "Ändringsansvarig",
            "IT-chef",
        ),
        (
            "Upphandling enligt LOU",
            "Inköp går genom utsedd inköpare",
            "IT-controller",
            "IT-chef",
        ),
        (
            "IT-projektens kostnader",
            "Fakturor mot budget och resultat",
            "IT-controller",
            "Styrgrupp och ekonomicontroller",
        ),
    )
)


INSPECTIONS = RowValues(
    process="Tillsyn enligt plan",
    likelihood=3,
    consequence=3,
    moment="Planerade besök är gjorda",
    responsible="Miljöchef",
    report_to="Förvaltningschef",
    interval=Interval.QUARTER,
)


def draft_plan(case: Case, by: User) -> ControlPlan:
    """Draw the plan up, so that it is the table of its §."""
    with at(local(date(2020, 9, 14), 13)):
        plan = actions.start_plan(case=case, year=YEAR, by=by)
        for values in ROWS:
            actions.add_risk(plan=plan, values=values, by=by)
    return plan


def follow_plan(plan: ControlPlan, by: User) -> None:
    """Enter what the board decided, and how the first control went."""
    with at(local(date(2020, 9, 30), 9)):
        actions.adopt_plan(plan=plan, citation=CITATION, decided_on=ADOPTED_ON, by=by)
        actions.add_row_by_decision(
            decision=plan.decisions.get(), values=RowValues(process=ADDED), by=by
        )
    with at(local(date(2021, 3, 16), 9)):
        check = actions.perform(
            control=live_controls(whole_plans().get(pk=plan.pk))[0],
            values=CheckValues(
                grade=Grade.DEVELOP,
                performed_on=date(2021, 3, 15),
                performer="IT-arkitekt",
                sample="Tio konton, vart femte i listan",
                result="Åtta konton stämmer.",
                deviation="Två konton var kvar efter avslutad anställning.",
            ),
            by=by,
        )
        actions.give_measure(
            check=check,
            text="Ta bort konton samma dag som anställningen slutar",
            responsible="IT-chef",
            contact="",
            due_on=date(2021, 5, 31),
            by=by,
        )


def own_scale(case: Case, day: date, by: User) -> None:
    """Show the other board's way: a scale of its own, a report to decide on, a draft."""
    with at(local(day, 14)):
        plan = actions.start_plan(case=case, year=day.year, by=by)
        give_scale(plan, by)
        actions.add_risk(plan=plan, values=INSPECTIONS, by=by)
        actions.adopt_plan(plan=plan, citation="MBN § 9", decided_on=day, by=by)
        for control in live_controls(whole_plans().get(pk=plan.pk)):
            values = CheckValues(
                grade=Grade.WORKS,
                performed_on=day,
                performer="Miljöchef",
                sample="Tjugo ärenden",
                result="Alla är avslutade i tid.",
            )
            actions.perform(control=control, values=values, by=by)
        make_report(
            plan=plan,
            case=case,
            title=f"Uppföljning av intern kontroll {day.year}",
            summary="Kontrollerna fungerar.",
            by=by,
        )
        actions.start_plan(case=case, year=day.year + 1, is_copied=True, by=by)


def give_scale(plan: ControlPlan, by: User) -> None:
    """Weigh risks in four steps each way."""
    actions.set_scale(
        plan=plan,
        likelihood_labels=("Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"),
        consequence_labels=("Försumbar", "Lindrig", "Kännbar", "Allvarlig"),
        medium_from=5,
        high_from=9,
        by=by,
    )

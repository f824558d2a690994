"""The plan is the table of its §, as it was put before the board (I-04)."""

import pytest

from boards.shared.clock import local
from boards.shared.paper.text import render_text
from finance.control.models import ControlPlan
from minutes.item.enums import SectionKind
from minutes.item.models import MinutesItem
from minutes.item.queries import record_of
from minutes.item.wording import text_of
from minutes.meeting.actions import add_agenda_item, plan_meeting
from minutes.meeting.enums import AgendaKind
from minutes.pdf.documents import minutes_document
from tests.factories import cases, control

pytestmark = pytest.mark.django_db


def item_of(plan: ControlPlan) -> MinutesItem:
    meeting = plan_meeting(
        board=plan.board,
        starts_at=local(control.ADOPTED_ON, 9),
        place="Alby",
        by=None,
    )
    point = add_agenda_item(
        meeting=meeting,
        heading="Internkontrollplan 2021",
        kind=AgendaKind.DECISION,
        case=plan.case,
        by=None,
    )
    return MinutesItem.objects.get(agenda_item=point)


def table_in(item: MinutesItem) -> str:
    whole = record_of(item.meeting)
    return text_of(whole, whole.items[0], SectionKind.TABLES)


@pytest.mark.law("I-04")
def test_item_of_a_plan_s_case_holds_the_model_s_table() -> None:
    item = item_of(control.plan())
    table = table_in(item)
    assert table.count("<tr>") == 6
    assert "Kontroll: IT-arkitekt<br>Rapport: IT-chef" in table
    assert item.sections.filter(kind=SectionKind.TABLES).exists()


@pytest.mark.law("I-04")
def test_row_when_added_by_beslut_stays_out_of_the_proposal_s_table() -> None:
    plan = control.plan(adopted=True)
    control.added(plan)
    assert control.ADDED not in table_in(item_of(plan))


@pytest.mark.law("I-04")
def test_minutes_print_the_plan_in_its_item() -> None:
    item = item_of(control.plan())
    text = render_text(minutes_document(item.meeting, [item]))
    assert "Styrgrupp och ekonomicontroller" in text
    assert "Risk- och väsentlighetsbedömning" in text


def test_item_of_a_case_without_a_plan_holds_no_table() -> None:
    item = item_of(control.plan())
    item.agenda_item.case = cases.case(item.board)
    item.agenda_item.save(update_fields=["case"])
    assert not table_in(item)

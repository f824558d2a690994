"""What minutes have against the disposal of handlingar in their ärenden."""

from datetime import date

import pytest

from boards.shared.clock import at, local
from cases.case.models import Case
from cases.document.models import Document
from cases.retention import registry
from minutes.approval.models import Approval
from minutes.archive.holding import approved_cases, held_cases, held_documents
from minutes.item.models import Appendix, MinutesItem
from minutes.notice.actions import confirm_final
from minutes.privacy.actions import consider, publish
from minutes.privacy.enums import Choice
from minutes.publication import actions as publication
from tests.factories import approvals as make
from tests.factories import cases, gate
from tests.factories.items import model_meeting

pytestmark = [pytest.mark.django_db, pytest.mark.law("R-02")]

NOON = local(date(2020, 9, 29), 12)


def codes(case: Case) -> set[str]:
    return {no.code for no in held_cases([case.pk]).get(case.pk, [])}


def decided(approval: Approval) -> Case:
    item = approval.items.filter(agenda_item__case__isnull=False).first()
    return item.agenda_item.case


def test_case_when_its_item_is_not_approved_then_held() -> None:
    meeting = model_meeting()
    case = Case.objects.filter(agenda_items__meeting=meeting).first()
    assert codes(case) == {"archive.item_not_approved"}
    assert approved_cases([case.pk]) == {}


def test_case_when_its_notice_is_up_and_then_not_final_then_held_until_it_is() -> None:
    approval = make.approved_on(NOON, model_meeting(make.a_pdf()))
    case = decided(approval)
    assert codes(case) == {"archive.item_notice_up"}
    make.taken_down(make.posted(approval, NOON))
    assert codes(case) == {"archive.item_not_final"}
    [no] = held_cases([case.pk])[case.pk]
    assert "ITVT §" in str(no.values["item"])
    with at(local(date(2020, 12, 1), 9)):
        by = approval.meeting.secretary
        confirm_final(approval=approval, answer="Inget överklagande", by=by)
    assert codes(case) == set()
    assert approved_cases([case.pk]) == {case.pk: date(2020, 9, 29)}


def test_case_when_no_item_is_about_it_then_free() -> None:
    case = cases.case()
    assert codes(case) == set()
    assert approved_cases([case.pk]) == {}


def test_case_when_it_is_one_of_several_of_a_point_then_held_too() -> None:
    meeting = model_meeting()
    other = cases.case(meeting.board, opened_on=date(2019, 5, 2))
    meeting.agenda_items.filter(case__isnull=False).first().other_cases.add(other)
    assert codes(other) == {"archive.item_not_approved"}


def held(document: Document) -> set[str]:
    return {no.code for no in held_documents([document.pk]).get(document.pk, [])}


def test_document_when_it_is_part_of_minutes_then_held() -> None:
    model_meeting(make.a_pdf())
    appendix = Appendix.objects.select_related("document").first()
    assert "archive.is_appendix" in held(appendix.document)


def test_document_when_it_is_published_then_held_until_it_is_withdrawn() -> None:
    document = cases.document(with_file=True)
    assert held(document) == set()
    publication.publish_paper(document=document)
    assert held(document) == {"archive.is_published"}
    publication.withdraw_paper(document=document)
    assert held(document) == set()


def test_document_when_its_publication_waits_then_held() -> None:
    document = cases.document(with_file=True)
    consider(document=document, by=None)
    assert held(document) == {"archive.at_the_gate"}


def test_document_when_publication_is_decided_then_held_before_it_is_shown() -> None:
    document = cases.document(with_file=True)
    row = consider(document=document, by=None)
    publish(publication=row, said=gate.said(row, Choice.PUBLISH), by=None)
    assert held(document) == {"archive.is_published"}


def test_rooms_when_the_app_has_started_then_they_are_asked() -> None:
    assert held_cases in registry.case_holds
    assert held_documents in registry.document_holds
    assert approved_cases in registry.approvals


def test_cases_when_there_are_more_then_asks_no_more() -> None:
    meeting = model_meeting()
    keys = list(MinutesItem.objects.values_list("agenda_item__case", flat=True))
    keys = [pk for pk in keys if pk]
    with make.counted() as one:
        held_cases(keys[:1])
    with make.counted() as many:
        held_cases(keys)
    assert len(one) == len(many)
    assert meeting.board

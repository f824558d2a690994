"""What the minutes and the public side say of handlingar that were disposed of."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from boards.access.enums import Role
from boards.shared.clock import local
from boards.shared.refusals import Refused
from cases.case.actions import close_case
from cases.document.models import Document
from cases.retention import actions as retaining
from cases.retention.actions import Into
from minutes.item.models import Appendix
from minutes.meeting.actions import add_paper
from minutes.pdf.documents import described
from minutes.privacy.actions import consider, publish, withdraw
from minutes.privacy.enums import Choice
from minutes.privacy.reading import read_handling
from minutes.publication.actions import publish_paper
from tests.factories import cases, gate, meetings, registers
from tests.factories import retention as make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.law("R-02"),
    pytest.mark.time_machine(local(date(2020, 9, 18), 9), tick=False),
]


def extract() -> Document:
    """A handling with a file, in a board that has a plan."""
    board = meetings.board_with_roster()
    make.plan(board)
    return cases.document(cases.case(board), kind="extract", with_file=True)


def dispose(document: Document) -> Document:
    """Two people see to it that a handling goes, and the worker removes its file."""
    board = document.board
    close_case(case=document.case, by=None)
    first, second = (registers.role(board, Role.ARCHIVIST) for _one in range(2))
    disposal = retaining.propose_disposal(
        board=board, documents=[document.pk], by=first
    )
    retaining.carry_out_disposal(disposal=disposal, into=Into(), by=second)
    retaining.remove_file(row=disposal.rows.get())
    return Document.objects.select_related("case__board", "file").get(pk=document.pk)


def test_paper_when_it_is_disposed_of_then_410_and_the_page_is_there() -> None:
    document = extract()
    meeting = meetings.planned(document.board)
    [item] = meetings.with_points(meeting, 1)
    paper = add_paper(item=item, document=document, by=None)
    meetings.called(meeting)
    dispose(document)
    chair = meeting.board.memberships.get(role="chair").person
    client = Client()
    client.force_login(meetings.user_for(chair))
    answer = client.get(reverse("assignment-paper", args=[paper.pk]))
    assert answer.status_code == 410
    assert "gallrad" in answer.content.decode()
    page = client.get(reverse("assignment-meeting", args=[meeting.pk]))
    assert reverse("assignment-paper", args=[paper.pk]) not in page.content.decode()


def test_publication_when_withdrawn_and_disposed_of_then_not_published_again() -> None:
    document = extract()
    row = consider(document=document, by=None)
    said = gate.said(row, Choice.PUBLISH)
    publish(publication=row, said=said, by=None)
    with pytest.raises(Refused):
        dispose_of_published(document)
    withdraw(publication=row, reason="Gallras", by=None)
    gone = dispose(document)
    assert publish_paper(document=gone) is None
    row.refresh_from_db()
    with pytest.raises(Refused, match="nothing_to_publish"):
        publish(publication=row, said=gate.said(row, Choice.PUBLISH), by=None)
    assert read_handling(gone).passages[0].text == gone.subject


def dispose_of_published(document: Document) -> None:
    first = registers.role(document.board, Role.ARCHIVIST)
    keys = [document.pk]
    retaining.propose_disposal(board=document.board, documents=keys, by=first)


def test_appendix_when_disposed_of_then_the_page_says_that_there_is_no_file() -> None:
    gone = dispose(extract())
    [said] = described(Appendix(document=gone, number=1))
    assert gone.designation in str(said)

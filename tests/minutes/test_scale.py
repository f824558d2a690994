"""A meeting of many §§ is read with as many queries as a small one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from boards.shared.paper.html import render_html
from boards.shared.paper.pdf import render_pdf
from minutes.meeting.models import Meeting
from minutes.pdf.documents import files_of, minutes_document
from tests.factories import approvals
from tests.factories.assembly import assembly, sitting

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-29T09:10:00+02:00"),
]
SEATS = 9


def page(name: str, of: Callable[[Meeting], int]) -> Callable[[Meeting], object]:
    def fetch(meeting: Meeting) -> object:
        client = Client()
        client.force_login(meeting.secretary)
        client.get(reverse("meeting-list"))
        with approvals.counted() as queries:
            answer = client.get(reverse(name, args=[of(meeting)]))
        assert answer.status_code == 200
        return len(queries)

    return fetch


def paper(render: Callable[[Any], object]) -> Callable[[Meeting], object]:
    def fetch(meeting: Meeting) -> object:
        with approvals.counted() as queries:
            document = minutes_document(meeting)
            render(document)
        return len(queries)

    return fetch


READERS = {
    "minutes": page("meeting-minutes", lambda meeting: meeting.pk),
    "meeting": page("meeting-detail", lambda meeting: meeting.pk),
    "attendance": page("meeting-attendance", lambda meeting: meeting.pk),
    "live": page("live", lambda meeting: meeting.pk),
    "item": page("item-edit", lambda meeting: meeting.items.first().pk),
    "pdf": paper(lambda document: render_pdf(document, files_of(document))),
    "html": paper(render_html),
}


@pytest.mark.parametrize("reader", READERS)
def test_page_when_the_meeting_is_larger_then_same_number_of_queries(
    reader: str,
) -> None:
    small = sitting(assembly(SEATS, "kfa"), items=3, votes=2)
    large = sitting(assembly(SEATS, "kfb"), items=12, votes=8)
    assert READERS[reader](small) == READERS[reader](large)

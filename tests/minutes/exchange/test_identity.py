"""What is exported, taken in and exported again is the same to the byte."""

import json
from datetime import date
from typing import Any

import pytest

from boards.shared.clock import at, local
from boards.shared.models import OutboxMessage
from minutes.exchange.actions import import_meeting
from minutes.exchange.exporting import as_text, exported
from minutes.meeting.models import Meeting
from tests.factories.items import model_meeting
from tests.factories.meetings import called, closed, opened, planned

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2020-09-29T08:00:00+02:00"),
]

LATER = local(date(2026, 1, 12), 9)


def text_of(meeting: Meeting) -> str:
    return as_text(exported(Meeting.objects.get(pk=meeting.pk)))


def taken_in(text: str, **values: Any) -> Meeting:
    with at(LATER):
        report = import_meeting(content=text.encode(), by=None, **values)
    assert [str(one) for one in report.problems] == []
    assert report.meeting
    return report.meeting


@pytest.mark.parametrize("made", [planned, called, opened, closed, model_meeting])
def test_meeting_when_replaced_by_its_own_file_is_the_same(made: Any) -> None:
    meeting = made()
    first = text_of(meeting)
    sent = OutboxMessage.objects.count()

    again = taken_in(first, may_replace=True)

    assert again.pk == meeting.pk
    assert text_of(again) == first
    assert OutboxMessage.objects.count() == sent


def test_file_when_exported_satisfies_its_schema() -> None:
    data = json.loads(text_of(model_meeting()))

    assert data["format"] == "justera-sammantrade"
    assert data["contains_secrets"] is False

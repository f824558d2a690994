"""What is wrong with a file is said at once, and nothing of it stays."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from minutes.exchange.actions import import_meeting
from minutes.exchange.exporting import as_text, exported
from minutes.meeting.models import Meeting
from tests.factories import approvals
from tests.factories.items import item_in_session, model_meeting
from tests.factories.meetings import board_with_roster, planned, secretary_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.time_machine("2026-01-12T09:00:00+01:00"),
]
ROOT = Path(__file__).parents[3]


def example() -> dict[str, Any]:
    page = (ROOT / "docs/formats/sammantrade.md").read_text(encoding="utf-8")
    found = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    data: dict[str, Any] = json.loads(found[0])
    return data


def codes(data: Any, **options: Any) -> list[str]:
    content = data if isinstance(data, bytes) else json.dumps(data, indent=1).encode()
    report = import_meeting(content=content, by=None, **options)
    return [one.code for one in report.problems]


def test_example_of_the_page_when_taken_in_then_a_planned_meeting() -> None:
    board_with_roster()
    assert codes(example()) == []
    meeting = Meeting.objects.get()
    assert [row.heading for row in meeting.agenda_items.all()] == [
        "Upprop",
        "Sammanträdestider",
    ]
    assert meeting.items.get().proposed.get().text == "Tiderna fastställs."


def test_file_when_only_tried_then_nothing_is_written() -> None:
    board_with_roster()
    assert codes(example(), is_dry=True) == []
    assert not Meeting.objects.exists()


def test_meeting_when_taken_in_again_then_refused_unless_replaced() -> None:
    board_with_roster()
    assert codes(example()) == []
    assert codes(example())
    assert codes(example(), may_replace=True) == []
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"format": "justera-sammantrade", "format": "x"}',
        b'{"version": 1e999}',
        b"[" * 5000,
        b'{"format": "annat", "version": 1}',
    ],
)
def test_file_when_hostile_then_said_what_is_wrong(content: bytes) -> None:
    assert codes(content)


def test_faults_when_many_then_all_of_them_with_their_lines() -> None:
    board_with_roster()
    data = example()
    data["people"] = [
        {"key": "p1", "name": "Okänd Person", "kind": "member", "role": "chair"},
        {"key": "p2", "name": "Också Okänd", "kind": "member", "role": "member"},
    ]
    report = import_meeting(content=json.dumps(data, indent=1).encode(), by=None)
    unknown = [one for one in report.problems if one.code == "exchange.no_member"]
    assert [one.pointer for one in unknown] == ["/people/0", "/people/1"]
    assert unknown[0].line < unknown[1].line
    assert not Meeting.objects.exists()


@pytest.mark.law("KL-08")
def test_answer_when_it_does_not_follow_from_the_file_then_refused() -> None:
    data = as_data(model_meeting())
    rounds = [
        one
        for point in data["agenda"]
        for one in (point.get("item") or {}).get("rounds", [])
    ]
    rounds[0].update(method="open_vote", yes_means="ja", no_means="nej")
    rounds[0]["settled_by"] = "majority"
    found = codes(data, may_replace=True)
    assert "ballot.vote_missing" in found


@pytest.mark.law("KL-03")
def test_decision_when_nobody_was_there_then_refused() -> None:
    data = as_data(model_meeting())
    for person in data["people"]:
        person["presence"] = []
    assert "meeting.not_quorate" in codes(data, may_replace=True)


def as_data(meeting: Meeting) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(as_text(exported(meeting)))
    return data


def test_frozen_meeting_when_to_be_replaced_then_refused() -> None:
    meeting = approvals.sealed().meeting
    before = as_text(exported(meeting))
    assert codes(before.encode(), may_replace=True)
    assert as_text(exported(Meeting.objects.get(pk=meeting.pk))) == before


def test_command_when_file_is_wrong_then_every_fault_and_an_error(
    tmp_path: Path,
) -> None:
    file = tmp_path / "fel.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(CommandError, match="rad 1"):
        call_command("import_sammantrade", file)
    with pytest.raises(CommandError, match="kan inte läsas"):
        call_command("import_sammantrade", tmp_path / "saknas.json")


def test_commands_when_run_one_after_the_other_then_the_same_file(
    tmp_path: Path,
) -> None:
    meeting = planned()
    first, second = tmp_path / "ett.json", tmp_path / "tva.json"
    call_command("export_sammantrade", "itvt", "2020-09-29", out=first)
    call_command("import_sammantrade", first, replace=True)
    call_command("export_sammantrade", "itvt", "2020-09-29", out=second)
    assert first.read_bytes() == second.read_bytes()
    assert Meeting.objects.get().pk == meeting.pk


def test_upload_when_wrong_then_listed_and_when_right_then_there(
    client: Client,
) -> None:
    board = board_with_roster()
    client.force_login(secretary_of(board))
    url = reverse("meeting-import")
    assert client.get(url).status_code == 200
    wrong = client.post(url, {"file": SimpleUploadedFile("fel.json", b"{")})
    assert wrong.status_code == 409
    right = SimpleUploadedFile("ratt.json", json.dumps(example()).encode())
    assert client.post(url, {"file": right}).status_code == 302


def test_export_when_asked_for_then_a_file_to_save(client: Client) -> None:
    meeting = item_in_session().meeting
    client.force_login(meeting.secretary)
    answer = client.get(reverse("meeting-export", args=[meeting.pk]))
    assert answer.json()["format"] == "justera-sammantrade"
    assert "attachment" in answer["Content-Disposition"]

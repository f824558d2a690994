"""What a delivery holds can be rebuilt from it alone, and is what the database says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from boards.board.models import Board
from boards.shared.clock import STOCKHOLM, at, local
from cases.case.enums import CaseState
from cases.case.models import Case
from cases.document.enums import Direction
from config.demo.build import build_demo
from minutes.approval.models import Approval
from minutes.archive import actions as packing
from minutes.archive.sip import actions
from minutes.archive.sip.decisions import decided
from minutes.archive.sip.facts import Agreement
from minutes.item.actions import mark_item_secret
from minutes.item.models import MinutesItem, PropositionRound
from minutes.meeting import actions as meetings
from tests.factories import approvals as make
from tests.factories import rich_items as rich
from tests.minutes.archive.sip.checker import faults
from tests.minutes.archive.sip.reader import Handling, Read, Unit, read
from tests.minutes.archive.sip.test_sip import unpacked

NOON = local(date(2020, 9, 29), 12)
DIRECTIONS = {
    Direction.RECEIVED: "incoming",
    Direction.DRAWN_UP: "internal_memo_without_follow-up",
    Direction.SENT: "outgoing",
}


def year_of(board: Board, year: int, folder: Path) -> Read:
    package = actions.build_year(board=board, year=year, folder=folder, by=None)
    root = unpacked(package, folder / "ut")
    assert faults(root) == []
    return read(root)


def said_of(item: MinutesItem) -> list[str]:
    return [point.text for point in item.decision_points.all()]


def compare_decision(item: MinutesItem, found: Read, unit: Unit) -> None:
    """Compare a § with the words ERMS has and with the data beside it."""
    day, text = unit.decisions[item.citation]
    assert day == f"{item.meeting.held_on}"
    assert text == ("\n".join(said_of(item)) or item.citation)
    row = found.paragraphs[item.citation]
    assert (row["sammanträde"], row["rubrik"]) == (day, item.heading)
    assert row["dnr"] == (item.case.dnr if item.case else "")
    assert [one["text"] for one in row["innehåll"]["points"]] == said_of(item)
    rounds = list(item.rounds.all())
    for one, told in zip(rounds, row["innehåll"]["rounds"], strict=True):
        compare_round(one, told)


def compare_round(one: PropositionRound, told: dict[str, Any]) -> None:
    """Compare a question: its counts, and each vote with its name."""
    counts = (told["yes"], told["no"], told["abstain"], told["is_yes"])
    assert counts == (one.yes_count, one.no_count, one.abstain_count, one.is_yes)
    assert told["question"] == one.question
    votes = {(row["name"], row["choice"]) for row in told["votes"]}
    assert votes == {(row.attendance.name, row.choice) for row in one.votes.all()}
    ballots = {(row["label"], row["votes"]) for row in told["options"]}
    assert ballots == {(row.label, row.votes) for row in one.options.all()}


def compare_minutes(approval: Approval, found: Handling) -> None:
    """Compare a justering: who signed it, when, and the very bytes."""
    assert found.dates["decision_date"] == f"{approval.approved_on}"
    assert set(found.parties) == {one.name for one in approval.approvers.all()}
    files = {file.name: file.path.read_bytes() for file in found.files}
    assert files["protokoll-fryst.pdf"] == approval.sealed.read()
    assert files["protokoll-underskrivet.pdf"].startswith(approval.document.read())


def compare_year(board: Board, year: int, found: Read) -> None:
    """Compare a year's minutes: each sammanträde, justering and §, none too many."""
    rows = Approval.objects.filter(
        meeting__board=board,
        meeting__starts_at__year=year,
        archive_package__isnull=False,
    )
    meetings = {f"{board.prefix} {row.meeting.held_on}": [] for row in rows}
    for row in rows.order_by("pk"):
        meetings[f"{board.prefix} {row.meeting.held_on}"].append(row)
    assert {unit.key for unit in found.units} == set(meetings)
    citations = set()
    for unit in found.units:
        assert len(unit.handlingar) == len(meetings[unit.key])
        for approval, handling in zip(meetings[unit.key], unit.handlingar, strict=True):
            compare_minutes(approval, handling)
            for item in approval.items.all():
                compare_decision(item, found, unit)
                citations.add(item.citation)
    assert set(found.paragraphs) == citations
    assert {key for unit in found.units for key in unit.decisions} == citations


def compare_case(case: Case, found: Read) -> None:
    """Compare an ärende: its dates, each handling with its bytes, what was decided."""
    (unit,) = found.units
    assert (unit.key, unit.title) == (case.dnr, case.title)
    assert unit.dates == {"opened": f"{case.opened_on}", "closed": f"{case.closed_on}"}
    documents = case.documents.registered().order_by("act_number")
    for document, handling in zip(documents, unit.handlingar, strict=True):
        assert handling.key == document.designation
        assert (handling.number, handling.title) == (
            document.act_number,
            document.subject,
        )
        assert handling.direction == DIRECTIONS[Direction(document.direction)]
        assert f"{document.handled_on}" in handling.dates.values()
        taken = document.registered_at.astimezone(STOCKHOLM).date()
        assert handling.dates["captured"] == f"{taken}"
        assert set(handling.parties) == {document.counterparty} - {""}
        kept = document.kept_file
        digests = [file.sha256 for file in handling.files]
        assert digests[:1] == ([] if kept is None else [kept.sha256])
    items = MinutesItem.objects.filter(agenda_item__case=case, number__isnull=False)
    assert set(found.paragraphs) == {item.citation for item in items}
    for item in items:
        compare_decision(item, found, unit)
    codes = {row["code"] for row in found.history}
    assert {"case.opened", "case.closed_event"} <= codes


@pytest.mark.law("R-04")
def test_demo_when_every_year_and_closed_case_is_read_back_then_as_the_database(
    db: None, tmp_path: Path
) -> None:
    build_demo(tmp_path / "logins.txt")
    board = Board.objects.get(slug="itvt")
    (tmp_path / "year").mkdir()
    compare_year(board, 2020, year_of(board, 2020, tmp_path / "year"))
    cases = Case.objects.filter(state=CaseState.CLOSED)
    assert cases.count() >= 2
    for case in cases:
        folder = tmp_path / str(case.pk)
        folder.mkdir()
        package = actions.build_case(case=case, folder=folder, by=None)
        root = unpacked(package, folder / "ut")
        assert faults(root) == []
        compare_case(case, read(root))


@pytest.mark.law("R-04")
def test_votes_when_packed_then_read_back_by_name_and_closed_ballots_without(
    db: None, tmp_path: Path
) -> None:
    meeting = make.decided(is_closed=False)
    item = make.items_of(meeting)[0]
    item.proposed.create(text="att anta planen", position=1)
    rich.with_rounds(item, *rich.with_floor(item))
    with at(NOON):
        ends_at = meeting.starts_at + timedelta(hours=1)
        meetings.close_meeting(meeting=meeting, ends_at=ends_at, by=None)
    approval = make.approved_on(NOON, meeting)
    make.taken_down(make.posted(approval, NOON))
    make.work_off()
    packing.order_package(approval=approval, by=None)
    make.work_off()
    item.refresh_from_db()
    found = year_of(meeting.board, 2020, tmp_path)
    compare_year(meeting.board, 2020, found)
    told = found.paragraphs[item.citation]["innehåll"]["rounds"]
    by_name = [len(one["votes"]) for one in told]
    assert by_name == [0, 4, 0]
    assert [len(one["options"]) for one in told] == [0, 0, 2]


def test_paragraph_when_secret_is_left_out_then_its_words_are_not_there(
    db: None, tmp_path: Path
) -> None:
    meeting = make.decided(is_closed=False)
    item = make.items_of(meeting)[0]
    mark_item_secret(item=item, legal_ground="OSL 26:1", by=None)
    item.refresh_from_db()
    said = Agreement("Nämnden", "", "Alby kommun", "", leaves_out_secret=True)
    (row,) = decided(MinutesItem.objects.filter(pk=item.pk), [], said)
    assert row["utelämnad"] == "sekretess enligt OSL 26:1"
    assert "innehåll" not in row
    whole = replace(said, leaves_out_secret=False)
    (row,) = decided(MinutesItem.objects.filter(pk=item.pk), [], whole)
    assert [one["text"] for one in row["innehåll"]["points"]] == said_of(item)

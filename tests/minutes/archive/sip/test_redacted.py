"""The masked copy of minutes goes to the e-archive beside them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from boards.shared.clock import at
from minutes.approval.models import Approval
from minutes.archive import actions as packing
from minutes.archive.sip.actions import build_year
from minutes.archive.sip.erms import system_id
from minutes.archive.sip.redacted import HAS, IS, NAME
from minutes.publication.models import PublishedMinutes
from tests.conformity.test_schemas import faults as against_schemas
from tests.factories import approvals as make
from tests.factories import meetings as rosters
from tests.factories.items import model_meeting
from tests.minutes.archive.sip.checker import faults
from tests.minutes.archive.sip.test_sip import NOON, SPACES, approval, unpacked  # noqa: F401

PROTECTED = "Lindqvist"
pytestmark = pytest.mark.law("D-16")


@pytest.fixture
def masked(db: None) -> Approval:
    """Minutes of a meeting at which somebody's name is protected, in their package."""
    meeting = model_meeting(make.a_pdf())
    who = rosters.attendance(meeting, PROTECTED).person
    who.is_protected = True
    who.save()
    found = make.approved_on(NOON, meeting)
    make.taken_down(make.posted(found, NOON))
    make.work_off()
    with at(NOON):
        packing.order_package(approval=found, by=None)
    make.work_off()
    return found


def records(package: Path, folder: Path) -> list[ET.Element]:
    erms = ET.parse(
        unpacked(package, folder / "ut") / "metadata" / "descriptive" / "ERMS.xml"
    )
    return erms.findall(".//erms:record", SPACES)


def test_year_when_minutes_are_masked_then_both_are_there_and_name_each_other(
    masked: Approval, tmp_path: Path
) -> None:
    board = masked.meeting.board
    package = build_year(board=board, year=2020, folder=tmp_path, by=None)
    minutes, copy = records(package, tmp_path)
    said = [one.find("erms:relation", SPACES) for one in (minutes, copy)]
    assert [one.get("relationType") for one in said] == [HAS, IS]
    assert said[0].text == copy.get("systemIdentifier")
    assert said[1].text == minutes.get("systemIdentifier")
    assert said[1].text == system_id(
        f"{board.prefix} {masked.meeting.held_on:%Y-%m-%d}/{masked.items_label}"
    )
    (path,) = (tmp_path / "ut").rglob(NAME)
    shown = PublishedMinutes.objects.get(source_id=masked.pk)
    assert shown.is_masked
    assert faults(path.parents[4]) == []
    assert against_schemas(package) == []


def test_year_when_the_masked_copy_is_withdrawn_then_the_minutes_alone(
    masked: Approval, tmp_path: Path
) -> None:
    PublishedMinutes.objects.update(withdrawn_at=NOON)
    board = masked.meeting.board
    package = build_year(board=board, year=2020, folder=tmp_path, by=None)
    (minutes,) = records(package, tmp_path)
    assert minutes.find("erms:relation", SPACES) is None


def test_year_when_nothing_is_masked_then_the_minutes_alone(
    approval: Approval,  # noqa: F811  the fixture
    tmp_path: Path,
) -> None:
    board = approval.meeting.board
    package = build_year(board=board, year=2020, folder=tmp_path, by=None)
    assert len(records(package, tmp_path)) == 1

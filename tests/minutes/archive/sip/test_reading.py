"""A delivery for reading: one page from a disk, everything beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from cases.case.models import Case
from cases.secrecy.actions import mark_secret
from minutes.approval.models import Approval
from minutes.archive.sip import actions
from tests.minutes.archive.sip.test_sip import (  # noqa: F401  fixtures
    NAMES,
    approval,
    case,
    unpacked,
)


def page_of(root: Path) -> html.HtmlElement:
    return html.parse(str(root / "index.html")).getroot()


def links(page: html.HtmlElement) -> list[str]:
    return [str(one) for one in page.xpath("//@href | //@src")]


@pytest.mark.law("R-01")
def test_case_when_built_for_reading_then_every_link_leads_to_a_file_beside_it(
    case: Case,  # noqa: F811  the fixture
    tmp_path: Path,
) -> None:
    first = case.documents.order_by("act_number").first()
    mark_secret(obj=first, legal_ground="OSL 18:8", by=None)
    package = actions.build_case(
        case=case, folder=tmp_path, by=None, is_for_reading=True
    )
    root = unpacked(package, tmp_path / "ut")
    page = page_of(root)
    there = {str(one.relative_to(root)) for one in root.rglob("*") if one.is_file()}
    assert set(links(page)) == there - {"index.html"}
    text = page.text_content()
    assert all(name in text for name in NAMES)
    assert "OSL 18:8" in text
    assert page.get("lang") == "sv"
    assert page.findtext(".//title").startswith(case.dnr)
    assert not page.xpath("//script | //@style")
    assert page.xpath("//table/caption")
    assert not page.xpath("//th[not(@scope)]")


def test_year_when_built_for_reading_then_its_decisions_are_on_the_page(
    approval: Approval,  # noqa: F811  the fixture
    tmp_path: Path,
) -> None:
    board = approval.meeting.board
    package = actions.build_year(
        board=board, year=2020, folder=tmp_path, by=None, is_for_reading=True
    )
    root = unpacked(package, tmp_path / "ut")
    text = " ".join(page_of(root).text_content().split())
    for item in approval.items.all():
        assert item.citation in text
        for point in item.decision_points.all():
            assert " ".join(point.text.split()) in text
    (signed,) = [one for one in links(page_of(root)) if "underskrivet" in one]
    assert (root / signed).read_bytes().startswith(approval.document.read())

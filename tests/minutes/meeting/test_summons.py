"""When a summons is late, by law or by reglemente."""

from datetime import date

import pytest

from minutes.meeting.rules import summons

day = date.fromisoformat


@pytest.mark.law("KL-01")
@pytest.mark.parametrize(
    ("meeting", "latest", "proposed"),
    [
        ("2026-02-23", "2026-02-16", "2026-02-16"),
        ("2026-04-13", "2026-04-06", "2026-04-02"),
    ],
)
def test_summons_due_of_an_assembly_is_a_week_and_never_rolled(
    meeting: str, latest: str, proposed: str
) -> None:
    due = summons.summons_due(day(meeting), days=5, is_assembly=True)
    assert (due.latest, due.proposed) == (day(latest), day(proposed))
    assert due.law == "KL 5:13"


@pytest.mark.law("KL-02")
def test_summons_due_of_a_board_follows_its_own_setting() -> None:
    due = summons.summons_due(day("2019-03-06"), days=8)
    assert (due.latest, due.law) == (day("2019-02-26"), "reglementet")


@pytest.mark.law("KL-01")
@pytest.mark.parametrize(
    ("sent", "found"), [("2026-02-16", []), ("2026-02-17", ["summons.late"])]
)
def test_warns_summons_the_day_after_the_last(sent: str, found: list[str]) -> None:
    warnings = summons.warns_summons(
        day("2026-02-23"), day(sent), days=7, is_assembly=True
    )
    assert [warning.code for warning in warnings] == found


@pytest.mark.law("KL-01")
def test_urgent_item_due_before_a_monday_is_friday() -> None:
    assert summons.urgent_item_due(day("2026-04-13")) == day("2026-04-10")


@pytest.mark.law("KL-01")
@pytest.mark.parametrize(
    ("is_late", "is_unanimous", "count"),
    [(False, False, 0), (True, True, 0), (True, False, 1)],
)
def test_blocks_late_item_without_everybodys_consent(
    is_late: bool, is_unanimous: bool, count: int
) -> None:
    found = summons.blocks_late_item(is_late=is_late, is_unanimous=is_unanimous)
    assert len(found) == count

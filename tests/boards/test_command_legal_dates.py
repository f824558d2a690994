"""`manage.py legal_dates`: stable JSON, clear errors."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

DAY = "2020-09-29"


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("legal_dates", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.law("A-06")
def test_legal_dates_of_the_model_as_json_ends_with_the_days_it_prints() -> None:
    report = json.loads(
        told("--posted", DAY, "--posted", DAY, "--meeting", DAY, "--json")
    )
    assert report["input"] == {
        "posted": [DAY, DAY],
        "meeting": DAY,
        "approved": None,
    }
    last = next(row for row in report["dates"] if row["code"] == "last_appeal_day")
    assert last.pop("reason")
    assert last == {
        "code": "last_appeal_day",
        "date": "2020-10-20",
        "law": "KL 13:5",
        "nominal": "2020-10-20",
        "moved": False,
        "grounds": [],
    }
    days = {row["code"]: row["date"] for row in report["dates"]}
    assert days["earliest_removal"] == "2020-10-21"


@pytest.mark.law("A-06")
def test_legal_dates_over_easter_as_json_tells_every_day_passed() -> None:
    report = json.loads(told("--posted", "2024-03-08", "--json"))
    last = next(row for row in report["dates"] if row["code"] == "last_appeal_day")
    assert (last["nominal"], last["date"], last["moved"]) == (
        "2024-03-29",
        "2024-04-02",
        True,
    )
    assert [ground["date"] for ground in last["grounds"]] == [
        "2024-03-29",
        "2024-03-30",
        "2024-03-31",
        "2024-04-01",
    ]


@pytest.mark.law("A-04")
def test_legal_dates_of_an_approval_only_tells_the_notice() -> None:
    report = json.loads(told("--approved", "2026-11-19", "--json"))
    assert {row["code"]: row["date"] for row in report["dates"]} == {
        "notice_due": "2026-11-21",
        "notice_late_after": "2026-11-23",
    }


def test_legal_dates_as_a_table_has_the_day_and_the_law() -> None:
    table = told("--posted", DAY)
    assert "2020-10-21" in table
    assert "(KL 13:5)" in table


@pytest.mark.parametrize(
    "arguments",
    [
        ("--posted", "2020-13-01"),
        ("--posted", "20200929"),
        ("--meeting", "igår"),
        ("--posted", "2020-09-01", "--meeting", DAY),
        ("--approved", "1950-01-01"),
        (),
    ],
)
def test_legal_dates_of_what_cannot_be_is_an_error(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        told(*arguments, "--json")

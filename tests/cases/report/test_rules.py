"""What a statement and a report must tell."""

import pytest

from cases.report.enums import Compliance
from cases.report.rules import (
    LONGEST_REPORT,
    StatementFacts,
    blocks_report,
    blocks_statement,
)


def codes(
    compliance: str, deficiencies: str = "", burden: str = "", assessment: str = ""
) -> list[str]:
    facts = StatementFacts(
        compliance, deficiencies, burden, assessment, board_has_regulations=True
    )
    return [no.code for no in blocks_statement(facts)]


@pytest.mark.law("T-04")
def test_statement_when_a_burden_is_claimed_without_assessment_then_refused() -> None:
    assert codes(Compliance.PARTIAL, burden="Filmer före 2020") == [
        "accessibility.no_assessment"
    ]
    assert codes(Compliance.PARTIAL, "", "Filmer före 2020", "Kostar mest") == []


@pytest.mark.law("T-03")
@pytest.mark.parametrize("compliance", [Compliance.PARTIAL, Compliance.NONE])
def test_statement_when_something_lacks_then_it_says_what(compliance: str) -> None:
    assert codes(compliance) == ["accessibility.no_deficiencies"]
    assert codes(compliance, "Inskannat") == []


@pytest.mark.law("T-03")
def test_statement_when_all_is_said_to_be_well_then_nothing_lacks() -> None:
    assert codes(Compliance.FULL) == []
    assert codes(Compliance.FULL, "Inskannat") == ["accessibility.not_full"]


def test_statement_when_the_board_has_no_regulations_then_refused() -> None:
    facts = StatementFacts(Compliance.FULL, "", "", "", board_has_regulations=False)
    assert [no.field for no in blocks_statement(facts)] == ["board"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" \n", ["accessibility.no_text"]),
        ("a" * LONGEST_REPORT, []),
        ("a" * (LONGEST_REPORT + 1), ["accessibility.too_long"]),
    ],
)
def test_report_when_empty_or_endless_then_refused(text: str, code: list[str]) -> None:
    assert [no.code for no in blocks_report(text)] == code

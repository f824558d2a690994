"""A file told from its hashes alone, and the day the time to appeal is over."""

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.verification import rules
from minutes.verification.enums import Problem, Verdict
from minutes.verification.rules import FileFacts


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        (FileFacts(10, 10, is_newest=True), Verdict.IDENTICAL),
        (FileFacts(10, 10, is_related=True), Verdict.IDENTICAL),
        (FileFacts(11, 10, is_newest=True, is_related=True), Verdict.APPENDED),
        (FileFacts(11, 10, is_related=True), Verdict.ALTERED),
        (FileFacts(11, is_related=True), Verdict.ALTERED),
        (FileFacts(11, is_related=True, problem=Problem.BROKEN), Verdict.ALTERED),
        (FileFacts(11), Verdict.FOREIGN),
        (FileFacts(11, problem=Problem.ENCRYPTED), Verdict.UNREADABLE),
    ],
)
def test_verdict_when_facts_are_such_then_as_the_table(
    facts: FileFacts, verdict: Verdict
) -> None:
    assert rules.verdict(facts) == verdict


@given(
    st.lists(st.binary(max_size=30), min_size=1, max_size=6), st.sampled_from("\r\n ")
)
def test_revisions_when_a_file_grew_then_every_earlier_state_is_among_them(
    parts: list[bytes], end: str
) -> None:
    content, states = b"%PDF-1.7", []
    for part in parts:
        content += part + b"%%EOF" + end.encode()
        states.append(content if end != " " else content[:-1])
    found = rules.revisions(content)
    assert {hashlib.sha256(one).hexdigest(): len(one) for one in states}.items() <= (
        found.items()
    )
    assert found[hashlib.sha256(content).hexdigest()] == len(content)


def test_revisions_when_there_are_too_many_then_the_first_and_the_whole() -> None:
    content = b"%PDF-1.7" + b"%%EOF" * 10_000
    assert len(rules.revisions(content)) <= 4 * rules.MOST_ENDS + 1


@pytest.mark.law("A-06")
@pytest.mark.parametrize(("day", "is_over"), [(19, False), (20, False), (21, True)])
def test_appeal_when_its_last_day_has_passed_then_over(day: int, is_over: bool) -> None:
    last = date(2020, 10, 20)
    assert rules.is_appeal_over(last, date(2020, 10, day)) is is_over

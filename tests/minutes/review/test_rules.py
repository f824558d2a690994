"""What may be sent out for review, said of it and answered."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minutes.review import rules
from minutes.review.enums import AnswerKind, Standing, Verdict

DAY = date(2020, 10, 1)
ITEM = rules.SentItem("§ 1", (1, 2))
SENDING = rules.SendingFacts((ITEM,), True, DAY, DAY, date(2020, 10, 13))
LOOK = rules.LookFacts(Verdict.OK, True, "a", "a", has_section=True)
ANSWER = rules.AnswerFacts(AnswerKind.ANSWERED, Verdict.COMMENT, "Ja.", "a", "b")


@pytest.mark.law("P-03")
@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"items": ()}, ["review.no_items"]),
        ({"is_known": False}, ["review.unknown_item"]),
        ({"is_begun": False}, ["review.meeting_not_begun"]),
        ({"items": (replace(ITEM, reviewers=()),)}, ["review.no_reviewers"]),
        ({"items": (replace(ITEM, is_held=True),)}, ["review.item_frozen"]),
        ({"due_on": date(2020, 9, 30)}, ["review.due_past"]),
        ({"due_on": date(2020, 10, 13)}, []),
        ({"due_on": date(2020, 10, 14)}, ["review.due_too_late"]),
        ({"due_on": date(2020, 10, 14), "latest": date(2020, 9, 1)}, []),
    ],
)
def test_sending_when_facts_then_refused_or_free(
    changes: dict[str, Any], codes: list[str]
) -> None:
    found = rules.blocks_sending(replace(SENDING, **changes))
    assert [no.code for no in found] == codes


WORDED = {"verdict": Verdict.WORDING, "before": "Ett två", "wording": "Ett tre"}


@pytest.mark.law("P-04")
@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"is_reviewer": False, "sha256": "b"}, ["review.not_asked"]),
        ({"sha256": "b"}, ["review.changed_meanwhile"]),
        ({"comment": "Nja"}, ["review.ok_with_text"]),
        ({"verdict": Verdict.COMMENT, "comment": "Nja"}, []),
        ({"verdict": Verdict.COMMENT, "comment": " \n"}, ["review.comment_missing"]),
        (WORDED, []),
        (WORDED | {"wording": " Ett\ntvå"}, ["review.wording_same"]),
        (WORDED | {"wording": ""}, ["review.wording_same"]),
        (WORDED | {"has_section": False}, ["review.no_section"]),
        (WORDED | {"fits": False}, ["review.wording_lines"]),
    ],
)
def test_look_when_facts_then_refused_or_free(
    changes: dict[str, Any], codes: list[str]
) -> None:
    found = rules.blocks_look(replace(LOOK, **changes))
    assert [no.code for no in found] == codes


TAKEN = {"kind": AnswerKind.TAKEN_OVER, "verdict": Verdict.WORDING, "text": ""}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"is_answered": True}, ["review.answered_already"]),
        ({"verdict": Verdict.OK}, ["review.nothing_to_answer"]),
        ({"text": " "}, ["review.answer_missing"]),
        ({"kind": AnswerKind.CHANGED, "text": ""}, []),
        ({"kind": AnswerKind.CHANGED, "sha256": "a"}, ["review.not_changed"]),
        (TAKEN, []),
        (TAKEN | {"verdict": Verdict.COMMENT}, ["review.no_wording"]),
        (TAKEN | {"has_section": False}, ["review.section_gone"]),
        (TAKEN | {"fits": False}, ["review.wording_lines"]),
    ],
)
def test_answer_when_facts_then_refused_or_free(
    changes: dict[str, Any], codes: list[str]
) -> None:
    found = rules.blocks_answer(replace(ANSWER, **changes))
    assert [no.code for no in found] == codes


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        ([], Standing.UNSEEN),
        ([("ok", "a")], Standing.OK),
        ([("ok", "b")], Standing.CHANGED),
        ([("comment", "a")], Standing.REMARKED),
        ([("wording", "b")], Standing.CHANGED),
        ([("comment", "a"), ("ok", "a")], Standing.OK),
        ([("ok", "a"), ("comment", "b")], Standing.CHANGED),
    ],
)
def test_standing_when_last_look_is_of_other_bytes_then_changed(
    looks: list[tuple[str, str]], expected: Standing
) -> None:
    assert rules.standing(looks, "a") == expected

"""Who may be asked what at a meeting."""

from dataclasses import replace
from typing import Any

import pytest

from minutes.item.rules.asking import AskedFacts, blocks_asking

ASKED = AskedFacts("interpellation", "Bo Ek (S)", "ordföranden i MBN", "Varför?")


@pytest.mark.law("P-01")
@pytest.mark.parametrize(
    ("change", "is_assembly", "found"),
    [
        ({}, True, []),
        ({}, False, ["only_assembly"]),
        ({"kind": "question"}, False, ["only_assembly"]),
        ({"kind": "public_question"}, False, []),
        ({"kind": "public_question", "asked_to": ""}, False, []),
        ({"asked_to": " "}, True, ["to_nobody"]),
        ({"asked_by": ""}, True, ["by_nobody"]),
        ({"text": ""}, True, ["no_text"]),
        ({"answer": "Därför."}, True, ["answered_by_nobody"]),
        ({"answer": "Därför.", "answered_by": "Eva Ek"}, True, []),
    ],
)
def test_blocks_asking_by_kind_and_board(
    change: dict[str, Any], is_assembly: bool, found: list[str]
) -> None:
    refusals = blocks_asking(3, replace(ASKED, **change), is_assembly=is_assembly)
    assert [no.code.removeprefix("asked.") for no in refusals] == found
    assert all(no.values["row"] == 3 for no in refusals)

"""Protected names leave no trace in what is published."""

import json

import pytest

from boards.shared.masking import PROTECTED, mask_names

TREE = {
    "title": "Protokoll",
    "blocks": [
        {"text": "Anna Berg (S) föreslår ett tillägg."},
        {"text": "Bergs tillägg antas. Bergqvist reserverar sig."},
    ],
}


def test_mask_names_when_name_stands_anywhere_then_it_is_gone() -> None:
    masked = json.dumps(mask_names(TREE, ["Anna Berg", "Berg"]))
    assert "Anna" not in masked
    assert "Bergs" not in masked
    assert masked.count(PROTECTED) == 2


def test_mask_names_when_name_is_part_of_another_then_that_one_stays() -> None:
    assert "Bergqvist" in json.dumps(mask_names(TREE, ["Anna Berg", "Berg"]))


@pytest.mark.parametrize("names", [[], [""]])
def test_mask_names_when_nobody_is_protected_then_nothing_changes(
    names: list[str],
) -> None:
    assert mask_names(TREE, names) == TREE


def test_mask_names_when_nothing_matches_then_the_tree_is_equal() -> None:
    assert mask_names(TREE, ["Cilla Dahl"]) == TREE

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


def run(text: str, **looks: object) -> dict[str, object]:
    return {"node": "Run", "text": text, "bold": False, "link": "", **looks}


def test_mask_names_when_name_is_half_bold_then_all_of_it_is_gone() -> None:
    tree = {"runs": [run("Av An"), run("na", bold=True), run(" Berg"), run("s bil.")]}
    masked = mask_names(tree, ["Anna Berg"])
    assert masked == {"runs": [run(f"Av {PROTECTED}"), run(" bil.")]}


def test_mask_names_when_runs_hold_two_names_then_each_is_named_once() -> None:
    tree = [run("Anna Berg, Bo"), run(" Ek, Anna"), run(" Berg")]
    masked = mask_names(tree, ["Anna Berg", "Bo Ek"])
    text = "".join(one["text"] for one in masked)
    assert text == f"{PROTECTED}, {PROTECTED}, {PROTECTED}"


def test_mask_names_when_a_word_is_split_then_it_is_no_family_name() -> None:
    tree = [run("Ny"), run("berg", bold=True), run(" och Berg"), run("dal")]
    assert mask_names(tree, ["Berg"]) == tree


def test_mask_names_when_hyphens_are_hidden_in_it_then_it_is_gone() -> None:
    tree = [run("Anna\u00ad Be\u00adrg"), run("\u200bs tur")]
    masked = json.dumps(mask_names(tree, ["Anna Berg"]))
    assert "rg" not in masked


def test_mask_names_when_a_link_holds_it_then_the_link_goes() -> None:
    tree = [run("Skriv", link="mailto:anna@berg.example")]
    assert mask_names(tree, ["anna@berg.example"]) == [run("Skriv")]

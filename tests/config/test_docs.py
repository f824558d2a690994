"""The documents say what is there."""

import re
from pathlib import Path

from django.apps import apps
from django.conf import settings

DOCS = Path(settings.BASE_DIR) / "docs"
OURS = ("boards", "cases", "minutes", "finance")
GAP = "finns inte"
MANY, COLUMNS = 60, 5


def test_glossary_when_compared_with_models_then_every_model_has_a_row() -> None:
    named = set(
        re.findall(r"^\| `(\w+)`", (DOCS / "glossary.md").read_text(), re.MULTILINE)
    )
    models = {m.__name__ for app in OURS for m in apps.get_app_config(app).get_models()}
    assert models - named == set()


def test_settings_when_compared_with_variables_then_each_is_explained() -> None:
    folder = Path(settings.BASE_DIR) / "config" / "settings"
    code = "".join(path.read_text() for path in folder.glob("*.py"))
    read = set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", code))
    explained = (DOCS / "settings.md").read_text()
    assert {name for name in read if f"`{name}`" not in explained} == set()


def test_constructs_when_compared_with_the_code_then_every_name_exists() -> None:
    words = set(re.findall(r"`([^`]+)`", (DOCS / "constructs.md").read_text()))
    words -= {GAP}
    names = set().union(*(defined_in(folder) for folder in (*OURS, "tests")))
    assert {word for word in words if not is_known(word, names)} == set()


def test_constructs_when_a_row_is_no_gap_then_a_test_shows_it() -> None:
    text = (DOCS / "constructs.md").read_text()
    rows = [line.split("|")[1:-1] for line in text.splitlines() if "|" in line]
    rows = [
        row for row in rows if row[0].strip() != "construct" and set(row[0]) != {"-"}
    ]
    assert len(rows) > MANY
    assert [row[0] for row in rows if len(row) != COLUMNS] == []
    silent = [row[0] for row in rows if "`test_" not in row[-1] and GAP not in row[1]]
    assert silent == []


def defined_in(folder: str) -> set[str]:
    """The functions, classes, fields and keys that the code under a folder defines."""
    name = re.compile(
        r"^\s*(?:(?:def|class) (\w+)|(\w+)(?:: [^=\n]+)? = )", re.MULTILINE
    )
    files = (Path(settings.BASE_DIR) / folder).rglob("*.py")
    found = [name.findall(path.read_text()) for path in files]
    return {either or other for rows in found for either, other in rows}


def is_known(word: str, names: set[str]) -> bool:
    """Say whether a name stands for a file, a room, or something in the code."""
    here = Path(settings.BASE_DIR)
    if "/" in word:
        return (here / word).is_file()
    if "." in word:
        return (here / word.replace(".", "/")).is_dir()
    return word in names

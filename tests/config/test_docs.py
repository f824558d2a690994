"""The documents say what is there."""

import re
from pathlib import Path

from django.apps import apps
from django.conf import settings

DOCS = Path(settings.BASE_DIR) / "docs"
OURS = ("boards", "cases", "minutes", "finance")


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

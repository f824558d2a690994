"""Every history code that an action of minutes writes has its words."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from boards.shared.texts import SENTENCES

RECORD = re.compile(r"\b(?:record|write_history)\(\s*[\w.]+,\s*\"([a-z._]+)\"")
SOURCES = sorted((Path(settings.BASE_DIR) / "minutes").rglob("*.py"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: "/".join(path.parts[-3:]))
def test_history_code_when_written_then_has_words(source: Path) -> None:
    codes = RECORD.findall(source.read_text(encoding="utf-8"))
    assert [code for code in codes if code not in SENTENCES] == []

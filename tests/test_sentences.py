"""Every code that is recorded or refused with has its sentence."""

import re
from pathlib import Path

from django.conf import settings

from boards.shared.texts import SENTENCES

APPS = ("boards", "cases", "minutes", "finance")
CODES = re.compile(r"""(?:record\(\s*[\w.]+,|Refusal\()\s*"([\w.]+)",?""")


def codes_in(source: Path) -> set[str]:
    return set(CODES.findall(source.read_text(encoding="utf-8")))


def test_code_when_written_in_an_app_then_has_a_sentence() -> None:
    missing = {
        f"{source.relative_to(settings.BASE_DIR)}: {code}"
        for app in APPS
        for source in (settings.BASE_DIR / app).rglob("*.py")
        for code in codes_in(source) - SENTENCES.keys()
    }
    assert sorted(missing) == []

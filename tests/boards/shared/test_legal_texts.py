"""Every code of the rules has a sentence, and every sentence its Swedish."""

import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django.conf import settings

from boards.shared.calendar import Holiday, Reason
from boards.shared.legal_dates import LegalDateCode
from boards.shared.legal_texts import explain
from boards.shared.texts import SENTENCES

BASE = Path(settings.BASE_DIR)
ROOMS = [
    room
    for room in ("meeting", "item", "approval", "notice")
    if find_spec(f"minutes.{room}.texts")
]
CODE = re.compile(
    r'"((?:calendar|dates|meeting|presence|substitution|summons|ballot|decision'
    r'|reservation|note|numbering|freeze|sign|return|notice)\.[a-z_]+)"'
)
RULES = [
    BASE / "boards/shared/legal_dates.py",
    *(BASE / f"minutes/{room}/rules.py" for room in ROOMS),
    *(path for room in ROOMS for path in BASE.glob(f"minutes/{room}/rules/*.py")),
]
# Each date has a sentence of its own; what is late has two, and the last day and the
# start have a variant.
DATES = {
    f"dates.{code}" for code in LegalDateCode if not code.endswith("late_after")
} | {
    "dates.late_after",
    "dates.late_after_moved",
    "dates.last_appeal_day_moved",
    "dates.appeal_start_boards",
    "dates.approved_before_meeting",
    "dates.posted_before_meeting",
    "dates.posted_before_approved",
}


def codes_of(path: Path) -> set[str]:
    return set(CODE.findall(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "path",
    [path for path in RULES if path.exists()],
    ids=lambda path: "/".join(path.parts[-3:]),
)
def test_every_code_of_a_rule_has_a_sentence(path: Path) -> None:
    for room in ROOMS:
        import_module(f"minutes.{room}.texts")
    assert codes_of(path) - SENTENCES.keys() == set()


def test_every_holiday_and_every_date_has_a_sentence() -> None:
    codes = {f"calendar.{holiday}" for holiday in Holiday} | DATES
    assert codes - SENTENCES.keys() == set()


def test_every_sentence_of_the_law_is_in_the_swedish_catalogue() -> None:
    catalogue = polib.pofile(str(BASE / "locale/sv/LC_MESSAGES/django.po"))
    swedish = {entry.msgid: entry.msgstr for entry in catalogue}
    named = re.compile(r"%\((\w+)\)s")
    for room in ROOMS:
        import_module(f"minutes.{room}.texts")
    written = {code for path in RULES if path.exists() for code in codes_of(path)}
    for code in written | DATES | {f"calendar.{holiday}" for holiday in Holiday}:
        english = SENTENCES[code]._args[0]  # type: ignore[union-attr]
        assert swedish.get(english), code
        assert set(named.findall(swedish[english])) <= set(named.findall(english))


def test_explain_a_reason_within_a_reason_puts_both_in_words() -> None:
    holiday = Reason("calendar.good_friday")
    words = explain(Reason("dates.late_after_moved", "", {"why": holiday} | BOTH))
    assert explain(holiday) in words
    assert "2025-04-18" in words


BOTH = {"nominal": "2025-04-18", "day": "2025-04-22"}

"""Print every statutory date that follows from a meeting, an approval, postings."""

import json
import re
from contextlib import suppress
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.shared.legal_dates import (
    LegalDate,
    LegalDateCode,
    blocks_dates,
    legal_dates,
)
from boards.shared.legal_texts import explain
from boards.shared.texts import sentence

LABELS = {
    LegalDateCode.SUMMONS_DEADLINE: gettext_lazy(
        "Last day to announce an assembly's meeting"
    ),
    LegalDateCode.APPROVAL_DUE: gettext_lazy("Minutes to be approved"),
    LegalDateCode.APPROVAL_LATE_AFTER: gettext_lazy("Approval late after"),
    LegalDateCode.NOTICE_DUE: gettext_lazy("Notice to be posted"),
    LegalDateCode.NOTICE_LATE_AFTER: gettext_lazy("Notice late after"),
    LegalDateCode.APPEAL_START: gettext_lazy("Time to appeal starts"),
    LegalDateCode.APPEAL_NOMINAL_END: gettext_lazy("Three weeks end"),
    LegalDateCode.LAST_APPEAL_DAY: gettext_lazy("Last day to appeal"),
    LegalDateCode.EARLIEST_REMOVAL: gettext_lazy("Notice may be taken down"),
    LegalDateCode.FINAL_CANDIDATE: gettext_lazy("Legal force at the earliest"),
}
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Command(BaseCommand):
    """`manage.py legal_dates`: the format is in docs/formats/legal_dates.md."""

    help = "Tell every statutory date that follows, with its reason and law."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the days as text, so that a bad one gets a sentence and exit code 1."""
        posted = _("day a notice board carried the notice; once for each board")
        parser.add_argument("--posted", action="append", default=[], help=posted)
        parser.add_argument("--meeting", help=_("day of the meeting"))
        parser.add_argument("--approved", help=_("local day of the last signature"))
        as_json = _("print JSON, as docs/formats/legal_dates.md says")
        parser.add_argument("--json", action="store_true", help=as_json)
        self.parser = parser

    def handle(self, *_args: object, **options: Any) -> None:
        """Print the dates, as a table or as JSON."""
        with translation.override("sv"):
            if not (options["posted"] or options["meeting"] or options["approved"]):
                self.parser.error(
                    _("Give at least one of --posted, --meeting and --approved.")
                )
            posted = [read_day("--posted", text) for text in options["posted"]]
            meeting = read_optional("--meeting", options["meeting"])
            approved = read_optional("--approved", options["approved"])
            refusals = blocks_dates(posted, meeting, approved)
            if refusals:
                raise CommandError("\n".join(map(sentence, refusals)))
            found = legal_dates(posted=posted, meeting=meeting, approved=approved)
            if not options["json"]:
                self.stdout.write(as_table(found))
                return
            given = {
                "posted": options["posted"],
                "meeting": options["meeting"],
                "approved": options["approved"],
            }
            rows = [as_row(row) for row in found]
            report = {"input": given, "dates": rows}
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))


def read_day(option: str, text: str) -> date:
    """Read `2020-09-29` and nothing else; a `CommandError` says which option."""
    day = None
    if ISO_DAY.fullmatch(text):
        with suppress(ValueError):
            day = date.fromisoformat(text)
    if day is None:
        values = {"option": option, "text": text}
        message = _('%(option)s: "%(text)s" is no date. Write it as 2020-09-29.')
        raise CommandError(message % values)
    return day


def read_optional(option: str, text: str | None) -> date | None:
    """Read a day that need not be given."""
    return None if text is None else read_day(option, text)


def as_row(row: LegalDate) -> dict[str, object]:
    """One date as the JSON format has it."""
    return {
        "code": row.code.value,
        "date": row.day.isoformat(),
        "law": row.law,
        "reason": in_full(row),
        "nominal": row.nominal.isoformat(),
        "moved": row.is_moved,
        "grounds": [
            {
                "code": ground.code,
                "date": str(ground.values["day"]),
                "text": explain(ground),
            }
            for ground in row.grounds
        ],
    }


def in_full(row: LegalDate) -> str:
    """The reason in one or two sentences: an earlier weekday is proposed where due."""
    reason = explain(row.reason)
    reason = reason[:1].upper() + reason[1:]
    if row.code != LegalDateCode.SUMMONS_DEADLINE:
        return reason
    return " ".join([reason, *map(explain, row.grounds)])


def as_table(found: list[LegalDate]) -> str:
    """The dates for a person to read: what, when, why, by which law."""
    width = max(len(str(LABELS[row.code])) for row in found)
    lines = []
    for row in found:
        day = date_format(row.day, "l Y-m-d").lower()
        lines += [
            f"{LABELS[row.code]!s:<{width}}  {day}",
            f"{'':<{width}}  {in_full(row)} ({row.law})",
        ]
    return "\n".join(lines)

"""Imports a SIE file into a board's ledger, or says everything that stops it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from boards.board.models import Board
from boards.shared.money import format_kronor
from finance.ledger.actions import Order, Report, import_ledger
from finance.ledger.enums import Measure
from finance.ledger.rules import as_json
from finance.ledger.sie.facts import Note, Problem
from finance.ledger.texts import explain, reading_sentence

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """`manage.py import_sie FILE --board CODE`: docs/formats/import_sie.md."""

    help = "Läser in en SIE-fil (typ 1–4 och 4I) i en nämnds redovisning."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file, the board and what to do."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--board", required=True, help="Nämndens adressdel eller förkortning."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Prövar filen och skriver inget."
        )
        parser.add_argument(
            "--json", action="store_true", help="Skriver svaret som JSON."
        )
        parser.add_argument(
            "--confirm-organisation",
            action="store_true",
            help="Läser in filen fast den har ett annat organisationsnummer.",
        )
        parser.add_argument(
            "--add",
            action="store_true",
            help="Lägger filen till tidigare filer för samma månader.",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Import it and print what came of it."""
        with translation.override("sv"):
            order = Order(
                board=board_of(options["board"]),
                name=options["file"].name,
                is_confirmed=options["confirm_organisation"],
                is_addition=options["add"],
                is_dry=options["dry_run"],
            )
            try:
                with options["file"].open("rb") as stream:
                    report = import_ledger(order=order, stream=stream, by=None)
            except OSError as no:
                message = _("The file cannot be read: %(reason)s.")
                raise CommandError(message % {"reason": no.strerror}) from no
            self.tell(report, is_json=options["json"])

    def tell(self, report: Report, *, is_json: bool) -> None:
        """Print the report; a file that was refused ends with status 1."""
        is_refused = bool(report.problems) and not report.is_known
        if is_json:
            self.stdout.write(json.dumps(as_answer(report), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(as_lines(report)))
        if is_refused:
            sys.exit(1)


def board_of(code: str) -> Board:
    """Return the board with that slug, or with that abbreviation when only one has."""
    boards = Board.objects.select_related("host")
    found = list(boards.filter(slug=code)) or list(boards.filter(prefix=code))
    if len(found) != 1:
        message = _("No single board is called %(code)s.") % {"code": code}
        raise CommandError(message)
    return found[0]


def state_of(report: Report) -> str:
    """Return what came of the file, in one word."""
    if report.is_known:
        return "already_imported"
    if report.problems:
        return "refused"
    return "would_import" if report.is_dry else "imported"


def told(said: Problem | Note) -> dict[str, Any]:
    """Return a problem or a note with its sentence."""
    return {**as_json(said), "text": explain(said)}


def as_answer(report: Report) -> dict[str, Any]:
    """Return the report as JSON has it: amounts in whole öre."""
    decided = report.ledger.decided
    return {
        "status": state_of(report),
        "file": report.file.pk if report.file else None,
        "encoding": report.ledger.encoding,
        "kind": report.ledger.kind,
        "organisation": report.ledger.said("#FNAMN"),
        "organisation_number": report.ledger.said("#ORGNR"),
        "reading": {
            measure: {"rows": found.reading, "ground": found.ground}
            for measure, found in decided.items()
        },
        "vouchers": report.ledger.vouchers,
        "rows": report.rows,
        "totals": [
            {"class": one.account_class, "actual": one.actual, "budget": one.budget}
            for one in report.totals
        ],
        "problem_count": report.problem_count,
        "problems": [told(one) for one in report.problems],
        "notes": [told(one) for one in report.notes],
    }


def as_lines(report: Report) -> list[str]:
    """Return the report for a person to read."""
    if report.problems:
        head = [] if report.is_known else [_("Nothing was imported.")]
        return head + [
            _("Line %(line)s: %(text)s") % {"line": one.line, "text": explain(one)}
            if one.line
            else explain(one)
            for one in report.problems
        ]
    done = _("The file can be imported.") if report.is_dry else _("Imported.")
    counts = _("%(vouchers)s vouchers, %(rows)s rows.") % {
        "vouchers": report.ledger.vouchers,
        "rows": report.rows,
    }
    lines = [f"{done} {counts}", *map(explain, report.notes)]
    reading = report.ledger.decided[Measure.ACTUAL]
    lines.append(reading_sentence(reading.reading, reading.ground))
    for one in report.totals:
        amounts = [
            "" if ore is None else format_kronor(ore)
            for ore in (one.actual, one.budget)
        ]
        lines.append(f"{one.account_class}  {amounts[0]:>22}  {amounts[1]:>22}")
    return lines

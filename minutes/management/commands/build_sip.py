"""Builds a package for an e-archive, or says why it cannot be built."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from boards.board.models import Board
from boards.shared.refusals import Refused
from boards.shared.texts import sentence
from cases.case.models import Case
from minutes.archive.sip.actions import build_case, build_year
from minutes.archive.sip.resuming import Altered, Busy


class Command(BaseCommand):
    """`manage.py build_sip`: docs/formats/sip.md."""

    help = "Bygger ett leveranspaket (SIP) av ett ärende eller av ett års protokoll."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to build and where to put it."""
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--case", metavar="DNR", help="Ett avslutat ärende.")
        what.add_argument(
            "--board", metavar="CODE", help="Nämndens adressdel eller förkortning."
        )
        parser.add_argument("--year", type=int, help="Protokollens år.")
        parser.add_argument(
            "--dip",
            action="store_true",
            help="Bygger sidor att läsa från en disk i stället.",
        )
        parser.add_argument("--out", type=Path, default=Path(), help="Katalogen.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Build it and print its path."""
        with translation.override("sv"):
            try:
                self.stdout.write(str(self.build(options)))
            except Refused as no:
                raise CommandError(" ".join(map(sentence, no.refusals))) from no
            except Altered as no:
                text = _("%(path)s is not as it was registered. Nothing was built.")
                raise CommandError(text % {"path": no}) from no
            except Busy as no:
                text = _("Somebody else is writing %(name)s there: wait for it.")
                raise CommandError(text % {"name": no}) from no
            except OSError as no:
                text = _("The package cannot be written: %(reason)s.")
                raise CommandError(text % {"reason": no.strerror or no}) from no

    def build(self, options: dict[str, Any]) -> Path:
        """Return the package that was asked for."""
        folder: Path = options["out"]
        folder.mkdir(parents=True, exist_ok=True)
        if options["case"]:
            case = only(Case.objects.filter(dnr=options["case"]), options["case"])
            return build_case(
                case=case, folder=folder, by=None, is_for_reading=options["dip"]
            )
        if options["year"] is None:
            raise CommandError(_("Say which year: --year 2020."))
        board = board_of(options["board"])
        return build_year(
            board=board,
            year=options["year"],
            folder=folder,
            by=None,
            is_for_reading=options["dip"],
        )


def board_of(code: str) -> Board:
    """Return the board with that slug, or with that abbreviation when only one has."""
    boards = Board.objects.select_related("host")
    named = boards.filter(slug=code)
    return only(named if named.exists() else boards.filter(prefix=code), code)


def only(rows: Any, code: str) -> Any:
    """Return the only row there is."""
    found = list(rows[:2])
    if len(found) != 1:
        message = _("There is not one and only one %(code)s.") % {"code": code}
        raise CommandError(message)
    return found[0]

"""Takes in a whole sammanträde from a JSON file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from minutes.exchange.actions import import_meeting

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """Take in one meeting, or say everything that stops it."""

    help = "Tar in ett sammanträde ur en fil enligt docs/formats/sammantrade.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file, and whether to write and to replace."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="Prövar filen och skriver inget."
        )
        parser.add_argument(
            "--replace",
            action="store_true",
            help="Ersätter ett sammanträde vars protokoll är utkast.",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Take it in and print what came of it; every fault on a line of its own."""
        try:
            content = options["file"].read_bytes()
        except OSError as no:
            raise CommandError(f"Filen kan inte läsas: {no.strerror}.") from no
        report = import_meeting(
            content=content,
            by=None,
            is_dry=options["dry_run"],
            may_replace=options["replace"],
        )
        if report.problems:
            faults = "\n".join(str(one) for one in report.problems)
            count = len(report.problems)
            raise CommandError(f"Inget togs in. {count} fel:\n{faults}")
        done = "Filen kan tas in" if options["dry_run"] else "Sammanträdet togs in"
        self.stdout.write(
            f"{done}: {report.title}, {report.people} personer,"
            f" {report.points} punkter, {report.items} paragrafer."
        )

"""Writes a whole sammanträde as JSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from minutes.exchange.exporting import as_text, exported
from minutes.meeting.models import Meeting

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """Write one meeting, found by its board and day."""

    help = "Skriver ett sammanträde enligt docs/formats/sammantrade.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the board's address part, the day, and where to write."""
        parser.add_argument("board", help="nämndens adressdel, till exempel itvt")
        parser.add_argument("date", type=date.fromisoformat, help="ÅÅÅÅ-MM-DD")
        parser.add_argument("--out", type=Path, help="fil att skriva till")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the meeting, or write it to a file."""
        rows = Meeting.objects.filter(
            board__slug=options["board"], starts_at__date=options["date"]
        )
        meetings = list(rows.order_by("starts_at"))
        if len(meetings) != 1:
            raise CommandError(
                f"{len(meetings)} sammanträden i {options['board']} den dagen."
            )
        text = as_text(exported(meetings[0]))
        if options["out"] is None:
            self.stdout.write(text, ending="")
            return
        options["out"].write_text(text, encoding="utf-8")

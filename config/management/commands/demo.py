"""Load the demo into an empty database."""

from __future__ import annotations

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from boards.board.models import Board
from config.demo.build import build_demo, login_table


class Command(BaseCommand):
    """Make two boards with everything they need, by the actions of the screens."""

    help = "Load the demo: two boards, their people, meetings in every state."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare --if-empty."""
        parser.add_argument("--if-empty", action="store_true")

    def handle(self, *, if_empty: bool, **_options: object) -> None:
        """Build the demo; it never mixes with boards that are there."""
        if Board.objects.exists():
            if if_empty:
                return
            raise CommandError(
                "Databasen innehåller redan nämnder; demon läggs bara i en tom."
            )
        self.stdout.write("Demon läses in …")
        self.stdout.flush()
        build_demo(settings.DATA_DIR / "demo-logins.txt")
        if not if_empty:
            self.stdout.write(login_table())

"""Make search anew from everything published."""

from typing import Any

from django.core.management.base import BaseCommand

from minutes.search.actions import index_everything


class Command(BaseCommand):
    """`manage.py reindex_search`: after an upgrade that searches more; harmless."""

    help = "Bygger om sökningen från allt som är publicerat."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Do it at once, and say how much is searched."""
        self.stdout.write(f"{index_everything()} rader är sökbara.")

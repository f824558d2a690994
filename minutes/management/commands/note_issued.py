"""Note the PDFs that were issued before the product kept a list of them."""

from typing import Any

from django.core.management.base import BaseCommand

from minutes.verification.earlier import note_earlier


class Command(BaseCommand):
    """`manage.py note_issued`: once after an upgrade; again does no harm."""

    help = "Noterar tidigare utgivna PDF-filer, så att /verifiera/ känner igen dem."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Note them and say how many."""
        self.stdout.write(f"{note_earlier()} filer noterade.")

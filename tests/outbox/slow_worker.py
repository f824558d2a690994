"""The product's worker with one more handler: half its work, a wait, the other half."""

import os
import time
from pathlib import Path

import django

django.setup()

from boards.board.models import Municipality  # noqa: E402  after the set-up
from boards.shared.outbox import handlers  # noqa: E402  after the set-up
from config.celery import app  # noqa: E402  after the set-up

FOLDER = Path(os.environ["SLOW_FOLDER"])


def slow(pk: int) -> None:
    """Write, say that half is done, wait to be let on, write again."""
    town = Municipality.objects.get(pk=pk)
    town.phone += "1"
    town.save()
    (FOLDER / "half").touch()
    while not (FOLDER / "go").exists():
        time.sleep(0.05)
    town.address += "2"
    town.save()


handlers["test.slow"] = slow

__all__ = ["app"]

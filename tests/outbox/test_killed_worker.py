"""A real worker, killed in the middle of a handler: nothing is lost or half done."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from boards.board.models import Municipality
from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage
from boards.shared.outbox import enqueue, handlers
from boards.shared.tasks import deliver_due

SECONDS = 60


class Worker:
    """A Celery worker in a process group of its own."""

    def __init__(self, folder: Path) -> None:
        name = connection.settings_dict["NAME"]
        base = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
        env = os.environ | {
            "DATABASE_URL": f"{base}/{name}",
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "SLOW_FOLDER": str(folder),
        }
        celery = [sys.executable, "-m", "celery", "-A", "tests.outbox.slow_worker"]
        options = ["--concurrency", "1", "--loglevel", "WARNING", "--without-gossip"]
        with (folder / "worker.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*celery, "worker", *options],
                env=env,
                cwd=settings.BASE_DIR,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def kill(self) -> None:
        """End it and its children as a power cut would."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Worker]]:
    """Start workers that are gone when the test is."""
    workers: list[Worker] = []

    def begin() -> Worker:
        workers.append(Worker(tmp_path))
        return workers[-1]

    handlers["test.slow"] = lambda _pk: None
    yield begin
    del handlers["test.slow"]
    for worker in workers:
        worker.kill()


def wait_until(is_so: Callable[[], bool], log: Path) -> None:
    end = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.1)


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_worker_when_killed_in_the_middle_then_done_once_after_restart(
    start: Callable[[], Worker], tmp_path: Path
) -> None:
    log = tmp_path / "worker.log"
    town = Municipality.objects.create(name="Alby", slug="alby", email="a@a.example")
    worker = start()
    row = enqueue("test.slow", town)
    wait_until((tmp_path / "half").exists, log)
    worker.kill()

    town.refresh_from_db()
    row.refresh_from_db()
    assert (town.phone, town.address) == ("", "")
    assert row.state == OutboxState.PENDING

    (tmp_path / "go").touch()
    start()
    deliver_due.delay()
    deliver_due.delay()
    wait_until(lambda: OutboxMessage.objects.get().state == "delivered", log)
    town.refresh_from_db()
    assert (town.phone, town.address) == ("1", "2")

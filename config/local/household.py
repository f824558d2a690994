"""The data folder and the servers that live in it, started and stopped together."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from config.local.services import BankID, Broker, Postgres
from config.local.trouble import Trouble

DEMO = "config.settings.dev"
# Names what reaches the servers of each of several test processes.
SHARES = "TEST_STORES"
ROOT = Path(__file__).resolve().parent.parent.parent


def data_folder() -> Path:
    """Return the data folder, made if need be; `Trouble` when it cannot be used."""
    folder = Path(os.environ.get("DATA_DIR") or ROOT / "var").resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Trouble(
            f"The data folder {folder} cannot be used: {error.strerror}."
        ) from None
    return folder


@contextmanager
def claimed(folder: Path) -> Iterator[IO[str]]:
    """Hold the folder for ourselves; the kernel lets go even when we are killed."""
    with (folder / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Trouble(
                f"Justera already runs on {folder}: stop it, or set DATA_DIR."
            ) from None
        yield lock


@contextmanager
def short_folder() -> Iterator[Path]:
    """Give a private folder for sockets: their path may be 107 bytes at most."""
    folder = Path(tempfile.mkdtemp(prefix="justera-", dir="/tmp"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def stores(folder: Path, *, fast: bool = False) -> Iterator[dict[str, str]]:
    """Run PostgreSQL and the broker in a folder; give the variables that name them.

    A store that DATABASE_URL or CELERY_BROKER_URL names already is used as it is.
    """
    services: list[Postgres | Broker] = []
    env = dict(os.environ) | {"DATA_DIR": str(folder)}
    with short_folder() as sockets:
        try:
            if fast or not env.get("DATABASE_URL"):
                log = folder / "logs" / "postgres.log"
                postgres = Postgres(folder / "pg18", sockets, log, fast=fast)
                services.append(postgres)
                postgres.start()
                env["DATABASE_URL"] = postgres.url()
                env["PUBLIC_DATABASE_URL"] = postgres.url(user="justera_public")
            if fast or not env.get("CELERY_BROKER_URL"):
                log = folder / "logs" / "broker.log"
                broker = Broker(folder / "broker", sockets, log)
                services.append(broker)
                broker.start()
                env["CELERY_BROKER_URL"] = broker.url()
            yield env
        finally:
            for service in reversed(services):
                service.stop()


@contextmanager
def simulated_bankid(folder: Path) -> Iterator[dict[str, str]]:
    """Run BankID's simulator; give the variables that name it.

    A BankID that BANKID_URL names already is used as it is, and other settings than
    the demo's get none.
    """
    module = os.environ.get("DJANGO_SETTINGS_MODULE", DEMO)
    if os.environ.get("BANKID_URL") or module != DEMO:
        yield {}
        return
    service = BankID(folder / "bankid", folder / "logs" / "bankid.log")
    try:
        service.start()
        yield service.settings()
    finally:
        service.stop()


def running_stores(folder: Path) -> dict[str, str] | None:
    """Return how to reach the servers of a `make run` that is going on."""
    note = folder / "running.json"
    try:
        with claimed(folder):
            return None
    except Trouble:
        try:
            return dict(os.environ) | json.loads(note.read_text())
        except (OSError, ValueError):
            return None

"""What `python -m config.local` can do: run, test, shell."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from config.local.household import (
    DEMO,
    ROOT,
    SHARES,
    claimed,
    data_folder,
    running_stores,
    simulated_bankid,
    stores,
)
from config.local.services import (
    Service,
    Web,
    beat,
    free_port,
    port_is_free,
    worker,
)
from config.local.trouble import Trouble

DEFAULT_PORT = 8000
TEST = "config.settings.test"
MOST_SHARES = 4


class Stop(Exception):  # noqa: N818  a signal, not a fault
    """Somebody asked us to end."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    # A second Ctrl-C must not cut off the orderly end that the first one began.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise Stop


def say(text: str) -> None:
    """Write a line to the terminal."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def manage(env: Mapping[str, str], *words: str) -> None:
    """Run a management command; `Trouble` when it fails."""
    command = [sys.executable, str(ROOT / "manage.py"), *words]
    if subprocess.run(command, env=dict(env), cwd=ROOT, check=False).returncode != 0:  # noqa: S603
        raise Trouble(f"manage.py {words[0]} failed.")


def port() -> int:
    """Return the port to serve on; `Trouble` when it is no port or is taken."""
    text = os.environ.get("PORT") or str(DEFAULT_PORT)
    if not text.isdigit() or not 0 < int(text) < 65536:  # noqa: PLR2004  TCP's own limit
        raise Trouble(f"PORT={text} is not a port.")
    if not port_is_free(int(text)):
        raise Trouble(f"Port {text} is in use: stop what uses it, or set PORT.")
    return int(text)


def run() -> int:
    """Serve the product with everything it needs until somebody stops it."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    number, folder = port(), data_folder()
    try:
        with (
            claimed(folder),
            stores(folder) as reached,
            simulated_bankid(folder) as eid,
        ):
            env = reached | eid
            env["SITE_URL"] = f"http://127.0.0.1:{number}"
            env.setdefault("DJANGO_SETTINGS_MODULE", DEMO)
            with noted(folder, env):
                prepare(env, folder)
                serve(env, folder, number)
    except Stop:
        say("\nStopped.")
    return 0


@contextmanager
def noted(folder: Path, env: Mapping[str, str]) -> Iterator[None]:
    """Leave word of how to reach the servers, for `shell`, while they run."""
    note = folder / "running.json"
    kept = ("DATABASE_URL", "CELERY_BROKER_URL", "DATA_DIR", "SITE_URL")
    note.write_text(json.dumps({name: env[name] for name in kept}))
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def prepare(env: Mapping[str, str], folder: Path) -> None:
    """Bring database, static files and demo up to date; quick when nothing changed."""
    manage(env, "migrate", "--verbosity", "0")
    stamp, seen = folder / "static.stamp", static_stamp()
    if not stamp.exists() or stamp.read_text() != seen:
        manage(env, "collectstatic", "--noinput", "--clear", "--verbosity", "0")
        stamp.write_text(seen)
    manage(env, "demo", "--if-empty")


def static_stamp() -> str:
    """Return a fingerprint of the static files and of what is installed."""
    digest = hashlib.sha256()
    files = [*(ROOT / "static").rglob("*"), *ROOT.glob("requirements*.txt")]
    for path in sorted(files):
        if path.is_file():
            status = path.stat()
            digest.update(f"{path}{status.st_size}{status.st_mtime_ns}".encode())
    return digest.hexdigest()


def serve(env: Mapping[str, str], folder: Path, number: int) -> None:
    """Start web, worker and beat, and watch over them."""
    logs = folder / "logs"
    public = public_web(env, logs)
    services: list[Service] = [
        Web(number, logs / "web.log", env),
        *public,
        worker(logs / "worker.log", env),
        beat(logs / "beat.log", env),
    ]
    try:
        for service in services:
            service.start()
        greet(folder, number)
        for one in public:
            say(f"Det publika för sig: http://127.0.0.1:{one.port}")
        while all(service.is_running() for service in services):
            time.sleep(0.5)
        dead = next(service for service in services if not service.is_running())
        raise Trouble(f"{dead.name} ended by itself: {dead.last_words()}")
    finally:
        for service in reversed(services):
            service.stop()


def public_web(env: Mapping[str, str], logs: Path) -> list[Web]:
    """Return the server of the public alone, with its own database account.

    A database that DATABASE_URL names gets one when PUBLIC_DATABASE_URL does too.
    """
    if not env.get("PUBLIC_DATABASE_URL"):
        return []
    own = {
        **env,
        "JUSTERA_SETTINGS": env["DJANGO_SETTINGS_MODULE"],
        "DJANGO_SETTINGS_MODULE": "config.settings.public",
    }
    name = "The public web server"
    return [Web(free_port(), logs / "public.log", own, name=name, workers=1)]


def greet(folder: Path, number: int) -> None:
    """Say where the product is and who can log in."""
    logins = folder / "demo-logins.txt"
    if logins.exists():
        say(logins.read_text().rstrip())
    telephone = folder / "bankid" / "ready.json"
    if telephone.exists():
        address = json.loads(telephone.read_text())["BANKID_APP_URL"]
        say(f"BankID-simulatorns telefon: {address}")
    say(f"Justera: http://127.0.0.1:{number}   (Ctrl-C stops it)")


def test(arguments: Sequence[str]) -> int:
    """Run pytest against a PostgreSQL and a broker of its own.

    The whole suite is shared by a process for each core, with servers of its own each.
    """
    signal.signal(signal.SIGTERM, _stop)
    folder = Path(tempfile.mkdtemp(prefix="justera-test-"))
    count = 1 if arguments else min(os.cpu_count() or 1, MOST_SHARES)
    try:
        with ExitStack() as servers:
            shares = [
                servers.enter_context(stores(folder / str(number), fast=True))
                for number in range(count)
            ]
            env = shares[0] | {
                "DJANGO_SETTINGS_MODULE": TEST,
                SHARES: json.dumps([changed(share) for share in shares]),
            }
            command = [sys.executable, "-m", "pytest", "-p", "config.local.shares"]
            several = ["-n", str(count), "--dist", "worksteal"] if count > 1 else []
            done = subprocess.run(  # noqa: S603  our own command
                [*command, *several, *arguments], env=env, cwd=ROOT, check=False
            )
            return done.returncode
    except Stop:
        return 130
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def changed(env: Mapping[str, str]) -> dict[str, str]:
    """Return what the variables of some servers say that ours do not."""
    return {name: text for name, text in env.items() if os.environ.get(name) != text}


def shell(arguments: Sequence[str]) -> int:
    """Run a command with the database of `make run`, started if it does not run."""
    folder = data_folder()
    joined = running_stores(folder)
    if joined is not None:
        joined.setdefault("DJANGO_SETTINGS_MODULE", DEMO)
        return subprocess.run(list(arguments), env=joined, check=False).returncode  # noqa: S603
    with claimed(folder), stores(folder) as env:
        env.setdefault("DJANGO_SETTINGS_MODULE", DEMO)
        return subprocess.run(list(arguments), env=env, check=False).returncode  # noqa: S603

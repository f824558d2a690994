"""The servers as objects that start and stop; each is a child in its own group."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg

from config.local.binaries import (
    broker_program,
    dies_with_us,
    postgres_folder,
    unprivileged,
)
from config.local.trouble import Trouble

READY_SECONDS = 30
STOP_SECONDS = 15
PG_MAJOR_FILE = "PG_VERSION"


@dataclass
class Service:
    """A child process with a log; stopped by its own process id."""

    name: str
    command: list[str]
    log: Path
    env: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    stop_signal: int = signal.SIGTERM
    prefix: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process; its output goes to the log."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603  our own commands
                [*self.prefix, *dies_with_us(), *self.command],
                env=dict(self.env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def is_running(self) -> bool:
        """Say whether the process lives."""
        return self.process is not None and self.process.poll() is None

    def wait_until(self, is_ready: Callable[[], bool]) -> None:
        """Wait until the server answers; `Trouble` when it died or takes too long."""
        end = time.monotonic() + READY_SECONDS
        while time.monotonic() < end:
            if is_ready():
                return
            if not self.is_running():
                break
            time.sleep(0.05)
        raise Trouble(f"{self.name} did not start: {self.last_words()}")

    def last_words(self) -> str:
        """Return the last line of the log that says anything."""
        lines = self.log.read_text(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"see {self.log}"

    def stop(self) -> None:
        """End the process and everything it started."""
        if self.process is None:
            return
        if self.is_running():
            self.process.send_signal(self.stop_signal)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(STOP_SECONDS)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None


class Postgres(Service):
    """A PostgreSQL of our own, reached only through a socket in a private folder."""

    def __init__(
        self, data: Path, sockets: Path, log: Path, *, fast: bool = False
    ) -> None:
        self.data, self.sockets = data, sockets
        # Tests may lose their data in a power cut; nothing else may.
        durability = ["-c", "fsync=off", "-c", "full_page_writes=off"] if fast else []
        super().__init__(
            name="PostgreSQL",
            command=[
                str(postgres_folder() / "postgres"),
                *("-D", str(data)),
                *("-c", "listen_addresses="),
                *("-c", f"unix_socket_directories={sockets}"),
                *("-c", "unix_socket_permissions=0700"),
                *("-c", "max_connections=200"),
                *durability,
            ],
            log=log,
            # SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
            stop_signal=signal.SIGINT,
            prefix=unprivileged(),
        )

    def url(self, database: str = "justera", user: str = "justera") -> str:
        """Return the address Django uses."""
        return f"postgresql://{user}@{quote(str(self.sockets), safe='')}/{database}"

    def start(self) -> None:
        """Make the cluster if it is new, start, and make the database."""
        if not (self.data / PG_MAJOR_FILE).exists():
            self.make_cluster()
        super().start()
        self.wait_until(self.answers)
        self.make_database("justera")

    def make_cluster(self) -> None:
        """Run initdb beside the final place, so that a cut-off one is never used."""
        fresh = self.data.with_name(self.data.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)
        command = [
            *unprivileged(),
            str(postgres_folder() / "initdb"),
            *("-D", str(fresh)),
            *("-U", "justera"),
            *("-E", "UTF8"),
            # The caller's locale may not be installed; ours never depends on it.
            *("--locale=C", "--auth-local=trust", "--auth-host=scram-sha-256"),
            "--no-sync",
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
        if done.returncode != 0:
            words = done.stderr.strip().splitlines()
            raise Trouble(f"initdb failed: {words[-1] if words else 'no message'}")
        fresh.rename(self.data)

    def connect(self, database: str) -> psycopg.Connection[tuple[object, ...]]:
        """Open a connection that commits by itself."""
        return psycopg.connect(self.url(database), autocommit=True, connect_timeout=2)

    def answers(self) -> bool:
        """Say whether it takes connections."""
        try:
            self.connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def make_database(self, name: str) -> None:
        """Make a database unless it is there."""
        with self.connect("postgres") as connection:
            query = "SELECT 1 FROM pg_database WHERE datname = %s"
            if connection.execute(query, [name]).fetchone() is None:
                connection.execute(f'CREATE DATABASE "{name}"')


class Broker(Service):
    """A Valkey of our own on a socket; what it holds may be lost without harm."""

    def __init__(self, data: Path, sockets: Path, log: Path) -> None:
        self.socket = sockets / "broker.sock"
        data.mkdir(parents=True, exist_ok=True)
        super().__init__(
            name="The broker",
            command=[
                str(broker_program()),
                *("--port", "0"),
                *("--unixsocket", str(self.socket)),
                *("--unixsocketperm", "700"),
                *("--dir", str(data)),
                *("--save", ""),
                *("--appendonly", "yes"),
                *("--maxmemory-policy", "noeviction"),
            ],
            log=log,
        )

    def url(self) -> str:
        """Return the address Celery uses."""
        return f"redis+socket://{self.socket}"

    def start(self) -> None:
        """Start and wait for the socket."""
        super().start()
        self.wait_until(self.answers)

    def answers(self) -> bool:
        """Say whether it takes connections."""
        with socket.socket(socket.AF_UNIX) as client:
            try:
                client.connect(str(self.socket))
            except OSError:
                return False
        return True


def port_is_free(port: int) -> bool:
    """Say whether the web server could listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Web(Service):
    """A web server: the whole product, or what is open to everybody."""

    def __init__(
        self,
        port: int,
        log: Path,
        env: Mapping[str, str],
        *,
        name: str = "The web server",
        workers: int = 2,
    ) -> None:
        self.port = port
        super().__init__(
            name=name,
            command=[
                *(sys.executable, "-m", "granian"),
                *("--interface", "wsgi", "--host", "127.0.0.1"),
                *("--port", str(port), "--workers", str(workers)),
                *("--log-level", "warning"),
                "config.wsgi:application",
            ],
            log=log,
            env=env,
        )

    def start(self) -> None:
        """Start and wait until it answers."""
        super().start()
        self.wait_until(self.answers)

    def answers(self) -> bool:
        """Say whether it takes connections."""
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True


class BankID(Service):
    """BankID's simulator: nobody signs for real on one's own machine."""

    def __init__(self, data: Path, log: Path) -> None:
        self.note = data / "ready.json"
        # What a killed one left would lead nowhere.
        self.note.unlink(missing_ok=True)
        folder = ["--folder", str(data)]
        super().__init__(
            name="BankID's simulator",
            command=[sys.executable, "-m", "config.bankid_simulator", *folder],
            log=log,
        )

    def start(self) -> None:
        """Start and wait until it says where it is."""
        super().start()
        self.wait_until(self.note.exists)

    def settings(self) -> dict[str, str]:
        """Return the variables that name it."""
        found: dict[str, str] = json.loads(self.note.read_text())
        return found


def worker(log: Path, env: Mapping[str, str]) -> Service:
    """Return the Celery worker."""
    celery = [sys.executable, "-m", "celery", "-A", "config", "worker"]
    options = ["--concurrency", "2", "--loglevel", "WARNING", "--without-gossip"]
    return Service("The worker", [*celery, *options], log, env)


def beat(log: Path, env: Mapping[str, str]) -> Service:
    """Return Celery's clock."""
    celery = [sys.executable, "-m", "celery", "-A", "config", "beat"]
    pidless = ["--pidfile", "", "--loglevel", "WARNING"]
    return Service("Beat", [*celery, *pidless], log, env)

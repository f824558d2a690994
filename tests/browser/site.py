"""The product as users meet it: real web server, worker and beat on a database."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import psycopg

from config.local.household import ROOT
from config.local.services import Service, Web, beat, free_port, worker
from tests.browser import clock

SEPARATOR = b"\n" + b"-" * 79 + b"\n"


class Site:
    """One running installation with a data folder and a database of its own."""

    def __init__(self, name: str, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.clock_file = folder / "clock"
        self.database = f"justera_browser_{name}"
        server, _, _ = os.environ["DATABASE_URL"].rpartition("/")
        broker = os.environ["CELERY_BROKER_URL"]
        self.env = dict(os.environ) | {
            "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": f"{server}/{self.database}",
            # Each site has its own queue in the broker.
            "CELERY_BROKER_URL": f"{broker}?virtual_host={len(name)}",
            "DATA_DIR": str(folder),
            "SITE_URL": self.url,
            clock.VARIABLE: str(self.clock_file),
        }
        self.services: list[Service] = []

    def at(self, moment: datetime) -> None:
        """Let it be that moment for web, worker and beat."""
        clock.set_to(moment, self.clock_file)

    def make(self, *seed: str) -> None:
        """Make the database, its tables, the static files, and what the seed makes."""
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{self.database}" WITH (FORCE)')
            server.execute(f'CREATE DATABASE "{self.database}"')
        self.python("manage.py", "migrate", "--verbosity", "0")
        self.python("manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        self.python(*seed)

    def python(self, *words: str) -> None:
        """Run Python in the site's environment; its words are shown if it fails."""
        command = [sys.executable, *words]
        done = subprocess.run(
            command, env=self.env, cwd=ROOT, check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{words}: {done.stdout}\n{done.stderr}"

    def start(self) -> None:
        """Start what serves and what works."""
        logs = self.folder / "logs"
        self.services = [
            Web(self.port, logs / "web.log", self.env),
            worker(logs / "worker.log", self.env),
            beat(logs / "beat.log", self.env),
        ]
        for service in self.services:
            service.start()

    def stop(self) -> None:
        """End every process."""
        for service in reversed(self.services):
            service.stop()

    def trouble(self) -> str:
        """Return what the servers wrote; a healthy run is silent."""
        logs = sorted((self.folder / "logs").glob("*.log"))
        return "".join(f"\n{log.name}: {log.read_text()[-4000:]}" for log in logs)

    def mail(self) -> list[EmailMessage]:
        """Return what has been sent, oldest first."""
        files = sorted(
            (self.folder / "mail").glob("*"), key=lambda f: f.stat().st_mtime
        )
        parts = [part for file in files for part in file.read_bytes().split(SEPARATOR)]
        return [
            message_from_bytes(part, policy=policy.default)
            for part in parts
            if part.strip()
        ]

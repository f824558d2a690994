"""One of several pytest processes: takes the servers that were started for it.

Loaded by `-p`, before anything has read a setting.
"""

from __future__ import annotations

import json
import os

from config.local.household import SHARES


def take(env: dict[str, str]) -> dict[str, str]:
    """Return what names the servers of the process; nothing when it is the only one."""
    name = env.get("PYTEST_XDIST_WORKER", "")
    if not name:
        return {}
    # One that takes the place of a dead process has a new number and its servers.
    rows: list[dict[str, str]] = json.loads(env[SHARES])
    return rows[int(name.removeprefix("gw")) % len(rows)]


os.environ.update(take(dict(os.environ)))

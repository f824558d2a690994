"""The clock that web, worker and beat share: it goes on from the moment in a file."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

VARIABLE = "BROWSER_TEST_CLOCK"


def now() -> datetime:
    """Return the set moment and what has passed since it was set; or the real time."""
    real = datetime.now(UTC)
    try:
        text = Path(os.environ[VARIABLE]).read_text(encoding="ascii")
    except (KeyError, FileNotFoundError):
        return real
    return real + timedelta(seconds=float(text))


def set_to(moment: datetime, file: Path) -> None:
    """Let every process that reads the file live at that moment from now on."""
    ahead = moment - datetime.now(UTC)
    fresh = file.with_suffix(".new")
    fresh.write_text(str(ahead.total_seconds()), encoding="ascii")
    fresh.rename(file)

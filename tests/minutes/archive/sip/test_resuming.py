"""A package cut short anywhere goes on where it was, and is never half of one."""

from __future__ import annotations

import errno
import os
import random
import signal
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from hypothesis import given
from hypothesis import strategies as st

from boards.shared import outbox
from boards.shared.clock import local
from boards.shared.disk import WholeFileStorage
from boards.shared.models import HistoryEvent, OutboxMessage
from cases.case.models import Case
from minutes.archive.handlers import build_delivery
from minutes.archive.sip import building
from minutes.archive.sip.enums import SipState
from minutes.archive.sip.facts import (
    Aggregation,
    Agreement,
    Delivery,
    PackageFile,
    Record,
    of_bytes,
)
from minutes.archive.sip.models import SipPackage, SipProgress
from minutes.archive.sip.progress import Come
from minutes.archive.sip.resuming import Altered, Busy, unfinished_file
from minutes.archive.sip.writing import write_package
from tests.factories.kills import ends
from tests.minutes.archive.sip.test_deliveries import agreed, ordered  # noqa: F401
from tests.minutes.archive.sip.test_sip import case  # noqa: F401  a fixture

MADE = local(date(2020, 9, 29), 12)
KILLS = 100
serial = count()


def file_of(number: int, content: bytes) -> PackageFile:
    path = f"representations/rep1/data/{number:04d}/handling.bin"
    return of_bytes(path, "handling.bin", "application/octet-stream", MADE, content)


def delivery_of(*contents: bytes) -> Delivery:
    """A delivery of some handlingar, with no database behind it."""
    records = tuple(
        Record(
            key=f"{number}",
            number=number,
            title="Handling",
            kind="Handling",
            direction="incoming",
            dates=(("received", MADE.date()),),
            files=(file_of(number, content),),
        )
        for number, content in enumerate(contents, 1)
    )
    aggregation = Aggregation(
        "BUN 2020-1", "caseFile", "Ärende", (("opened", MADE.date()),), records
    )
    agreement = Agreement("Nämnden", "", "Alby kommun", "")
    return Delivery("paket", "Paket", MADE, agreement, (aggregation,), (), ())


def contents_of(chance: random.Random) -> list[bytes]:
    return [chance.randbytes(chance.choice([0, 1, 9_000, 40_000])) for _ in range(12)]


class KilledAt:
    """Ends its own process, as a power cut would, when it is told the n-th time."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, _come: Come) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def in_a_child(delivery: Delivery, folder: Path, killed_at: int) -> bool:
    """Write in a process of its own; say whether it was killed on the way."""
    pid = os.fork()
    if pid == 0:
        write_package(delivery, folder, tell=KilledAt(killed_at))
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def test_package_when_killed_a_hundred_times_then_never_half_and_always_the_same(
    tmp_path: Path,
) -> None:
    chance, kills = random.Random(7), 0
    while kills < KILLS:
        delivery = delivery_of(*contents_of(chance))
        whole, folder = (tmp_path / f"{next(serial)}" for _ in range(2))
        whole.mkdir()
        folder.mkdir()
        expected = write_package(delivery, whole).read_bytes()
        while in_a_child(delivery, folder, chance.randint(1, 40)):
            kills += 1
            assert [path.suffix for path in folder.iterdir()] == [".part"]
        assert [path.name for path in folder.iterdir()] == ["paket.zip"]
        assert (folder / "paket.zip").read_bytes() == expected


class StopsAfter:
    """Ends the writing when some files are there."""

    def __init__(self, files: int) -> None:
        self.files = files

    def __call__(self, come: Come) -> None:
        if come.files == self.files:
            raise KeyboardInterrupt


def cut_short(delivery: Delivery, folder: Path, files: int) -> Path:
    with pytest.raises(KeyboardInterrupt):
        write_package(delivery, folder, tell=StopsAfter(files))
    return folder / "paket.part"


def test_package_when_cut_short_then_what_holds_is_not_read_again(
    tmp_path: Path,
) -> None:
    chance = random.Random(1)
    delivery = delivery_of(*contents_of(chance))
    cut_short(delivery, tmp_path, 12)
    told: list[Come] = []
    write_package(delivery, tmp_path, tell=told.append)
    assert told[0].files == 12
    assert told[0].began_at == told[0].size > 0
    assert (told[-1].percent, told[-1].files) == (100, told[-1].of_files)


@given(at=st.integers(0, 200_000), bit=st.integers(0, 7), files=st.integers(1, 14))
def test_package_when_the_half_was_damaged_then_the_whole_is_right_all_the_same(
    tmp_path_factory: pytest.TempPathFactory, at: int, bit: int, files: int
) -> None:
    folder = tmp_path_factory.mktemp("skadad")
    delivery = delivery_of(*contents_of(random.Random(3)))
    half = cut_short(delivery, folder, files)
    content = bytearray(half.read_bytes())
    if content:
        content[at % len(content)] ^= 1 << bit
        half.write_bytes(content)
    built = write_package(delivery, folder)
    other = tmp_path_factory.mktemp("hel")
    assert built.read_bytes() == write_package(delivery, other).read_bytes()


def test_package_when_the_facts_changed_between_then_of_the_new_ones(
    tmp_path: Path,
) -> None:
    first = delivery_of(b"a" * 9000, b"b" * 9000)
    cut_short(first, tmp_path, 6)
    second = replace(first, title="Annat")
    built = write_package(second, tmp_path)
    with ZipFile(built) as archive:
        assert archive.testzip() is None
        assert b"Annat" in archive.read("paket/METS.xml")


def test_package_when_somebody_else_writes_it_then_left_alone(tmp_path: Path) -> None:
    with unfinished_file(tmp_path / "paket.part"), pytest.raises(Busy):
        write_package(delivery_of(b"x"), tmp_path)
    assert write_package(delivery_of(b"x"), tmp_path).exists()


def test_package_when_a_file_is_longer_than_registered_then_refused(
    tmp_path: Path,
) -> None:
    delivery = delivery_of(b"x" * 50)
    (aggregation,) = delivery.aggregations
    (record,) = aggregation.records
    short = replace(record.files[0], size=10)
    changed = replace(aggregation, records=(replace(record, files=(short,)),))
    with pytest.raises(Altered):
        write_package(replace(delivery, aggregations=(changed,)), tmp_path)
    assert not list(tmp_path.iterdir())


def test_storage_when_cut_short_then_no_half_file_has_the_name(tmp_path: Path) -> None:
    class Cut:
        name = "x"

        def chunks(self, _size: int | None = None) -> Any:
            yield b"half"
            raise KeyboardInterrupt

    storage = WholeFileStorage(location=tmp_path)
    with pytest.raises(KeyboardInterrupt):
        storage._save("ab/abc", Cut())
    assert not storage.exists("ab/abc")
    assert storage.save("ab/abc", ContentFile(b"hel")) == "ab/abc"


# The worker.


def test_worker_when_killed_at_any_statement_then_it_ends_with_one_package(
    agreed: Case,  # noqa: F811  the fixture
) -> None:
    package = ordered(agreed)
    number = 1
    while not ends(lambda: build_delivery(package.pk), number):
        package.refresh_from_db()
        assert (package.state, package.file) == (SipState.ORDERED, None)
        number += 1
    package.refresh_from_db()
    assert package.state == SipState.BUILT
    kept = HistoryEvent.objects.filter(code="sip.kept", object_id=package.pk)
    assert kept.count() == 1
    assert number > 15
    assert not SipProgress.objects.exists()


def worked(package: SipPackage) -> SipPackage:
    row = OutboxMessage.objects.get(kind="sip.build", object_id=package.pk)
    outbox.carry_out(row.pk)
    package.refresh_from_db()
    return package


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "full"),
        (OSError(errno.ETIMEDOUT, "Connection timed out"), "nytt försök"),
        (ConnectionResetError("slow"), "nytt försök"),
    ],
)
def test_worker_when_the_store_fails_then_its_page_says_so_and_it_goes_on_later(
    agreed: Case,  # noqa: F811  the fixture
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    said: str,
) -> None:
    package = ordered(agreed)

    def failing(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(building, "store_stream", failing)
        worked(package)
    assert package.state == SipState.ORDERED
    assert said in package.fault
    assert worked(package).state == SipState.BUILT
    assert package.fault == ""


def test_worker_when_a_file_is_missing_then_it_is_named(
    agreed: Case,  # noqa: F811  the fixture
) -> None:
    package = ordered(agreed)
    file = agreed.documents.order_by("act_number").last().file
    default_storage.delete(file.path)
    assert worked(package).state == SipState.FAILED
    assert f"{agreed.documents.count():04d}" in package.fault


def test_worker_when_it_is_done_then_nothing_is_left_in_its_folder(
    agreed: Case,  # noqa: F811  the fixture
    settings: Any,
    tmp_path: Path,
) -> None:
    settings.BUILD_DIR = tmp_path
    (tmp_path / "999").mkdir()
    worked(ordered(agreed))
    assert not list(tmp_path.iterdir())


def test_worker_when_it_writes_then_its_page_hears_how_far_it_has_come(
    agreed: Case,  # noqa: F811  the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    package = ordered(agreed)

    def cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "check_package", cut)
    with pytest.raises(KeyboardInterrupt):
        build_delivery(package.pk)
    come = SipProgress.objects.get(package=package).come
    assert (come.percent, come.files) == (100, come.of_files)

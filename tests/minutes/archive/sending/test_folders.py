"""A file gets into a folder whole or not at all, whatever happens on the way."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import signal
import sys
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.archive.sending import folders
from minutes.archive.sending.folders import Damaged, Occupied, deliver_file

KILLS = 100
NAME = "paket.zip"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def delivered(content: bytes, folder: Path, sums: str = "") -> list[int]:
    told: list[int] = []
    digest = sums or sha256(content)
    deliver_file(BytesIO(content), NAME, digest, folder, told.append)
    return told


def there(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def whole(content: bytes) -> dict[str, bytes]:
    listed = f"{sha256(content)}  {NAME}\n".encode()
    return {NAME: content, f"{NAME}.sha256": listed}


class KilledAtCall:
    """Ends its own process, as a power cut would, at the n-th call of any function."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, *_event: object) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def in_a_child(content: bytes, folder: Path, killed_at: int) -> bool:
    """Deliver in a process of its own; say whether it was killed on the way."""
    pid = os.fork()
    if pid == 0:
        sys.setprofile(KilledAtCall(killed_at))
        delivered(content, folder)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def test_delivery_when_killed_a_hundred_times_then_never_half_a_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "PIECE", 1000)
    chance, kills, seen, serial = random.Random(11), 0, set(), count()
    while kills < KILLS:
        content = chance.randbytes(chance.choice([0, 999, 1000, 12_345]))
        folder = tmp_path / f"{next(serial)}"
        folder.mkdir()
        while in_a_child(content, folder, chance.randint(1, 900)):
            kills += 1
            found = there(folder)
            seen.add(frozenset(found))
            assert found.get(NAME, content) == content
            # The checksum comes last: whoever waits for it finds the package whole.
            if f"{NAME}.sha256" in found:
                assert NAME in found
        assert there(folder) == whole(content)
    assert len(seen) >= 3


@given(st.binary(max_size=9000), st.binary(max_size=9000))
def test_delivery_when_anything_lies_half_sent_then_the_package_is_right(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, half: bytes
) -> None:
    folder = tmp_path_factory.mktemp("in")
    (folder / f"{NAME}.part").write_bytes(half)
    delivered(content, folder)
    assert there(folder) == whole(content)


def test_delivery_when_twice_then_once_and_another_file_is_never_written_over(
    tmp_path: Path,
) -> None:
    delivered(b"paketet", tmp_path)
    delivered(b"paketet", tmp_path)
    with pytest.raises(Occupied):
        delivered(b"ett annat", tmp_path)
    assert there(tmp_path) == whole(b"paketet")


def test_delivery_when_the_place_alters_the_file_then_nothing_has_the_name(
    tmp_path: Path,
) -> None:
    with pytest.raises(Damaged):
        delivered(b"paketet", tmp_path, sha256(b"som det var"))
    assert there(tmp_path) == {}


def test_delivery_when_the_store_is_full_then_goes_on_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(folders.os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            delivered(b"x" * 5000, tmp_path)
    assert list(there(tmp_path)) == [f"{NAME}.part"]
    delivered(b"x" * 5000, tmp_path)
    assert there(tmp_path) == whole(b"x" * 5000)

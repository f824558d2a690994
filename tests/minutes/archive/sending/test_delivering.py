"""A file gets to an e-archive whole or not at all, whatever way it goes."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.archive.sending import buckets, delivering
from minutes.archive.sending.delivering import Parcel
from minutes.archive.sending.errors import Damaged, Occupied
from tests.minutes.archive.sending.servers import Archive

KILLS = 100
NAME = "paket.zip"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def delivered(content: bytes, archive: Archive, sums: str = "") -> list[int]:
    told: list[int] = []
    parcel = Parcel(BytesIO(content), NAME, sums or sha256(content))
    archive.target.deliver(parcel, told.append)
    return told


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


def in_a_child(content: bytes, archive: Archive, killed_at: int) -> bool:
    """Deliver in a process of its own; say whether it was killed on the way."""
    pid = os.fork()
    if pid == 0:
        sys.setprofile(KilledAtCall(killed_at))
        delivered(content, archive)
        sys.setprofile(None)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def calls(content: bytes, archive: Archive) -> int:
    """Count the calls one delivery makes."""
    count = KilledAtCall(0)
    sys.setprofile(count)
    try:
        delivered(content, archive)
    finally:
        sys.setprofile(None)
    return -count.left


def test_delivery_when_killed_a_hundred_times_then_never_half_a_package(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "PIECE", 1000)
    monkeypatch.setattr(buckets, "PART_SIZE", 3000)
    chance, kills, seen = random.Random(11), 0, set()
    most = calls(chance.randbytes(12_345), archive)
    archive.clear()
    while kills < KILLS:
        content = chance.randbytes(chance.choice([0, 999, 1000, 12_345]))
        limit = chance.randint(1, most)
        while in_a_child(content, archive, limit):
            kills += 1
            # What is begun again has more to read through than what is begun.
            limit += chance.randint(1, most)
            found = archive.there()
            seen.add(frozenset(found))
            assert found.get(NAME, content) == content
            # The checksum comes last: whoever waits for it finds the package whole.
            if f"{NAME}.sha256" in found:
                assert NAME in found
        assert archive.there() == whole(content)
        archive.clear()
    assert len(seen) >= 2


@given(content=st.binary(max_size=9000), half=st.binary(max_size=9000))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_delivery_when_anything_lies_half_sent_then_the_package_is_right(
    archive: Archive, content: bytes, half: bytes
) -> None:
    archive.clear()
    if not isinstance(archive.target, buckets.BucketTarget):
        archive.put(f"{NAME}.part", half)
    delivered(content, archive)
    assert archive.there() == whole(content)


def test_delivery_when_twice_then_once_and_another_file_is_never_written_over(
    archive: Archive,
) -> None:
    delivered(b"paketet", archive)
    delivered(b"paketet", archive)
    with pytest.raises(Occupied):
        delivered(b"ett annat", archive)
    assert archive.there() == whole(b"paketet")


def test_delivery_when_the_place_alters_the_file_then_nothing_has_the_name(
    archive: Archive,
) -> None:
    with pytest.raises(Damaged):
        delivered(b"paketet", archive, sha256(b"som det var"))
    assert archive.there() == {}


def test_delivery_when_under_way_then_told_how_much(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "PIECE", 1000)
    monkeypatch.setattr(buckets, "PART_SIZE", 1000)
    assert delivered(b"x" * 2500, archive) == [1000, 2000, 2500]
    assert archive.there() == whole(b"x" * 2500)

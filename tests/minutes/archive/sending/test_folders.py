"""What only a folder of our own can do to a delivery."""

from __future__ import annotations

import errno
from io import BytesIO
from pathlib import Path

import pytest

from minutes.archive.sending import folders
from minutes.archive.sending.delivering import Parcel
from minutes.archive.sending.folders import FolderTarget
from tests.minutes.archive.sending.test_delivering import NAME, sha256, whole


def delivered(content: bytes, folder: Path) -> None:
    parcel = Parcel(BytesIO(content), NAME, sha256(content))
    FolderTarget("mapp", "Mapp", folder).deliver(parcel, lambda _sent: None)


def there(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


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

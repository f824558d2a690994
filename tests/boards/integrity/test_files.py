"""A stored file that is lost, cut or changed is found and named."""

from collections import Counter
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage, storages
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from boards.integrity import checks, files
from boards.integrity.checks import Fault, Looked
from boards.integrity.files import look_at_files
from boards.shared.files import store_file
from boards.shared.models import StoredFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A real folder, as in production."""
    backend = "django.core.files.storage.FileSystemStorage"
    options = {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path)}}
    with override_settings(STORAGES={"default": options}):
        assert isinstance(storages["default"], FileSystemStorage)
        yield tmp_path


@pytest.fixture
def stored(disk: Path) -> StoredFile:
    store_file(b"en annan", "text/plain")
    return store_file(b"ett protokoll", "text/plain")


def found() -> tuple[list[Fault], Looked]:
    looked: Looked = Counter()
    return list(look_at_files(looked)), looked


def test_files_when_nobody_touched_them_then_all_are_read(stored: StoredFile) -> None:
    assert found() == ([], Counter(files=2, bytes=21))


def test_files_when_one_is_changed_then_it_is_named(
    disk: Path, stored: StoredFile
) -> None:
    (disk / stored.path).write_bytes(b"ett protokolk")
    [fault], _looked = found()
    assert (fault.where, fault.code) == (stored.path, "integrity.file_changed")
    assert stored.sha256 in str(fault)


def test_files_when_one_is_cut_then_both_lengths_are_told(
    disk: Path, stored: StoredFile
) -> None:
    (disk / stored.path).write_bytes(b"ett")
    [fault], _looked = found()
    assert fault.code == "integrity.file_length"
    assert fault.values == {"id": stored.pk, "size": 3, "expected": 13}


def test_files_when_one_is_removed_then_the_others_are_read_still(
    disk: Path, stored: StoredFile
) -> None:
    (disk / stored.path).unlink()
    [fault], looked = found()
    assert (fault.where, fault.code) == (stored.path, "integrity.file_missing")
    assert looked["files"] == 2


def test_files_when_one_cannot_be_read_then_that_is_said(
    disk: Path, stored: StoredFile
) -> None:
    (disk / stored.path).unlink()
    (disk / stored.path).mkdir()
    [fault], _looked = found()
    assert fault.code == "integrity.file_unreadable"


def test_files_when_one_was_disposed_of_then_it_is_no_fault(
    disk: Path, stored: StoredFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    (disk / stored.path).unlink()
    monkeypatch.setattr(files, "removed", [lambda keys: {stored.pk} & set(keys)])
    assert found() == ([], Counter(files=1, bytes=8, files_disposed=1))


def test_files_when_there_are_many_then_pieces_of_a_size_are_asked_for(
    stored: StoredFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        store_file(f"{number}".encode(), "text/plain")
    rows = StoredFile.objects.all()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        sizes = [len(piece) for piece in checks.pieces(rows, 4)]
    assert (sizes, len(asked)) == ([4, 4, 2], 4)

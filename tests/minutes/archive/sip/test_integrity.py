"""Deliveries in the check of everything: replaced and damaged ones are told."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.files import store_file
from cases.case.models import Case
from minutes.archive.sip.checking import check_package
from minutes.archive.sip.integrity import look_at_deliveries
from minutes.archive.sip.models import SipPackage
from tests.minutes.archive.sip.test_deliveries import agreed, built  # noqa: F401
from tests.minutes.archive.sip.test_resuming import delivery_of, write_package
from tests.minutes.archive.sip.test_sip import DAMAGES, case  # noqa: F401

pytestmark = pytest.mark.law("S-06")


@pytest.fixture
def package(agreed: Case) -> SipPackage:  # noqa: F811  the fixture
    return built(agreed)


def codes() -> list[str]:
    looked: Counter[str] = Counter()
    found = [fault.code for fault in look_at_deliveries(looked)]
    assert looked["deliveries"] == SipPackage.objects.count()
    return found


def laid_where_it_is_kept(package: SipPackage, content: bytes) -> None:
    assert package.file is not None
    default_storage.delete(package.file.path)
    default_storage.save(package.file.path, ContentFile(content))


def test_delivery_when_as_it_was_built_then_no_fault(package: SipPackage) -> None:
    assert codes() == []
    assert package.files > 0


def test_delivery_when_its_row_points_at_another_file_then_told(
    package: SipPackage,
) -> None:
    assert package.file is not None
    other = store_file(package.file.read() + b"\n", "application/zip")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE minutes_sippackage SET file_id = %s", [other.pk])
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
    assert "integrity.package_replaced" in codes()


def without(content: bytes, ending: str) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w") as made:
        for info in source.infolist():
            if not info.filename.endswith(ending):
                made.writestr(info, source.read(info))
    return target.getvalue()


@pytest.mark.parametrize("ending", ["historik.json", "METS.xml", "premis.xml", ".pdf"])
def test_delivery_when_a_file_is_gone_from_it_then_told(
    package: SipPackage, ending: str
) -> None:
    assert package.file is not None
    laid_where_it_is_kept(package, without(package.file.read(), ending))
    assert codes() == ["integrity.package_damaged"]


def test_delivery_when_its_file_is_gone_or_no_zip_then_told(
    package: SipPackage,
) -> None:
    assert package.file is not None
    laid_where_it_is_kept(package, b"something else")
    assert codes() == ["integrity.package_damaged"]
    default_storage.delete(package.file.path)
    assert codes() == ["integrity.package_damaged"]


@given(at=st.integers(0, 10_000_000), bit=st.integers(0, 7))
def test_package_when_a_bit_is_turned_then_found_or_the_content_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, at: int, bit: int
) -> None:
    folder = tmp_path_factory.mktemp("bit")
    path = write_package(delivery_of(b"a" * 3000, b"", b"c" * 700), folder)
    whole = path.read_bytes()
    content = bytearray(whole)
    content[at % len(content)] ^= 1 << bit
    if not check_package(BytesIO(content)).faults:
        # What a reader gets is then the same: a bit of the zip's own that says nothing.
        assert unpacked(bytes(content)) == unpacked(whole)


def unpacked(content: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]

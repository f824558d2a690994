"""Readers we did not write agree with ours, on whole files and on every change."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from boards.shared.paper.pdf import render_pdf
from boards.shared.seal.authority import Authority
from boards.shared.seal.differences import with_changes
from boards.shared.seal.errors import SealError
from boards.shared.seal.evidence import Signed
from boards.shared.seal.pades import sign_pdf, untouched, verify_pdf
from boards.shared.seal.reports import Change, Level
from tests.boards.shared.paper.model_minutes import model_minutes
from tests.boards.shared.seal.making import MOMENTS, signing
from tests.boards.shared.seal.readers import (
    blobs,
    openssl_verifies,
    openssl_verifies_stamp,
    poppler_says_valid,
    pyhanko_passes,
    total_is_signed,
)

pytestmark = [
    pytest.mark.law("P-08"),
    pytest.mark.skipif(
        not (shutil.which("pdfsig") and shutil.which("openssl")),
        reason="poppler-utils or openssl is missing",
    ),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]


def says_whole(pdf: bytes, authority: Authority) -> bool:
    try:
        return untouched(verify_pdf(pdf, authority))
    except SealError:
        return False


def swapped(pdf: bytes) -> bytes:
    """Return the file with its first two pages in the other order."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    kids = writer.root["/Pages"]["/Kids"]
    first, second = kids.raw_get(0), kids.raw_get(1)
    kids[0], kids[1] = second, first
    writer.update_container(kids)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def appended(pdf: bytes) -> bytes:
    """Return the file with a revision that says another title."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    writer.root["/Lang"] = generic.pdf_string("en")
    writer.update_root()
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def moved(pdf: bytes, other: bytes) -> bytes:
    """Return the file with the container of the other's last signature."""
    ranges = [
        [
            int(number)
            for number in PdfFileReader(BytesIO(one), strict=False)
            .embedded_regular_signatures[-1]
            .byte_range
        ]
        for one in (pdf, other)
    ]
    (_, begin, end, _), (_, from_begin, from_end, _) = ranges
    container = other[from_begin + 1 : from_end - 1]
    room = end - begin - 2
    container = container[:room].ljust(room, b"0")
    return pdf[: begin + 1] + container + pdf[end - 1 :]


def test_readers_when_three_signed_then_all_agree(
    revisions: list[bytes], authority: Authority, tmp_path: Path
) -> None:
    assert total_is_signed(revisions[3], tmp_path)
    for count, pdf in enumerate(revisions[1:], 1):
        assert poppler_says_valid(pdf, tmp_path) == count
        assert says_whole(pdf, authority)
        found = blobs(pdf)
        assert len(found) == count
        for blob in found:
            assert openssl_verifies(blob, authority, tmp_path)
            assert openssl_verifies_stamp(blob, authority, tmp_path)


def test_readers_when_archived_then_all_agree_years_later(
    archived: bytes, authority: Authority, tmp_path: Path
) -> None:
    reports = verify_pdf(archived, authority)
    assert {report.level for report in reports} == {Level.LTA}
    assert untouched(reports)
    assert poppler_says_valid(archived, tmp_path) == 3
    assert pyhanko_passes(archived, authority) == [True] * 3
    for blob in blobs(archived):
        assert openssl_verifies(blob, authority, tmp_path)
        assert openssl_verifies_stamp(blob, authority, tmp_path)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_readers_when_a_signed_byte_is_changed_then_all_see_it(
    signatures: list[Signed],
    authority: Authority,
    tmp_path: Path,
    place: float,
    bit: int,
) -> None:
    pdf = signatures[-1].pdf
    last = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures[-1]
    _, size, start, length = (int(number) for number in last.byte_range)
    offset = int((size + length) * place)
    offset = offset if offset < size else start + offset - size
    changed = pdf[:offset] + bytes([pdf[offset] ^ 1 << bit]) + pdf[offset + 1 :]
    assert not says_whole(changed, authority)
    assert poppler_says_valid(changed, tmp_path) < 3
    cut = blobs(pdf)[-1]
    content = changed[:size] + changed[start : start + length]
    assert not openssl_verifies(
        type(cut)(content, cut.container, cut.value, cut.stamp, cut.at),
        authority,
        tmp_path,
    )


def test_readers_when_two_pages_are_swapped_then_all_see_it(
    revisions: list[bytes], authority: Authority, tmp_path: Path
) -> None:
    changed = swapped(revisions[3])
    reports = with_changes(changed, verify_pdf(changed, authority))
    assert not untouched(reports)
    assert {report.change for report in reports} == {Change.OTHER}
    assert not total_is_signed(changed, tmp_path)


def test_readers_when_a_revision_is_appended_then_all_see_it(
    revisions: list[bytes], authority: Authority, tmp_path: Path
) -> None:
    changed = appended(revisions[3])
    reports = with_changes(changed, verify_pdf(changed, authority))
    assert not untouched(reports)
    assert {report.change for report in reports} == {Change.OTHER}
    assert not total_is_signed(changed, tmp_path)


def test_readers_when_a_signature_is_moved_to_another_file_then_all_see_it(
    revisions: list[bytes], authority: Authority, tmp_path: Path
) -> None:
    other = render_pdf(model_minutes())
    signed = sign_pdf(appended(other), signing("secretary"), authority).pdf
    changed = moved(signed, revisions[1])
    assert not says_whole(changed, authority)
    assert poppler_says_valid(changed, tmp_path) == 0
    assert not openssl_verifies(blobs(changed)[0], authority, tmp_path)


def test_with_changes_when_ours_then_only_signatures_followed(
    archived: bytes, authority: Authority
) -> None:
    reports = with_changes(archived, verify_pdf(archived, authority))
    changes = {report.field: report.change for report in reports}
    first, second, last = MOMENTS
    assert changes[first] == changes[second] == Change.FILLED_IN
    assert changes[last] == Change.ARCHIVED

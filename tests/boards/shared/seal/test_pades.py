"""Signatures in a PDF: each adds to the file, and every change is seen."""

import itertools
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boards.shared.paper.pdf import render_pdf
from boards.shared.seal.authority import Authority, load_authority
from boards.shared.seal.pades import (
    SealError,
    Signing,
    appearance_text,
    sign_pdf,
    untouched,
    verify_pdf,
)
from tests.boards.shared.paper.model_minutes import model_minutes
from tests.boards.shared.paper.reading import page_texts, squeezed
from tests.boards.shared.seal.making import MOMENTS, signing


@pytest.mark.law("P-08")
def test_sign_pdf_when_three_sign_then_each_keeps_the_bytes_before(
    revisions: list[bytes],
) -> None:
    for before, after in itertools.pairwise(revisions):
        assert after.startswith(before)
        assert len(after) > len(before)


@pytest.mark.law("P-08")
def test_verify_pdf_when_three_signed_then_all_are_valid_at_their_own_time(
    revisions: list[bytes], authority: Authority
) -> None:
    reports = verify_pdf(revisions[3], authority)
    assert [(r.field, r.signer, r.role) for r in reports] == [
        (field, name, role) for field, (name, role, _h, _m) in MOMENTS.items()
    ]
    assert [r.at for r in reports] == [signing(field).at for field in MOMENTS]
    assert [r.length for r in reports] == [len(one) for one in revisions[1:]]
    assert untouched(reports)


def test_verify_pdf_when_nobody_signed_then_no_reports(revisions: list[bytes]) -> None:
    assert verify_pdf(revisions[0]) == []
    assert not untouched([])


@pytest.mark.law("P-08")
@pytest.mark.parametrize("place", [0.3, 0.5, 0.7])
def test_verify_pdf_when_a_byte_is_turned_then_it_is_seen(
    revisions: list[bytes], authority: Authority, place: float
) -> None:
    changed = bytearray(revisions[3])
    changed[int(len(revisions[0]) * place)] ^= 1
    reports = verify_pdf(bytes(changed), authority)
    assert not any(report.intact for report in reports)


def test_untouched_when_something_was_added_afterwards_then_no(
    revisions: list[bytes], authority: Authority, tmp_path: Path
) -> None:
    other = load_authority(tmp_path)
    added = sign_pdf(revisions[2], signing("approver-1"), other).pdf
    assert not untouched(verify_pdf(added, authority))
    appended = revisions[3] + b"\n% something more\n"
    assert not untouched(verify_pdf(appended, authority))


def test_sign_pdf_when_the_field_is_signed_then_refuses(
    revisions: list[bytes], authority: Authority
) -> None:
    with pytest.raises(SealError, match="is signed"):
        sign_pdf(revisions[1], signing("secretary"), authority)


def test_sign_pdf_when_there_is_no_such_field_then_refuses(
    authority: Authority,
) -> None:
    plain = render_pdf(model_minutes(blocks=()))
    with pytest.raises(SealError, match="no signature field"):
        sign_pdf(plain, signing("chair"), authority)


def test_sign_pdf_when_time_has_no_zone_then_refuses(
    revisions: list[bytes], authority: Authority
) -> None:
    naive = Signing("chair", "G", "O", datetime(2020, 9, 29))
    with pytest.raises(SealError, match="time zone"):
        sign_pdf(revisions[0], naive, authority)


@pytest.mark.parametrize("data", [b"", b"no pdf"])
def test_verify_pdf_when_it_is_no_pdf_then_says_so(data: bytes) -> None:
    with pytest.raises(SealError):
        verify_pdf(data)


def test_sign_pdf_when_shown_then_name_role_and_local_time_are_in_the_field(
    revisions: list[bytes],
) -> None:
    front = squeezed(page_texts(revisions[3])[0])
    assert "Göran Ekström, Ordförande" in front
    assert "Underskrivet digitalt 2020-09-29 12:05:00" in front


def test_appearance_text_when_the_name_has_a_percent_sign_then_it_stays() -> None:
    at = datetime(2020, 9, 29, 10, tzinfo=UTC)
    assert appearance_text(Signing("f", "A %s", "", at)).startswith("A %s\n")

"""What a file's format means to the archive (R-03)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.preservation.enums import Outcome, Program, Reason
from cases.preservation.rules import (
    CONTAINERS,
    OFFICE,
    PDF,
    PDF_A,
    Seen,
    Verdict,
    is_faithful,
    judged,
)
from config.settings.base import PRESERVATION_FORMATS

PDF_A_2B = Seen("fmt/477", "PDF/A", PDF, pages=3)
SIGNED = Verdict(Outcome.KEPT, Reason.SIGNED)
seen = st.builds(
    Seen,
    puid=st.sampled_from(["", "fmt/18", "fmt/412", "fmt/278", *PDF_A, *CONTAINERS]),
    media_type=st.sampled_from(["", PDF, "message/rfc822", *OFFICE]),
    is_broken=st.booleans(),
    is_encrypted=st.booleans(),
    is_signed=st.booleans(),
    is_belied=st.booleans(),
    pages=st.integers(0, 3),
)


@pytest.mark.parametrize(
    ("file", "verdict"),
    [
        (PDF_A_2B, Verdict(Outcome.FIT)),
        (Seen("fmt/18", "", PDF), Verdict(program=Program.GHOSTSCRIPT)),
        (replace(PDF_A_2B, is_belied=True), Verdict(program=Program.GHOSTSCRIPT)),
        (Seen("fmt/18", "", PDF, is_signed=True), SIGNED),
        (Seen("fmt/412", "", min(OFFICE)), Verdict(program=Program.LIBREOFFICE)),
        (Seen("fmt/278", "", "message/rfc822"), Verdict(reason=Reason.NO_WAY)),
        (Seen("fmt/18", "", PDF, is_encrypted=True), Verdict(reason=Reason.ENCRYPTED)),
        (Seen("fmt/494"), Verdict(reason=Reason.ENCRYPTED)),
        (Seen("fmt/477", "", PDF, is_broken=True), Verdict(reason=Reason.BROKEN)),
        (Seen("x-fmt/263", "", "application/zip"), Verdict(reason=Reason.UNKNOWN)),
        (Seen(), Verdict(reason=Reason.UNKNOWN)),
    ],
)
def test_judged_when_seen_then_that_becomes_of_it(file: Seen, verdict: Verdict) -> None:
    assert judged(file, PRESERVATION_FORMATS) == verdict


@given(seen)
def test_judged_when_anything_then_kept_converted_or_told(file: Seen) -> None:
    verdict = judged(file, PRESERVATION_FORMATS)
    is_told = verdict.outcome == Outcome.UNSETTLED and verdict.reason != Reason.NONE
    is_kept = verdict.outcome in {Outcome.FIT, Outcome.KEPT}
    assert [verdict.program is not None, is_kept, is_told].count(True) == 1


@given(seen)
def test_judged_when_signed_then_never_converted(file: Seen) -> None:
    verdict = judged(file, PRESERVATION_FORMATS)
    assert not (file.is_signed and verdict.program)


@given(seen, seen)
def test_copy_when_faithful_then_pdf_a_with_every_page(copy: Seen, file: Seen) -> None:
    if is_faithful(copy, file, PRESERVATION_FORMATS):
        assert copy.puid in PDF_A
        assert copy.pages == file.pages or not file.pages
        assert not copy.is_broken
        assert not copy.is_belied


def test_copy_when_a_page_is_lost_then_not_faithful() -> None:
    assert is_faithful(PDF_A_2B, PDF_A_2B, PRESERVATION_FORMATS)
    assert not is_faithful(Seen("fmt/477", "", PDF, pages=2), PDF_A_2B, PDF_A)
    assert not is_faithful(PDF_A_2B, PDF_A_2B, {"fmt/95"})

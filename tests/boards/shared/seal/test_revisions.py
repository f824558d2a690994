"""A file is compared with those we issued by the bytes alone."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boards.shared.seal.revisions import Comparison, Likeness, compare_revisions

FIRST, SECOND, THIRD = b"first", b"first second", b"first second third"


def known(*revisions: bytes) -> list[tuple[int, str]]:
    return [(len(one), sha256(one).hexdigest()) for one in revisions]


KNOWN = known(FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    ("pdf", "said"),
    [
        (THIRD, Comparison(Likeness.IDENTICAL, 3)),
        (FIRST, Comparison(Likeness.EARLIER, 1)),
        (THIRD + b"!", Comparison(Likeness.APPENDED, 3, 1)),
        (SECOND + b"!", Comparison(Likeness.APPENDED, 2, 1)),
        (b"first second THIRD", Comparison(Likeness.ALTERED, 3, 6)),
        (b"First second third", Comparison(Likeness.ALTERED, 1)),
        (b"something quite different", Comparison(Likeness.FOREIGN)),
        (b"", Comparison(Likeness.FOREIGN)),
    ],
)
def test_compare_revisions_when_read_then_says_how_it_stands_to_ours(
    pdf: bytes, said: Comparison
) -> None:
    assert compare_revisions(pdf, KNOWN) == said


def test_compare_revisions_when_nothing_is_known_then_foreign() -> None:
    assert compare_revisions(THIRD, []).likeness == Likeness.FOREIGN


@given(st.integers(0, len(THIRD) - 1), st.integers(1, 255))
def test_compare_revisions_when_any_byte_differs_then_altered_where_it_is(
    offset: int, difference: int
) -> None:
    changed = bytearray(THIRD)
    changed[offset] ^= difference
    where = 1 if offset < len(FIRST) else 2 if offset < len(SECOND) else 3
    found = compare_revisions(bytes(changed), KNOWN)
    assert (found.likeness, found.revision) == (Likeness.ALTERED, where)

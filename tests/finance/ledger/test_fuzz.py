import io

from hypothesis import example, given, settings
from hypothesis import strategies as st

from finance.ledger.sie.reader import KNOWN, Collected, read
from tests.finance.ledger.sie_files import HEAD, VOUCHER, content_of

WHOLE = content_of(*HEAD, *VOUCHER, *VOUCHER[:3], "}")
labels = st.sampled_from(sorted(KNOWN)).map(lambda label: label.encode())
PIECES = b' \t " { } \\ 0 -1 20200101 202001 1930 5011 1.00 -1.00 1,5 1.005 \x84 \0'
ENDS = [b" ", b"\t", b"\n", b"\r\n"]
bits = st.sampled_from([*ENDS, *PIECES.split(b" ")]) | labels


def survives(content: bytes) -> None:
    """Reading ends, and what is given away is whole and balanced."""
    found = Collected()
    ledger = read(io.BytesIO(content), found)
    assert len(found.vouchers) == ledger.vouchers
    for problem in (*ledger.problems, *ledger.notes):
        assert 0 <= problem.line <= content.count(b"\n") + content.count(b"\r") + 1


@settings(max_examples=400)
@given(st.binary(max_size=400))
def test_any_bytes_are_survived(content: bytes) -> None:
    survives(content)


@given(st.lists(bits, max_size=80).map(b"".join))
def test_any_pieces_of_the_format_are_survived(content: bytes) -> None:
    survives(b"#FLAGGA 0\n#RAR 0 20200101 20201231\n" + content)


@example(0, 0, b"\x00\n")
@example(len(WHOLE), len(WHOLE), b"\x01")
@settings(max_examples=400)
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)), st.binary(max_size=5))
def test_any_damage_to_a_file_is_survived(at: int, to: int, put: bytes) -> None:
    survives(WHOLE[: min(at, to)] + put + WHOLE[max(at, to) :])


@given(st.lists(bits, max_size=12).map(b" ".join))
def test_the_fast_way_and_the_careful_way_agree(row: bytes) -> None:
    """A lower-case label always goes the careful way."""
    answers = []
    for label in (b"#TRANS ", b"#trans "):
        line = label + row.replace(b"\n", b"").replace(b"\r", b"")
        found = Collected()
        content = content_of(*HEAD, *VOUCHER[:2]) + line + b"\n}\n"
        ledger = read(io.BytesIO(content), found)
        rows = [v.rows for v in found.vouchers]
        answers.append((rows, [(p.line, p.code) for p in ledger.problems]))
    assert answers[0] == answers[1]

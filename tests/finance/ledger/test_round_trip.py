import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finance.ledger.sie.facts import Ledger, Period, Voucher
from finance.ledger.sie.reader import Collected, read
from finance.ledger.sie.writer import FIRST, write
from tests.finance.ledger.sie_files import (
    HEAD,
    VOUCHER,
    budgets,
    content_of,
    ledgers,
    vouchers,
)


def said(ledger: Ledger, found: Collected) -> dict[str, object]:
    """Everything but the numbers of the lines."""
    head = sorted(ledger.head, key=lambda one: one[0] not in FIRST)
    return {
        "head": head,
        "years": ledger.years,
        "accounts": ledger.accounts,
        "dimensions": ledger.dimensions,
        "objects": ledger.objects,
        "balances": [b._replace(line=0) for b in ledger.balances.values()],
        "of objects": [b._replace(line=0) for b in found.balances],
        "periods": [p._replace(line=0) for p in found.periods],
        "vouchers": [
            v._replace(line=0, rows=tuple(row._replace(line=0) for row in v.rows))
            for v in found.vouchers
        ],
    }


def read_content(content: bytes) -> tuple[Ledger, Collected]:
    found = Collected()
    return read(io.BytesIO(content), found), found


@given(ledgers(), vouchers(), budgets, st.booleans())
def test_what_is_written_is_read_back(
    ledger: Ledger, booked: list[Voucher], budget: list[Period], is_summed: bool
) -> None:
    given_ = Collected()
    given_.vouchers.extend(booked)
    given_.periods.extend(budget)
    content = write(ledger, booked, budget, is_summed=is_summed)
    read_ledger, found = read_content(content)
    assert not read_ledger.problems
    assert said(read_ledger, found) == said(ledger, given_)


def test_a_file_with_everything_comes_out_the_same() -> None:
    lines = [
        *HEAD,
        "#KPTYP KBAS13",
        "#TAXAR 2021",
        "#KTYP 1930 T",
        '#ENHET 5011 "tim"',
        "#SRU 3011 7410",
        "#SRU 3011 7411",
        '#UNDERDIM 21 "Kostnadsbärare" 1',
        "#IB 0 1930 100.50",
        "#UB 0 1930 0.00",
        '#OIB 0 1930 {1 "410"} 100.50',
        '#OUB 0 1930 {1 "410"} 0.00 3',
        "#RES 0 5011 100.50 2.5",
        "#PSALDO -1 201903 5011 {} 9.00",
        *VOUCHER,
    ]
    first = read_content(content_of(*lines))
    assert not first[0].problems
    again = read_content(
        write(first[0], first[1].vouchers, first[1].periods, first[1].balances)
    )
    assert said(*again) == said(*first)


NASTY = ["", "\\", '"', '\\"', "a b\\", "{", "} 1.00", "#VER", "σ", "åäö", "a\tb", "–"]


@pytest.mark.parametrize("word", NASTY)
def test_nasty_texts_do_not_break_a_file(word: str) -> None:
    ledger = Ledger()
    ledger.head = [("#FLAGGA", ("0",)), ("#SIETYP", ("4I",)), ("#FNAMN", (word,))]
    voucher = Voucher(word, "1", date(2020, 1, 1), word, None, word, 0, ())
    found, collected = read_content(write(ledger, [voucher]))
    assert not found.problems
    assert collected.vouchers[0].text == collected.vouchers[0].sign

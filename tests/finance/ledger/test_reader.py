import codecs
import zlib

import pytest

from finance.ledger.enums import Encoding, RowKind
from finance.ledger.sie.writer import amount, with_checksum
from tests.finance.ledger.sie_files import (
    HEAD,
    VOUCHER,
    codes,
    content_of,
    read_bytes,
    read_lines,
)

FIRST = len(HEAD) + 1


def test_a_small_file_is_read_whole() -> None:
    ledger, found = read_lines(*HEAD, *VOUCHER)
    assert codes(ledger) == []
    assert (ledger.vouchers, ledger.rows, ledger.kind) == (1, 2, "4")
    assert ledger.said("#FNAMN") == "Herrljunga kommun"
    voucher = found.vouchers[0]
    assert (voucher.series, voucher.number, voucher.text) == ("A", "1", "Faktura")
    assert [row.ore for row in voucher.rows] == [10050, -10050]
    assert voucher.rows[0].objects == (("1", "410"),)
    assert voucher.rows[0].text == "Lön"


@pytest.mark.parametrize(
    ("encoding", "mark", "found"),
    [
        ("cp437", b"", Encoding.PC8),
        ("latin-1", b"", Encoding.LATIN),
        ("utf-8", b"", Encoding.UTF8),
        ("utf-8", codecs.BOM_UTF8, Encoding.UTF8),
    ],
)
def test_encoding_is_told_by_content_whatever_format_says(
    encoding: str, mark: bytes, found: Encoding
) -> None:
    ledger, _ = read_bytes(mark + content_of(*HEAD, *VOUCHER, encoding=encoding))
    assert ledger.encoding == found
    assert codes(ledger) == []
    assert ledger.accounts["3011"].name == "Avgifter från å, ä och ö"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_every_line_end_is_read(end: str) -> None:
    content = end.join([*HEAD, *VOUCHER]).encode("cp437") + b"\x1a"
    ledger, _ = read_bytes(content)
    assert codes(ledger) == []
    assert ledger.rows == 2


@pytest.mark.parametrize(
    ("line", "account", "objects", "ore", "text"),
    [
        ("#TRANS 5011 {} 1", "5011", (), 100, ""),
        ("#TRANS 5011 {} 1.5", "5011", (), 150, ""),
        ("#TRANS 5011 {} -0.05", "5011", (), -5, ""),
        ("\t#TRANS\t5011\t{}\t1.00", "5011", (), 100, ""),
        ('#trans "5011" {} "1.00"', "5011", (), 100, ""),
        ("#TRANS 5011 1.00", "5011", (), 100, ""),
        ('#TRANS 5011 {6 "b c" 1 4} 1.00', "5011", (("1", "4"), ("6", "b c")), 100, ""),
        ('#TRANS 5011 {1 "a}b"} 1.00 "" "x"', "5011", (("1", "a}b"),), 100, "x"),
        ('#TRANS 5011 {1 "a\\"b"} 1.00', "5011", (("1", 'a"b'),), 100, ""),
        ('#TRANS 5011 {} 1.00 "" "en \\"å\\"\tö"', "5011", (), 100, 'en "å" ö'),
        ('#TRANS 5011 {} 1.00 20200101 "C:\\tmp" 3 EK', "5011", (), 100, "C:\\tmp"),
        ('#TRANS 5011 {1 ""} 1.00 "20200101" ""', "5011", (), 100, ""),
    ],
)  # fmt: skip
def test_rows_of_many_programs_are_read(
    line: str, account: str, objects: tuple, ore: int, text: str
) -> None:
    rest = f"#TRANS 1930 {{}} {amount(-ore)}"
    ledger, found = read_lines(*HEAD, VOUCHER[0], "{", line, rest, "}")
    assert codes(ledger) == []
    row = found.vouchers[0].rows[0]
    assert (row.account, row.objects, row.ore, row.text) == (
        account,
        objects,
        ore,
        text,
    )


def test_struck_and_added_rows_do_not_count() -> None:
    rows = [
        "#BTRANS 5011 {} 7.00",
        "#RTRANS 5011 {} 9.00",
        "#TRANS 5011 {} 9.00",
        "#TRANS 1930 {} -9.00",
    ]
    ledger, found = read_lines(*HEAD, VOUCHER[0], "{", *rows, "}")
    assert codes(ledger) == []
    kinds = [row.kind for row in found.vouchers[0].rows]
    assert kinds == [RowKind.STRUCK, RowKind.ADDED, RowKind.ROW, RowKind.ROW]
    assert ledger.booked[0, "5011", 202001] == 900


def test_vouchers_to_be_booked_need_no_year_and_no_accounts() -> None:
    head = ["#FLAGGA 0", "#SIETYP 4I", '#FNAMN "Lön"']
    ledger, found = read_lines(*head, '#VER "" "" 20200115 {', *VOUCHER[2:])
    assert codes(ledger) == []
    assert len(found.vouchers) == 1


def test_unknown_labels_are_noted_and_passed_over() -> None:
    ledger, _ = read_lines(*HEAD, "#MOMSKOD 3011 U1", *VOUCHER)
    assert codes(ledger) == []
    assert [(n.line, n.code, n.values["label"]) for n in ledger.notes] == [
        (FIRST, "sie.unknown_label", "#MOMSKOD")
    ]


# What is wrong on one line that follows the head.
BAD_LINES = [
    ("#IB 0 1930 1,50", "sie.decimal_comma"),
    ("#IB 0 1930 1.00 x", "sie.bad_quantity"),
    ("#IB 0 1930 1.505", "sie.three_decimals"),
    ("#IB 0 1930 1.00-", "sie.bad_amount"),
    ("#IB 0 1930 1e5", "sie.bad_amount"),
    ("#IB 0 1930 ٣", "sie.bad_amount"),
    ("#IB 0 1930 1234567890123456", "sie.amount_too_large"),
    ("#IB 3 1930 1.00", "sie.unknown_year"),
    ("#IB x 1930 1.00", "sie.bad_year"),
    ("#IB 0 19A0 1.00", "sie.bad_account"),
    ("#IB 0 1930", "sie.too_few_fields"),
    ("#UB 0 9999 1.00", "sie.undeclared_account"),
    ('#KONTO 1930 "Kassa"', "sie.doubled_account"),
    ("#KTYP 9999 T", "sie.undeclared_account"),
    ("#KTYP 1930 X", "sie.bad_account_kind"),
    ("#PSALDO 0 202013 3011 {} 1.00", "sie.bad_period"),
    ("#PSALDO 0 2020 3011 {} 1.00", "sie.bad_period"),
    ("#PSALDO 0 201912 3011 {} 1.00", "sie.period_outside_year"),
    ("#PSALDO 4 202001 3011 {} 1.00", "sie.unknown_year"),
    ("#PSALDO 0 202001 3011 {1} 1.00", "sie.bad_objects"),
    ("#PSALDO 0 202001 3011 {x 1} 1.00", "sie.bad_dimension"),
    ("#PSALDO 0 202001 3011 {1 1", "sie.unclosed_brace"),
    ("#RAR 1 20210101 20210230", "sie.bad_date"),
    ("#RAR 0 20210101 20211231", "sie.doubled_year"),
    ("#RAR 1 20201201 20211130", "sie.years_overlap"),
    ("#RAR 1 20211231 20210101", "sie.year_ends_before_it_starts"),
    ('#DIM 1 "Annat"', "sie.doubled_dimension"),
    ('#OBJEKT 1 410 "Annat"', "sie.doubled_object"),
    ("#GEN 20201301", "sie.bad_date"),
    ("#SIETYP 5", "sie.bad_type"),
    ('#PROSA "aldrig slut', "sie.unclosed_quote"),
    ("#PROSA {", "sie.unclosed_brace"),
    ("#TRANS 1930 {} 1.00", "sie.row_outside_voucher"),
    ("}", "sie.stray_brace"),
    ("{", "sie.stray_brace"),
    ("Summa 100", "sie.no_label"),
    ("#KSUMMA 123", "sie.checksum_not_begun"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "code"), BAD_LINES)
@pytest.mark.law("F-04")
def test_a_bad_line_is_told_with_its_number(line: str, code: str) -> None:
    ledger, _ = read_lines(*HEAD, line, encoding="utf-8")
    assert codes(ledger) == [(FIRST, code)]


def test_all_problems_are_told_at_once() -> None:
    bad = [line for line, _ in BAD_LINES]
    ledger, _ = read_lines(*HEAD, *bad, encoding="utf-8")
    assert len(ledger.problems) == ledger.problem_count
    assert {code for _, code in BAD_LINES} == {code for _, code in codes(ledger)}
    lines = [line for line, _ in codes(ledger)]
    assert lines == sorted(lines)


OPEN = ["#VER A 1 20200115", "{"]
# What is wrong inside a voucher; the line counts from the line of `#VER`.
BAD_VOUCHERS = [
    ([*OPEN, "#TRANS 5011 {} 1.00", "}"], 0, "sie.unbalanced"),
    ([*OPEN, "#TRANS 5011 {} 1,00", "}"], 2, "sie.decimal_comma"),
    ([*OPEN, "#TRANS 5011 {} 1.005", "}"], 2, "sie.three_decimals"),
    ([*OPEN, '#TRANS 5011 {} 0.00 20200231 ""', "}"], 2, "sie.bad_date"),
    ([*OPEN, "#TRANS 7777 {} 0.00", "}"], 2, "sie.undeclared_account"),
    (["#VER A 1 20200132", "{", "}"], 0, "sie.bad_date"),
    (["#VER A 1 20210115", "{", "}"], 0, "sie.date_outside_years"),
    ([*OPEN, "#TRANS 5011 {} 0.00"], 0, "sie.unclosed_voucher"),
    (["#VER A 1 20200115"], 0, "sie.unclosed_voucher"),
    ([*OPEN, "#IB 0 1930 0.00"], 0, "sie.unclosed_voucher"),
    ([*OPEN, "{", "}"], 2, "sie.stray_brace"),
    (["#VER A 1", "{", "}"], 0, "sie.too_few_fields"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "at", "code"), BAD_VOUCHERS)
@pytest.mark.law("F-04")
def test_a_bad_voucher_is_told_with_its_line(
    lines: list[str], at: int, code: str
) -> None:
    ledger, _ = read_lines(*HEAD, *lines)
    assert codes(ledger) == [(FIRST + at, code)]


def test_a_voucher_that_comes_twice_is_told() -> None:
    ledger, _ = read_lines(*HEAD, *VOUCHER, *VOUCHER)
    assert codes(ledger) == [(FIRST + len(VOUCHER), "sie.doubled_voucher")]


def test_a_voucher_with_a_bad_row_is_not_weighed_nor_given() -> None:
    lines = [VOUCHER[0], "{", "#TRANS 5011 {} 1,00", "#TRANS 1930 {} -1.00", "}"]
    ledger, found = read_lines(*HEAD, *lines)
    assert codes(ledger) == [(FIRST + 2, "sie.decimal_comma")]
    assert found.vouchers == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "sie.empty"),
        (b"\r\n \n", "sie.not_sie"),
        (b"PK\x03\x04\x00\x00", "sie.not_text"),
        ("#FLAGGA 0".encode("utf-16"), "sie.not_text"),
        (b"%PDF-1.7\n%\xe2\xe3", "sie.not_sie"),
        (b"konto;belopp\n3011;100", "sie.not_sie"),
        (b"# Rubrik\n\ntext", "sie.not_sie"),
        (b'<?xml version="1.0"?>\n<Sie/>', "sie.sie5"),
        (b"#FLAGGA 0\n" + b"x" * 3_000_000, "sie.line_too_long"),
    ],
)
def test_what_is_not_a_ledger_is_refused(content: bytes, code: str) -> None:
    ledger, found = read_bytes(content)
    assert code in [problem.code for problem in ledger.problems]
    assert found.vouchers == []


def test_a_right_checksum_is_accepted() -> None:
    ledger, _ = read_bytes(with_checksum(content_of(*HEAD, *VOUCHER)))
    assert codes(ledger) == []


def test_the_checksum_counts_labels_and_fields_alone() -> None:
    lines = ["#FLAGGA 0", "#KSUMMA", '#FNAMN  "A \\"B\\" C"', "#KONTO 1\t{}"]
    crc = zlib.crc32(b'#FNAMNA "B" C#KONTO1')
    ledger, _ = read_lines(*lines, f"#KSUMMA {crc}")
    assert "sie.wrong_checksum" not in [code for _, code in codes(ledger)]
    crc = zlib.crc32(b'#FNAMNA"B"C#KONTO1')
    ledger, _ = read_lines(*lines, f"#KSUMMA {crc - 2**32}")
    assert "sie.wrong_checksum" not in [code for _, code in codes(ledger)]


def test_a_wrong_checksum_is_told() -> None:
    content = with_checksum(content_of(*HEAD, *VOUCHER))
    changed = content.replace(b"100.50", b"200.50")
    ledger, _ = read_bytes(changed)
    last = len(HEAD) + len(VOUCHER) + 2
    assert codes(ledger) == [(last, "sie.wrong_checksum")]


def test_a_file_cut_before_its_checksum_is_told() -> None:
    content = with_checksum(content_of(*HEAD, *VOUCHER))
    ledger, _ = read_bytes(content[: content.rindex(b"#KSUMMA")])
    assert "sie.checksum_missing" in [code for _, code in codes(ledger)]


@pytest.mark.parametrize("cut", range(1, 60, 3))
def test_a_file_cut_in_its_voucher_is_told(cut: int) -> None:
    content = content_of(*HEAD, *VOUCHER)
    ledger, found = read_bytes(content[:-cut].rstrip(b"}\r\n"))
    assert ledger.problems
    assert found.vouchers == []


def test_only_so_many_problems_are_kept() -> None:
    ledger, _ = read_lines(*HEAD, *["Summa"] * 1500)
    assert (len(ledger.problems), ledger.problem_count) == (1000, 1500)

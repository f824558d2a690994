"""A ledger from a table: as from SIE, or refused with every line and reason."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from boards.access.enums import Role
from boards.board.models import Board
from boards.shared.clock import local
from boards.shared.refusals import Refused
from finance.ledger.actions import Report
from finance.ledger.enums import UploadState
from finance.ledger.models import LedgerFile, LedgerUpload, Voucher
from finance.ledger.sheets import columns
from finance.ledger.sheets.models import SheetMapping
from finance.ledger.tasks import import_upload
from tests.factories import registers
from tests.finance.ledger.imports import take_in
from tests.finance.ledger.sheets import files

pytestmark = pytest.mark.django_db
Code = tuple[int, str]
FIXTURES = [HealthCheck.function_scoped_fixture]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with time_machine.travel(local(date(2020, 9, 14), 9), tick=False):
        yield


@pytest.fixture
def board() -> Board:
    return registers.board("itvt")


def codes(report: Report) -> list[Code]:
    return [(one.line, one.code) for one in report.problems]


def row(**said: object) -> list[object]:
    usual = {
        "Konto": "5011",
        "Kontonamn": "Lön",
        "Ansvar": "430",
        "Projekt": "",
        "Verdatum": "2020-01-25",
        "Vernr": "1",
        "Belopp": "100",
    }
    return [(usual | said)[heading] for heading in files.HEADINGS]


@pytest.mark.law("F-04")
def test_import_when_the_same_ledger_in_three_forms_then_the_same_months() -> None:
    found = []
    for name, content in (
        ("bok.se", files.as_sie()),
        ("bok.csv", files.as_csv()),
        ("bok.xlsx", files.as_xlsx()),
    ):
        board = registers.board()
        files.mapping(board)
        report = take_in(board, content, name=name)
        assert codes(report) == []
        assert report.file.voucher_count == 2
        found.append(files.months(board))
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 4
    kinds = LedgerFile.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["SIE 4", "CSV", "XLSX"]


AMOUNTS = st.lists(
    st.tuples(
        st.sampled_from(["3011", "5011", "7910"]),
        st.sampled_from(["", "410", "430"]),
        st.sampled_from(["", "5201"]),
        st.dates(date(2020, 1, 1), date(2020, 12, 31)),
        st.integers(-(10**9), 10**9),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=15, deadline=None, suppress_health_check=FIXTURES)
@given(AMOUNTS)
def test_import_when_any_ledger_then_csv_and_xlsx_are_as_sie(
    rows: list[tuple[str, str, str, date, int]],
) -> None:
    lines: list[files.Line] = []
    for number, (account, unit, project, day, ore) in enumerate(rows, 1):
        lines.append((account, unit, project, day, number, ore))
        lines.append(("1930", "", "", day, number, -ore))
    found = []
    for name, content in (
        ("bok.se", files.as_sie(lines)),
        ("bok.csv", files.as_csv(lines)),
        ("bok.xlsx", files.as_xlsx(lines)),
    ):
        board = registers.board()
        files.mapping(board)
        assert codes(take_in(board, content, name=name)) == []
        found.append(files.months(board))
    assert found[0] == found[1] == found[2]


def test_import_when_without_vouchers_then_each_row_is_its_part(board: Board) -> None:
    files.mapping(board, files.BY_MONTH)
    report = take_in(board, files.as_csv(), name="bok.csv")
    assert codes(report) == []
    assert not Voucher.objects.exists()
    assert {(one[3], one[4], one[6]) for one in files.months(board)} == {
        ("5011", "430", 5_104_050),
        ("3011", "430", -150_000),
        ("1930", "", -5_104_050),
        ("1930", "", 150_000),
    }


def test_import_when_debit_and_credit_and_periods_then_the_difference(
    board: Board,
) -> None:
    said = {
        "account": "Konto",
        "period": "Period",
        "debit": "Debet",
        "credit": "Kredit",
    }
    files.mapping(board, said)
    content = files.csv_of(
        [
            ["Konto", "Period", "Debet", "Kredit"],
            ["5011", "202001", "1 500,50", ""],
            ["5011", "2020-01", "", "500,50"],
            ["3011", "2020-02", "", "1500-"],
        ],
        "cp1252",
        "\t",
    )
    assert codes(take_in(board, content, name="b.csv")) == []
    found = {(one[2].month, one[3]): one[6] for one in files.months(board)}
    assert found == {(1, "5011"): 100_000, (2, "3011"): 150_000}


def test_import_when_latin_letters_then_read_as_written(board: Board) -> None:
    files.mapping(board)
    rows = [files.HEADINGS, row(Kontonamn="Löner åäö"), row(Konto="1930", Belopp=-100)]
    take_in(board, files.csv_of(rows, "cp1252"), name="b.csv")
    file = LedgerFile.objects.get()
    assert file.encoding == "latin-1"
    assert file.accounts.get(number="5011").name == "Löner åäö"


def test_import_when_the_same_file_again_then_recognised(board: Board) -> None:
    files.mapping(board)
    take_in(board, files.as_csv(), name="bok.csv")
    assert take_in(board, files.as_csv(), name="annan.csv").is_known


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"Konto": "50A"}, "sie.bad_account"),
        ({"Belopp": "1,505"}, "sie.three_decimals"),
        ({"Belopp": "1.500,50"}, "sie.bad_amount"),
        ({"Belopp": ""}, "sheet.no_amount"),
        ({"Belopp": "9" * 25}, "sie.amount_too_large"),
        ({"Verdatum": "25/1 2020"}, "sheet.bad_day"),
        ({"Verdatum": "2020-02-30"}, "sheet.bad_day"),
        ({"Verdatum": "0020-02-03"}, "sheet.bad_day"),
        ({"Vernr": ""}, "sheet.no_number"),
        ({"Kontonamn": "x" * 501}, "sie.field_too_long"),
        ({"Belopp": "99"}, "sie.unbalanced"),
    ],
)
def test_import_when_a_row_is_wrong_then_its_line_and_reason(
    board: Board, said: dict[str, object], code: str
) -> None:
    files.mapping(board)
    rows = [files.HEADINGS, row(Konto="1930", Belopp="-100"), row(**said)]
    report = take_in(board, files.csv_of(rows), name="bok.csv")
    assert code in {one.code for one in report.problems}
    assert not LedgerFile.objects.exists()


def test_import_when_much_is_wrong_then_all_at_once_in_order(board: Board) -> None:
    files.mapping(board)
    rows = [files.HEADINGS, row(Konto="x"), row(Belopp="y"), row(Verdatum="z")]
    report = take_in(board, files.csv_of(rows), name="bok.csv")
    assert codes(report)[:3] == [
        (2, "sie.bad_account"),
        (3, "sie.bad_amount"),
        (4, "sheet.bad_day"),
    ]


def test_import_when_a_voucher_is_in_two_months_then_refused(board: Board) -> None:
    files.mapping(board)
    rows = [
        files.HEADINGS,
        row(),
        row(Konto="1930", Belopp="-100", Verdatum="2020-02-01"),
    ]
    report = take_in(board, files.csv_of(rows), name="bok.csv")
    assert (3, "sheet.voucher_in_two_months") in codes(report)


def test_import_when_a_year_is_mistyped_then_refused(board: Board) -> None:
    files.mapping(board, files.BY_MONTH)
    rows = [files.HEADINGS, row(), row(Verdatum="2002-02-01")]
    report = take_in(board, files.csv_of(rows), name="bok.csv")
    assert codes(report) == [(0, "sheet.years_apart")]


def test_import_when_a_name_begins_as_a_formula_then_it_is_text(board: Board) -> None:
    files.mapping(board)
    rows = [
        files.HEADINGS,
        row(Kontonamn="=1+1", Ansvar="@SUM(A1)"),
        row(Konto="1930", Belopp="-100", Kontonamn="+46"),
    ]
    assert codes(take_in(board, files.csv_of(rows), name="bok.csv")) == []
    assert LedgerFile.objects.get().accounts.get(number="5011").name == "=1+1"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "sheet.empty"),
        (b"\x00\x01\x02", "sheet.not_a_table"),
        (b"PK\x03\x04 cut off", "sheet.broken_workbook"),
        (b";;;\n1;2;3\n", "sheet.columns_missing"),
        (b"Konto;Konto\n1;2\n", "sheet.heading_twice"),
        (b"a;" * 300, "sheet.too_many_columns"),
        (files.csv_of([["Konto", "Belopp"]]), "sheet.columns_missing"),
        (files.csv_of([files.HEADINGS]), "ledger.no_figures"),
    ],
)
def test_import_when_no_table_then_refused(
    board: Board, content: bytes, code: str
) -> None:
    mapping = files.mapping(board)
    report = take_in(board, content, name="bok.csv", columns=mapping.columns)
    assert code in {one.code for one in report.problems}


def test_import_when_no_mapping_fits_then_told_where_to_make_one(board: Board) -> None:
    report = take_in(board, files.as_csv(), name="bok.csv")
    assert "sheet.no_mapping" in {one.code for one in report.problems}


def workbook(change: str) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.append(files.HEADINGS)
    sheet.append([5011, "Lön", "430", None, date(2020, 1, 25), 1, 100])
    if change == "formula":
        sheet["G2"] = "=50+50"
    elif change == "merged":
        sheet.merge_cells("A3:C3")
    elif change == "sheets":
        book.create_sheet("Två").append([1])
    elif change == "heading":
        sheet["A1"] = "=A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("formula", "sheet.formula"),
        ("heading", "sheet.formula"),
        ("merged", "sheet.merged_cells"),
        ("sheets", "sheet.several_sheets"),
    ],
)
def test_import_when_the_workbook_computes_or_merges_then_refused(
    board: Board, change: str, code: str
) -> None:
    mapping = files.mapping(board)
    said = mapping.columns
    report = take_in(board, workbook(change), name="bok.xlsx", columns=said)
    assert code in {one.code for one in report.problems}
    assert not LedgerFile.objects.exists()


@settings(max_examples=120, deadline=None, suppress_health_check=FIXTURES)
@given(st.binary(max_size=400), st.sampled_from(["bok.csv", "bok.xlsx"]))
def test_import_when_any_bytes_then_nothing_is_imported_in_part(
    content: bytes, name: str
) -> None:
    board = registers.board()
    report = take_in(board, content, name=name, columns=files.COLUMNS)
    assert report.problems
    assert not LedgerFile.objects.filter(board=board).exists()


@settings(max_examples=120, deadline=None, suppress_health_check=FIXTURES)
@given(st.data())
def test_import_when_any_change_of_a_workbook_then_whole_or_not_at_all(
    data: st.DataObject,
) -> None:
    content = bytearray(files.as_xlsx())
    for _time in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    board = registers.board()
    report = take_in(board, bytes(content), name="b.xlsx", columns=files.COLUMNS)
    imported = LedgerFile.objects.filter(board=board).exists()
    assert imported == (not report.problems)


def test_guessed_when_usual_headings_then_what_they_mean() -> None:
    found = columns.guessed(["Konto", "ANSVAR", "Ver.nr", "Verdatum", "Belopp", "x"])
    assert found == {
        "account": "Konto",
        "unit": "ANSVAR",
        "number": "Ver.nr",
        "day": "Verdatum",
        "amount": "Belopp",
    }


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"period": "P", "amount": "B"}, "sheet.no_account"),
        ({"account": "K", "amount": "B"}, "sheet.no_time"),
        ({"account": "K", "day": "D"}, "sheet.amount_or_sides"),
        ({"account": "K", "day": "D", "debit": "D1"}, "sheet.amount_or_sides"),
        (
            {"account": "K", "day": "D", "amount": "B", "debit": "D1", "credit": "C"},
            "sheet.amount_or_sides",
        ),
        (
            {"account": "K", "period": "P", "amount": "B", "number": "N"},
            "sheet.voucher_without_day",
        ),
        ({"account": "K", "day": "K", "amount": "B"}, "sheet.column_twice"),
    ],
)
def test_save_mapping_when_it_lacks_something_then_said_at_its_field(
    board: Board, said: dict[str, str], code: str
) -> None:
    with pytest.raises(Refused) as no:
        files.mapping(board, said)
    assert code in {one.code for one in no.value.refusals}


@pytest.fixture
def browser(client: Client, board: Board) -> Client:
    client.force_login(registers.role(board, Role.CONTROLLER))
    return client


def upload(browser: Client, board: Board, content: bytes, name: str) -> LedgerUpload:
    sent = {"board": board.pk, "file": SimpleUploadedFile(name, content)}
    answer = browser.post(reverse("ledger-list"), sent)
    assert answer.status_code == 302, answer.content.decode()
    return LedgerUpload.objects.latest("pk")


def test_upload_when_no_mapping_fits_then_asked_once_and_remembered(
    browser: Client, board: Board
) -> None:
    first = upload(browser, board, files.as_csv(), "bok.csv")
    assert first.state == UploadState.UNNAMED
    page = browser.get(first.get_absolute_url()).content.decode()
    assert "5 104" in page.replace("\u00a0", " ") or "51 040,50" in page
    url = reverse("sheet-columns", args=[first.pk])
    wrong = browser.post(url, {"name": "Agresso", "account": "Konto"})
    assert wrong.status_code == 200
    assert 'value="Agresso"' in wrong.content.decode()
    answer = browser.post(url, {"name": "Agresso", **files.COLUMNS})
    assert answer.url == reverse("ledger-upload", args=[first.pk])
    import_upload(first.pk)
    first.refresh_from_db()
    assert first.state == UploadState.IMPORTED
    assert browser.get(url).status_code == 302
    changed = [*files.LINES[:2], *files.LINES[:0]]
    second = upload(browser, board, files.as_csv(changed), "mer.csv")
    assert second.state == UploadState.WAITING
    assert second.mapping == SheetMapping.objects.get()


def test_upload_when_the_table_is_broken_then_the_page_says_why(
    browser: Client, board: Board
) -> None:
    kept = upload(browser, board, b"PK\x03\x04 cut off", "bok.xlsx")
    page = browser.get(kept.get_absolute_url()).content.decode()
    assert "alert-warning" in page


def test_upload_when_the_name_lies_then_refused(browser: Client, board: Board) -> None:
    for name, content in (("bok.xlsx", b"a;b"), ("bok.csv", b"PK\x03\x04")):
        sent = {"board": board.pk, "file": SimpleUploadedFile(name, content)}
        assert browser.post(reverse("ledger-list"), sent).status_code == 200
    assert not LedgerUpload.objects.exists()


def test_mapping_when_changed_and_removed_then_what_was_read_stays(
    browser: Client, board: Board
) -> None:
    mapping = files.mapping(board)
    take_in(board, files.as_csv(), name="bok.csv")
    before = files.months(board)
    url = reverse("sheet-mapping", args=[mapping.pk])
    browser.post(url, {"name": "Ny", **files.BY_MONTH})
    mapping.refresh_from_db()
    assert (mapping.name, mapping.columns) == ("Ny", files.BY_MONTH)
    assert "Ny" in browser.get(reverse("sheet-mappings")).content.decode()
    browser.post(reverse("sheet-remove", args=[mapping.pk]))
    assert not SheetMapping.objects.exists()
    assert files.months(board) == before


def test_mapping_when_of_another_board_then_not_found(client: Client) -> None:
    mapping = files.mapping(registers.board("xy"))
    client.force_login(registers.role(registers.board("zz"), Role.CONTROLLER))
    answer = client.get(reverse("sheet-mapping", args=[mapping.pk]))
    assert answer.status_code == 404


def test_command_when_a_saved_mapping_fits_then_as_for_sie(
    board: Board, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    files.mapping(board)
    path = tmp_path / "bok.csv"  # type: ignore[operator]  # a path
    path.write_bytes(files.as_csv())
    call_command("import_sie", str(path), board="itvt", json=True, dry_run=True)
    said = json.loads(capsys.readouterr().out)
    assert (said["status"], said["kind"], said["vouchers"]) == (
        "would_import",
        "CSV",
        2,
    )

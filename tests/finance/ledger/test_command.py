import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from finance.ledger.models import LedgerFile
from tests.factories import registers
from tests.finance.ledger.sie_files import HEAD, VOUCHER, content_of

pytestmark = pytest.mark.django_db


def written(folder: Path, *lines: str) -> str:
    path = folder / "bok.se"
    path.write_bytes(content_of(*lines))
    return str(path)


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = 0
    try:
        call_command("import_sie", *words)
    except SystemExit as no:
        status = int(no.code or 0)
    return status, capsys.readouterr().out


def test_command_when_file_is_right_prints_totals_per_class(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    registers.board("itvt")
    file = written(tmp_path, *HEAD, *VOUCHER)
    status, out = answer(capsys, file, "--board", "ITVT")
    assert status == 0
    assert "Inläst. 1 verifikationer, 2 rader." in out
    assert LedgerFile.objects.count() == 1
    status, out = answer(capsys, file, "--board", "itvt")
    assert (status, out.startswith("Filen är redan inläst")) == (0, True)


def test_command_when_asked_for_json_tells_problems_with_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    registers.board("itvt")
    file = written(tmp_path, *HEAD, "#IB 0 1930 1,50", *VOUCHER[:3], "}")
    status, out = answer(capsys, file, "--board", "itvt", "--json")
    told = json.loads(out)
    assert (status, told["status"], told["problem_count"]) == (1, "refused", 2)
    assert [p["line"] for p in told["problems"]] == [len(HEAD) + 1, len(HEAD) + 2]
    assert "decimalkomma" in told["problems"][0]["text"]
    assert "100,50" in told["problems"][1]["text"]
    assert not LedgerFile.objects.exists()


def test_command_when_dry_run_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    registers.board("itvt")
    file = written(tmp_path, *HEAD, *VOUCHER)
    words = (file, "--board", "itvt", "--dry-run", "--json")
    told = json.loads(answer(capsys, *words)[1])
    assert told["status"] == "would_import"
    assert told["totals"][0] == {"class": "1", "actual": -10050, "budget": None}
    assert not LedgerFile.objects.exists()


@pytest.mark.parametrize("words", [("saknas.se", "itvt"), ("saknas.se", "annan")])
def test_command_when_file_or_board_is_missing_says_so(words: tuple[str, str]) -> None:
    registers.board("itvt")
    with pytest.raises(CommandError):
        call_command("import_sie", words[0], board=words[1])

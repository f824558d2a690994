"""`manage.py verify_integrity`: what it prints, and how it ends."""

import json
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from boards.integrity import inspecting
from boards.integrity.checks import Check, Fault, Looked
from boards.shared.files import store_file
from boards.shared.models import StoredFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored() -> StoredFile:
    return store_file(b"ett protokoll som kontrolleras", "text/plain")


def told(*arguments: str, fails: bool = False) -> str:
    out = StringIO()
    if fails:
        with pytest.raises(SystemExit) as ended:
            call_command("verify_integrity", *arguments, stdout=out)
        assert ended.value.code == 1
    else:
        call_command("verify_integrity", *arguments, stdout=out)
    return out.getvalue()


def test_command_when_all_is_well_then_says_so_in_swedish(stored: StoredFile) -> None:
    said = told()
    assert "Lagrade filer\n  (filer: 1, byte: 30)\n" in said
    assert said.endswith("Allt är som det var.\n")


def test_command_when_a_file_is_gone_then_names_it_and_ends_with_one(
    stored: StoredFile,
) -> None:
    default_storage.delete(stored.path)
    said = told("--only", "files", fails=True)
    assert f"  {stored.path}: Filen saknas (lagrad fil {stored.pk}).\n" in said
    assert said.endswith("1 fel hittades.\n")


def test_command_as_json_when_a_file_is_gone_then_a_program_can_read_it(
    stored: StoredFile,
) -> None:
    default_storage.delete(stored.path)
    [row] = json.loads(told("--only", "files", "--json", fails=True))["checks"]
    assert (row["check"], row["looked_at"]) == ("files", {"files": 1})
    assert row["faults"] == [
        {
            "where": stored.path,
            "code": "integrity.file_missing",
            "values": {"id": str(stored.pk)},
            "text": f"{stored.path}: Filen saknas (lagrad fil {stored.pk}).",
        }
    ]


def test_command_when_a_check_is_unknown_then_is_an_error() -> None:
    with pytest.raises(CommandError):
        told("--only", "everything")


def test_check_when_it_breaks_off_then_that_is_a_fault() -> None:
    def look(looked: Looked) -> Iterator[Fault]:
        looked["rows"] += 1
        yield Fault("här", "integrity.file_missing", {"id": 1})
        raise ConnectionResetError("borta")

    result = inspecting.inspect(Check("files", look))
    assert [fault.code for fault in result.faults] == [
        "integrity.file_missing",
        "integrity.broke_off",
    ]
    assert result.fault_count == 2


def test_check_when_everything_is_lost_then_only_the_first_faults_are_kept() -> None:
    def look(_looked: Looked) -> Iterator[Fault]:
        for number in range(inspecting.MOST_KEPT + 7):
            yield Fault(f"{number}", "integrity.file_missing", {"id": number})

    result = inspecting.inspect(Check("files", look))
    assert len(result.faults) == inspecting.MOST_KEPT
    assert result.fault_count == inspecting.MOST_KEPT + 7

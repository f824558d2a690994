"""Looking at the files of handlingar, and what is kept of it (R-03)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone

from boards.access.enums import Role
from boards.board.models import Board
from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.models import OutboxMessage, StoredFile
from boards.shared.refusals import Refused
from cases.document.models import Document
from cases.preservation import actions, queries
from cases.preservation.enums import Outcome, Reason
from cases.preservation.models import FormatCheck
from cases.preservation.rules import Seen
from cases.preservation.tasks import look_at_formats
from cases.retention.actions import carry_out_disposal, propose_disposal
from cases.retention.actions.disposals import Into
from tests.factories import approvals, cases, files, registers, retention

pytestmark = pytest.mark.django_db


def document(name: str, content: bytes, **values: Any) -> Document:
    stored = store_file(content, files.kind_of(name))
    return cases.document(file=stored, file_name=name, **values)


def looked(name: str, content: bytes) -> FormatCheck:
    check = actions.look_at(document=document(name, content))
    assert check is not None
    return check


@pytest.mark.usefixtures("programs")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brev.docx", files.letter()),
        ("skannad.pdf", files.pdf()),
        ("falsk.pdf", files.false_pdf_a()),
    ],
    ids=["letter", "pdf", "false"],
)
def test_file_when_no_format_for_preservation_then_it_gets_a_copy(
    name: str, content: bytes
) -> None:
    check = looked(name, content)
    assert check.outcome == Outcome.CONVERTED
    assert check.copy is not None
    assert check.copy.read().startswith(b"%PDF-")
    assert check.tool
    assert check.copy_name == f"{name.rpartition('.')[0]}-pdfa.pdf"
    assert check.document.file.read() == content


def test_file_when_signed_then_kept_byte_for_byte_without_a_copy() -> None:
    check = looked("avtal.pdf", files.signed_pdf())
    assert (check.outcome, check.reason) == (Outcome.KEPT, Reason.SIGNED)
    assert check.copy is None


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("brev.pdf", files.pdf()[:40], Reason.BROKEN),
        ("brev.pdf", files.locked_pdf(), Reason.ENCRYPTED),
        ("brev.odt", files.open_document(locked=True), Reason.ENCRYPTED),
        ("brev.txt", b"\x00\x01\x02", Reason.UNKNOWN),
        ("brev.eml", b"From: a@exempel.se\nTo: b@exempel.se\n\nHej", Reason.NO_WAY),
        ("brev.txt", b"", Reason.EMPTY),
    ],
    ids=["broken", "locked", "locked letter", "binary", "mail", "empty"],
)
def test_file_when_nothing_can_be_made_of_it_then_listed_and_never_dropped(
    name: str, content: bytes, reason: Reason
) -> None:
    check = looked(name, content)
    assert (check.outcome, check.reason) == (Outcome.UNSETTLED, reason)
    assert check.why
    assert list(queries.unsettled(Board.objects.all())) == [check]
    assert check.document.file.read() == content


def test_file_when_gone_from_the_store_then_listed() -> None:
    of = document("brev.txt", b"Borta")
    default_storage.delete(of.file.path)
    check = actions.look_at(document=of)
    assert check is not None
    assert check.reason == Reason.MISSING


def test_file_when_the_program_is_missing_then_looked_at_once_it_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as without:
        without.setattr(actions, "found", lambda _program: "")
        check = looked("brev.docx", files.letter())
        assert check.reason == Reason.NO_PROGRAM
        assert actions.order_looks() == 0
    monkeypatch.setattr(actions, "found", lambda _program: "/usr/bin/some")
    assert actions.order_looks() == 1


def test_copy_when_pages_are_lost_then_not_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(actions, "found", lambda _program: "/usr/bin/some")
    monkeypatch.setattr(actions, "converted", lambda *_said: files.pdf(1))
    check = looked("skannad.pdf", files.pdf(2))
    assert (check.outcome, check.reason) == (Outcome.UNSETTLED, Reason.FAILED)


def test_sweep_when_files_came_in_then_each_is_ordered_once() -> None:
    made = [document(f"{number}.txt", b"Text %d" % number) for number in range(3)]
    cases.document(draft=True, file=made[0].file, file_name="utkast.txt")
    cases.document()
    look_at_formats()
    look_at_formats()
    rows = OutboxMessage.objects.filter(kind=queries.KIND)
    assert sorted(rows.values_list("object_id", flat=True)) == [one.pk for one in made]
    approvals.work_off()
    assert [queries.newest_check(one).outcome for one in made] == [Outcome.FIT] * 3
    assert queries.counts(Board.objects.all()) == {"fit": 3}


def test_look_when_taken_twice_then_kept_once() -> None:
    of = document("brev.txt", b"Text")
    first = actions.look_at(document=of)
    assert actions.look_at(document=of) == first
    late = actions.Looked(Seen(), Outcome.UNSETTLED, Reason.UNKNOWN)
    assert actions.keep(document=of, number=1, looked=late) == first


def test_archivist_when_keeping_a_file_as_it_is_then_a_reason_is_needed() -> None:
    check = looked("brev.eml", b"From: a@exempel.se\nTo: b@exempel.se\n\nHej")
    by = registers.role(check.board, Role.ARCHIVIST)
    with pytest.raises(Refused, match="no_reason"):
        actions.keep_as_is(document=check.document, remark=" ", by=by)
    kept = actions.keep_as_is(
        document=check.document, remark="E-arkivet tar brev som de är.", by=by
    )
    assert (kept.outcome, kept.puid, kept.number) == (Outcome.KEPT, check.puid, 2)
    assert "E-arkivet tar brev" in kept.why
    with pytest.raises(Refused, match="settled"):
        actions.look_again(document=check.document, by=by)


def test_archivist_when_a_file_is_looked_at_again_then_a_new_row() -> None:
    check = looked("brev.txt", b"\x00\x01")
    by = registers.role(check.board, Role.ARCHIVIST)
    actions.look_again(document=check.document, by=by)
    assert queries.ordered([check.document_id]) == {check.document_id}
    approvals.work_off()
    assert queries.newest_check(check.document).number == 2


def test_secretary_when_settling_then_refused() -> None:
    check = looked("brev.txt", b"\x00\x01")
    by = registers.role(check.board, Role.SECRETARY)
    with pytest.raises(Exception, match=r"format\.settle"):
        actions.look_again(document=check.document, by=by)


BAD_ROWS = {
    "a copy that was not made": {"outcome": "converted"},
    "no reason": {"outcome": "unsettled"},
    "a reason for what is fit": {"outcome": "fit", "reason": "broken"},
    "decided by nobody": {"outcome": "kept", "reason": "decided", "remark": "x"},
    "number nought": {"outcome": "fit", "number": 0},
    "the same number": {"outcome": "fit", "number": 1},
}


@pytest.mark.parametrize("values", BAD_ROWS.values(), ids=BAD_ROWS)
def test_row_when_wrong_then_the_database_refuses(values: dict[str, Any]) -> None:
    check = looked("brev.txt", b"Text")
    said = {"document": check.document, "number": 2, "looked_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        FormatCheck.objects.create(**said | values)


@pytest.mark.parametrize(
    "attack",
    ["UPDATE cases_formatcheck SET outcome='fit'", "DELETE FROM cases_formatcheck"],
)
def test_row_when_changed_in_sql_then_refused(attack: str) -> None:
    looked("brev.txt", b"Text")
    with pytest.raises(ProgrammingError), transaction.atomic():
        connection.cursor().execute(attack)


def disposed(content: bytes, copy: bytes) -> tuple[Document, StoredFile]:
    """A handling with a copy, disposed of by two."""
    board = registers.board()
    retention.plan(board)
    stored = store_file(content, files.kind_of("a.docx"))
    _case, (of,) = retention.old_case(board, file=stored, file_name="a.docx")
    made = actions.Looked(Seen("fmt/412"), Outcome.CONVERTED, copy=copy, tool="Test 1")
    check = actions.keep(document=of, number=1, looked=made)
    first, second = (registers.role(board, Role.ARCHIVIST) for _one in range(2))
    with at(local(retention.DUE, 12)):
        proposed = propose_disposal(board=board, documents=[of.pk], by=first)
        carry_out_disposal(disposal=proposed, into=Into(), by=second)
        approvals.work_off()
    return of, check.copy


def test_disposal_when_carried_out_then_the_copy_goes_with_the_original() -> None:
    of, copy = disposed(b"Ett brev", b"%PDF-1.7 kopian")
    assert not default_storage.exists(of.file.path)
    assert not default_storage.exists(copy.path)
    call_command("verify_integrity")


def test_disposal_when_another_handling_has_the_copy_then_it_stays() -> None:
    copy = b"%PDF-1.7 samma kopia"
    store = store_file(b"Ett annat brev", files.kind_of("b.docx"))
    other = cases.document(file=store, file_name="b.docx")
    made = actions.Looked(Seen("fmt/412"), Outcome.CONVERTED, copy=copy, tool="Test 1")
    actions.keep(document=other, number=1, looked=made)
    _of, kept = disposed(b"Ett brev", copy)
    assert default_storage.exists(kept.path)


def test_look_when_the_handling_was_disposed_of_meanwhile_then_nothing_is_kept() -> (
    None
):
    of, _copy = disposed(b"Ett brev", b"%PDF-1.7 kopian")
    late = actions.Looked(Seen("x-fmt/111"), Outcome.FIT)
    assert actions.keep(document=of, number=2, looked=late) is None


def test_file_when_fetched_then_nothing_of_its_name_is_used(tmp_path: Any) -> None:
    stored = store_file(b"x", "text/plain")
    path = actions.fetched(stored, tmp_path, "../../å; rm -rf.DOCX")
    assert path == tmp_path / "original.docx"
    assert BytesIO(path.read_bytes()).read() == b"x"

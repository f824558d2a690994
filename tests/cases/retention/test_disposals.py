"""Disposing of handlingar: by two, held once more, told for ever."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from django.contrib import admin
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from boards.board.models import Board
from boards.integrity.checks import Looked
from boards.integrity.files import look_at_files
from boards.person.models import User
from boards.shared.clock import at, local
from boards.shared.files import store_file
from boards.shared.models import HistoryEvent, OutboxMessage, StoredFile
from boards.shared.refusals import Refusal, Refused
from boards.shared.tasks import deliver
from boards.shared.uploads import Upload
from cases.case.actions import reopen_case
from cases.case.models import Case
from cases.diary.models import DiaryRow
from cases.document.actions import attach_file
from cases.document.models import Document
from cases.retention import actions, registry
from cases.retention.actions import Adoption, HoldValues, Into, RuleValues
from cases.retention.due import due
from cases.retention.enums import DisposalState, HoldKind, RowState
from cases.retention.models import Disposal, DisposalRow, Hold
from cases.retention.queries import removed_files
from cases.secrecy.actions import mark_secret
from tests.factories import cases, registers
from tests.factories import retention as make
from tests.factories.kills import survives

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.law("R-02"),
    pytest.mark.time_machine(local(make.DUE, 9), tick=False),
]


@pytest.fixture
def letters(board: Board) -> list[Document]:
    make.plan(board)
    _case, made = make.old_case(board, "letter", "letter")
    return made


def proposed(rows: Sequence[Document], by: User) -> Disposal:
    keys = [row.pk for row in rows]
    return actions.propose_disposal(board=rows[0].board, documents=keys, by=by)


def carried_out(disposal: Disposal, by: User, case: Case | None = None) -> Disposal:
    return actions.carry_out_disposal(disposal=disposal, into=Into(case), by=by)


def work_off() -> None:
    for row in OutboxMessage.objects.filter(kind="retention.remove_file"):
        deliver(row.pk)


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [no.code for no in caught.value.refusals]


def text_of(document: Document) -> str:
    pages = PdfReader(BytesIO(document.file.read())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_disposal_when_carried_out_by_another_then_gone_and_still_told(
    letters: list[Document], archivist: User, second: User
) -> None:
    disposal = carried_out(proposed(letters, archivist), second)
    work_off()
    for one in letters:
        one.refresh_from_db()
        assert (one.disposed_on, one.disposal) == (make.DUE, disposal)
        assert one.act_number
        assert one.kept_file is None
        assert not default_storage.exists(one.file.path)
        assert StoredFile.objects.filter(pk=one.file_id).exists()
        assert DiaryRow.objects.filter(source_id=one.pk).exists()
    rows = DisposalRow.objects.filter(disposal=disposal)
    assert {row.state for row in rows} == {RowState.CARRIED_OUT}
    assert all(row.file_removed_at for row in rows)
    told = HistoryEvent.objects.filter(model="cases.Document", object_id=letters[0].pk)
    assert "retention.disposed" in told.values_list("code", flat=True)
    assert due(disposal.board, make.DUE).rows == ()


def test_record_when_carried_out_then_says_what_when_ground_and_who(
    letters: list[Document], archivist: User, second: User
) -> None:
    case = cases.case(letters[0].board, title="Gallring 2025")
    record = carried_out(proposed(letters, archivist), second, case).record
    assert record.case == case
    assert record.is_registered
    text = text_of(record)
    for said in (
        letters[0].designation,
        letters[1].subject,
        "ITVT 10/2017",
        "gallras 5 år efter att ärendet avslutats",
        "2025-10-01",
        str(archivist),
        str(second),
    ):
        assert said in text


def test_record_when_a_document_is_secret_then_tells_its_ground_alone(
    letters: list[Document], archivist: User, second: User
) -> None:
    letter = letters[0]
    mark_secret(obj=letter, legal_ground="OSL 21:1", by=None)
    text = text_of(carried_out(proposed(letters, archivist), second).record)
    assert "Sekretess, OSL 21:1" in text
    assert letter.subject not in text


def test_record_when_it_is_old_then_it_stays(
    letters: list[Document], archivist: User, second: User
) -> None:
    other = RuleValues("other", "years", 1, "registered")
    board = letters[0].board
    with at(local(date(2024, 1, 1), 9)):
        plan = actions.start_plan(board=board, title="Plan", by=None, is_copied=True)
        actions.save_rule(plan=plan, said=other, by=None)
        said = Adoption("x", date(2024, 1, 1), date(2024, 1, 1))
        actions.adopt_plan(plan=plan, said=said, by=None)
    carried_out(proposed(letters, archivist), second)
    Case.objects.filter(title="Gallring 2025").update(
        state="closed", closed_on=make.DUE
    )
    [row] = due(board, date(2050, 1, 1)).rows
    assert "gallringsprotokoll" in row.reasons[0]


def test_disposal_when_the_same_person_carries_it_out_then_refused(
    letters: list[Document], archivist: User
) -> None:
    disposal = proposed(letters, archivist)
    with pytest.raises(Refused) as caught:
        carried_out(disposal, archivist)
    assert codes(caught) == ["retention.same_person"]


def test_disposal_when_something_has_come_up_then_that_is_left_out_and_told(
    letters: list[Document], archivist: User, second: User
) -> None:
    disposal = proposed(letters, archivist)
    held, free = letters
    said = HoldValues(HoldKind.DISPUTE, "Prövas i domstol", held)
    actions.set_hold(case=held.case, said=said, by=archivist)
    disposal = carried_out(disposal, second)
    states = dict(disposal.rows.values_list("document", "state"))
    assert states == {held.pk: RowState.LEFT_OUT, free.pk: RowState.CARRIED_OUT}
    held.refresh_from_db()
    assert held.disposal is None
    assert "Prövas i domstol" in text_of(disposal.record)
    assert default_storage.exists(held.file.path)


def test_disposal_when_all_of_it_is_held_then_refused_and_nothing_written(
    letters: list[Document], archivist: User, second: User
) -> None:
    disposal = proposed(letters, archivist)
    case = letters[0].case
    reopen_case(case=case, reason="Nytt", by=None)
    with pytest.raises(Refused) as caught:
        carried_out(disposal, second)
    assert codes(caught) == ["retention.nothing_left"]
    assert not Case.objects.filter(title__startswith="Gallring").exists()


def test_disposal_when_the_plan_has_changed_then_left_out(
    letters: list[Document], archivist: User, second: User
) -> None:
    disposal = proposed(letters, archivist)
    board = disposal.board
    plan = actions.start_plan(board=board, title="Plan", by=None, is_copied=True)
    said = Adoption("x", make.DUE, make.DUE)
    actions.adopt_plan(plan=plan, said=said, by=None)
    with pytest.raises(Refused, match="nothing_left"):
        carried_out(disposal, second)


def test_proposal_when_not_ready_then_refused_by_name(
    letters: list[Document], archivist: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = {letters[0].pk: [Refusal("archive.is_published")]}
    monkeypatch.setattr(registry, "document_holds", [lambda _keys: held])
    with pytest.raises(Refused) as caught:
        proposed(letters, archivist)
    [no] = caught.value.refusals
    assert no.code == "retention.row_blocked"
    assert no.values["document"] == letters[0].designation
    with at(local(date(2025, 9, 30), 9)), pytest.raises(Refused) as caught:
        proposed(letters[1:], archivist)
    assert "2025-10-01" in str(caught.value.refusals[0].values["why"])


def test_proposal_when_proposed_already_then_refused(
    letters: list[Document], archivist: User, second: User
) -> None:
    proposed(letters, archivist)
    with pytest.raises(Refused):
        proposed(letters, second)


def test_proposal_when_strange_or_empty_then_refused(
    letters: list[Document], archivist: User
) -> None:
    board = letters[0].board
    strange = cases.document()
    for keys in ([], [strange.pk], [0]):
        with pytest.raises(Refused):
            actions.propose_disposal(board=board, documents=keys, by=archivist)


def test_proposal_when_withdrawn_then_it_may_be_proposed_anew(
    letters: list[Document], archivist: User, second: User
) -> None:
    disposal = proposed(letters, archivist)
    actions.withdraw_disposal(disposal=disposal, by=archivist)
    for again in (
        lambda: actions.withdraw_disposal(disposal=disposal, by=archivist),
        lambda: carried_out(disposal, second),
    ):
        with pytest.raises(Refused):
            again()
    assert proposed(letters, second).state == DisposalState.PROPOSED


def test_disposal_when_the_case_is_another_boards_then_refused(
    letters: list[Document], archivist: User, second: User
) -> None:
    with pytest.raises(Refused) as caught:
        carried_out(proposed(letters, archivist), second, cases.case())
    assert codes(caught) == ["retention.other_board"]


def test_file_when_something_else_has_the_same_bytes_then_kept_until_that_goes(
    board: Board, archivist: User, second: User
) -> None:
    make.plan(board)
    same = store_file(b"%PDF-1.7 lika", "application/pdf")
    values = {"file": same, "file_name": "lika.pdf"}
    _case, [first] = make.old_case(board, "extract", **values)
    _case, [other] = make.old_case(board, "letter", **values)
    carried_out(proposed([first], archivist), second)
    work_off()
    assert default_storage.exists(same.path)
    assert DisposalRow.objects.get().file_removed_at is None
    carried_out(proposed([other], archivist), second)
    work_off()
    assert not default_storage.exists(same.path)


def test_worker_when_it_runs_twice_then_the_file_is_gone_once(
    letters: list[Document], archivist: User, second: User
) -> None:
    disposal = carried_out(proposed(letters[:1], archivist), second)
    row = disposal.rows.get()
    actions.remove_file(row=row)
    removed = DisposalRow.objects.get(pk=row.pk).file_removed_at
    actions.remove_file(row=row)
    assert DisposalRow.objects.get(pk=row.pk).file_removed_at == removed
    told = HistoryEvent.objects.filter(code="retention.file_removed")
    assert told.count() == 1


def test_worker_when_killed_after_the_file_is_gone_then_it_goes_on(
    letters: list[Document],
    archivist: User,
    second: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    disposal = carried_out(proposed(letters[:1], archivist), second)
    delete = default_storage.delete

    def killed(name: str) -> None:
        delete(name)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(default_storage, "delete", killed)
        with pytest.raises(KeyboardInterrupt):
            work_off()
    row = disposal.rows.get()
    assert row.file_removed_at is None
    work_off()
    row.refresh_from_db()
    assert row.file_removed_at


def test_files_when_the_same_are_kept_again_after_removal_then_they_are_there(
    letters: list[Document], archivist: User, second: User
) -> None:
    content = letters[0].file.read()
    carried_out(proposed(letters, archivist), second)
    work_off()
    again = store_file(content, "application/pdf")
    assert again.pk == letters[0].file_id
    assert again.read() == content


def test_integrity_when_files_are_disposed_of_then_no_fault(
    letters: list[Document], archivist: User, second: User
) -> None:
    files = [one.file_id for one in letters]
    assert removed_files(files) == set()
    carried_out(proposed(letters, archivist), second)
    looked: Looked = Counter()
    assert list(look_at_files(looked)) == []
    work_off()
    assert removed_files(files) == set(files)
    assert list(look_at_files(looked)) == []
    assert looked["files_disposed"] == len(files)


def test_document_when_disposed_of_then_says_so_and_its_file_is_410(
    client: Client, letters: list[Document], archivist: User, second: User
) -> None:
    carried_out(proposed(letters, archivist), second)
    work_off()
    client.force_login(second)
    page = client.get(letters[0].get_absolute_url()).content.decode()
    assert "2025-10-01 enligt ITVT 10/2017" in " ".join(page.split())
    answer = client.get(reverse("document-file", args=[letters[0].pk]))
    assert answer.status_code == 410
    assert "gallrad 2025-10-01 enligt ITVT 10/2017" in answer.content.decode()
    assert client.get(letters[0].case.get_absolute_url()).status_code == 200


def test_document_when_disposed_of_then_gets_no_file_again(
    board: Board, archivist: User, second: User
) -> None:
    make.plan(board)
    with at(local(cases.DAY, 9)):
        case = cases.case(board)
        paper = cases.document(case, kind="letter")
    with at(local(make.CLOSED, 9)):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_on=make.CLOSED)
    carried_out(proposed([paper], archivist), second)
    reopen_case(case=case, reason="x", by=None)
    upload = Upload("a.pdf", b"%PDF-1.7", "application/pdf")
    with pytest.raises(Refused) as caught:
        attach_file(document=paper, upload=upload, by=None)
    assert codes(caught) == ["document.disposed"]


def test_pages_when_two_see_to_it_then_proposed_and_carried_out(
    client: Client, letters: list[Document], archivist: User, second: User
) -> None:
    board = letters[0].board
    client.force_login(archivist)
    keys = [row.pk for row in letters]
    answer = client.post(
        reverse("retention-propose", args=[board.pk]), {"document": keys}, follow=True
    )
    disposal = Disposal.objects.get()
    carry_out = reverse("retention-carry-out", args=[disposal.pk])
    assert "En annan person" in answer.content.decode()
    assert carry_out not in answer.content.decode()
    assert client.post(carry_out).status_code == 409
    client.force_login(second)
    assert carry_out in client.get(disposal.get_absolute_url()).content.decode()
    answer = client.post(carry_out, {"title": "Gallring hösten 2025"}, follow=True)
    disposal.refresh_from_db()
    assert disposal.record.case.title == "Gallring hösten 2025"
    assert disposal.record.designation in answer.content.decode()
    assert "Verkställd" in client.get(reverse("retention-disposals")).content.decode()


def test_pages_when_the_administrator_follows_then_may_be_the_second(
    client: Client, letters: list[Document], archivist: User
) -> None:
    mark_secret(obj=letters[0], legal_ground="OSL 21:1", by=None)
    disposal = proposed(letters, archivist)
    client.force_login(registers.user("forvaltare", administrator=True))
    page = client.get(reverse("retention-disposals")).content.decode()
    assert disposal.get_absolute_url() in page
    shown = client.get(disposal.get_absolute_url()).content.decode()
    assert letters[0].subject not in shown
    assert letters[1].subject in shown
    client.post(reverse("retention-carry-out", args=[disposal.pk]), {"title": ""})
    disposal.refresh_from_db()
    assert disposal.state == DisposalState.CARRIED_OUT


ATTACKS = (
    "DELETE FROM cases_document",
    "DELETE FROM boards_storedfile",
    "UPDATE boards_storedfile SET size = 0",
    "DELETE FROM cases_case",
    "UPDATE cases_document SET file_id = NULL WHERE file_id IS NOT NULL",
    "UPDATE cases_document SET disposed_on = '2025-10-01'",
    (
        "UPDATE cases_document SET disposed_on = '2025-10-01', disposal_id ="
        " (SELECT max(id) FROM cases_disposal)"
    ),
    "DELETE FROM cases_disposal",
    "DELETE FROM cases_disposalrow",
    (
        "UPDATE cases_disposal SET executed_by_id = proposed_by_id, executed_at"
        " = now(), state = 'carried_out', record_id = (SELECT max(id) FROM"
        " cases_document)"
    ),
    "UPDATE cases_disposal SET proposed_by_id = 0",
    "UPDATE cases_disposalrow SET state = 'carried_out'",
    "UPDATE cases_disposalrow SET ground = 'x'",
    "UPDATE cases_disposalrow SET file_removed_at = now()",
    (
        "INSERT INTO cases_disposal (board_id, state, proposed_by_id,"
        " proposed_at) SELECT board_id, 'withdrawn', proposed_by_id, now() FROM"
        " cases_disposal"
    ),
    (
        "INSERT INTO cases_disposalrow (disposal_id, document_id, state, kind,"
        " rule_id, ground, due_on, why) SELECT r.disposal_id, h.id, 'proposed',"
        " 'decision', r.rule_id, 'x', now(), '' FROM cases_disposalrow r,"
        " cases_document h WHERE h.kind = 'decision'"
    ),
)


@pytest.mark.law("R-01")
@pytest.mark.parametrize("sql", ATTACKS)
def test_database_when_it_is_attacked_then_it_refuses(
    board: Board, archivist: User, sql: str
) -> None:
    make.plan(board)
    _case, [letter, _decision] = make.old_case(board, "letter", "decision")
    proposed([letter], archivist)
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(sql)


AFTERWARDS = (
    "UPDATE cases_document SET disposed_on = NULL, disposal_id = NULL",
    "UPDATE cases_document SET disposed_on = '2024-01-01' WHERE disposal_id > 0",
    (
        "UPDATE cases_disposal SET state = 'proposed', executed_by_id = NULL,"
        " executed_at = NULL, record_id = NULL"
    ),
    "UPDATE cases_disposalrow SET state = 'left_out', why = 'x'",
    "UPDATE cases_disposalrow SET due_on = '2020-01-01'",
)


@pytest.mark.parametrize("sql", AFTERWARDS)
def test_database_when_a_disposal_is_rewritten_then_it_refuses(
    letters: list[Document], archivist: User, second: User, sql: str
) -> None:
    carried_out(proposed(letters, archivist), second)
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(sql)


def test_database_when_a_hold_stands_then_no_action_gets_past_it(
    letters: list[Document],
    archivist: User,
    second: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    disposal = proposed(letters, archivist)
    said = HoldValues(HoldKind.OTHER, "x")
    actions.set_hold(case=letters[0].case, said=said, by=None)
    monkeypatch.setattr(
        "cases.retention.due.holds_against",
        lambda rows, _within: {row.pk: [] for row in rows},
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        carried_out(disposal, second)


def test_orm_when_a_registered_document_is_deleted_then_refused(
    letters: list[Document],
) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        letters[0].delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Document.objects.filter(pk=letters[0].pk)._raw_delete("default")


def test_disposal_when_killed_at_any_statement_then_all_of_it_or_nothing(
    letters: list[Document], archivist: User, second: User
) -> None:
    disposal = proposed(letters, archivist)
    case = cases.case(disposal.board)
    number = 1
    while not survives(lambda: carried_out(disposal, second, case), number):
        assert not Document.objects.filter(disposal__isnull=False).exists()
        assert not Document.objects.filter(case=case).exists()
        assert not OutboxMessage.objects.filter(kind="retention.remove_file").exists()
        assert all(default_storage.exists(one.file.path) for one in letters)
        number += 1
    assert Document.objects.filter(disposal=disposal).count() == len(letters)
    assert number > 20


def test_worker_when_killed_at_any_statement_then_it_ends_with_the_file_gone(
    letters: list[Document], archivist: User, second: User
) -> None:
    disposal = carried_out(proposed(letters[:1], archivist), second)
    row = disposal.rows.get()
    number = 1
    while not survives(lambda: actions.remove_file(row=row), number):
        assert DisposalRow.objects.get(pk=row.pk).file_removed_at is None
        number += 1
    assert DisposalRow.objects.get(pk=row.pk).file_removed_at
    assert not default_storage.exists(letters[0].file.path)
    assert default_storage.exists(letters[1].file.path)
    assert number > 5


@pytest.mark.law("R-01")
@pytest.mark.parametrize(
    "model", [Case, Document, StoredFile, DiaryRow, Disposal, DisposalRow, Hold]
)
def test_registers_when_the_administrator_looks_then_nothing_there_deletes_records(
    model: type[Model],
) -> None:
    assert not admin.site.is_registered(model)


def test_disposal_page_when_the_file_is_not_gone_yet_then_says_so(
    client: Client, letters: list[Document], archivist: User, second: User
) -> None:
    disposal = carried_out(proposed(letters, archivist), second)
    client.force_login(second)
    waits = "Filen håller på att tas bort"
    assert waits in client.get(disposal.get_absolute_url()).content.decode()
    work_off()
    assert waits not in client.get(disposal.get_absolute_url()).content.decode()


def test_disposal_when_preserved_and_delivered_then_our_copy_may_go(
    board: Board, archivist: User, second: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.plan(board)
    case, [decision] = make.old_case(board, "decision")
    with pytest.raises(Refused):
        proposed([decision], archivist)
    monkeypatch.setattr(registry, "deliveries", [lambda _cases: {case.pk}])
    record = carried_out(proposed([decision], archivist), second).record
    assert "bevaras, och är levererad till e-arkivet" in text_of(record)

"""What the database itself refuses, whoever asks: plain SQL against the invariants."""

import pytest
from django.db import DatabaseError, connection, transaction

from boards.shared.files import store_file
from boards.shared.models import HistoryEvent, NumberSeries, OutboxMessage, RowChange
from cases.case.actions import change_case
from tests.factories import cases as make
from tests.factories import registers

pytestmark = pytest.mark.django_db


def attack(sql: str, *values: object) -> None:
    """Run the statement; the test goes on only when the database refuses it."""
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql, values)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE cases_document SET act_number = 7",
        "UPDATE cases_document SET act_number = NULL, registered_at = NULL",
        "UPDATE cases_document SET registered_at = now()",
        "UPDATE cases_document SET case_id = case_id + 1",
        "UPDATE cases_document SET file_id = NULL",
        "DELETE FROM cases_document",
    ],
)
def test_registered_document_when_attacked_stays(change: str) -> None:
    document = make.document(with_file=True)

    attack(f"{change} WHERE id = %s", document.pk)

    before = (document.act_number, document.registered_at, document.file_id)
    document.refresh_from_db()
    assert before == (document.act_number, document.registered_at, document.file_id)


def test_draft_when_deleted_in_sql_goes() -> None:
    draft = make.document(draft=True)

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cases_document WHERE id = %s", [draft.pk])

    assert not draft.case.documents.exists()


@pytest.mark.parametrize(
    "table",
    [
        "boards_historyevent",
        "boards_rowchange",
    ],
)
@pytest.mark.parametrize("change", ["UPDATE {} SET reason = 'x'", "DELETE FROM {}"])
def test_history_when_attacked_stays(table: str, change: str) -> None:
    make.case()
    before = (HistoryEvent.objects.count(), RowChange.objects.count())

    attack(change.format(table))

    assert before == (HistoryEvent.objects.count(), RowChange.objects.count())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE boards_numberseries SET last = last + 2",
        "UPDATE boards_numberseries SET last = last - 1",
        "UPDATE boards_numberseries SET last = 0",
        "DELETE FROM boards_numberseries",
    ],
)
def test_number_series_when_attacked_stays(change: str) -> None:
    make.case()

    attack(change)

    assert NumberSeries.objects.get().last == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE boards_storedfile SET sha256 = repeat('0', 64)",
        "UPDATE boards_storedfile SET size = 1",
        "DELETE FROM boards_storedfile",
    ],
)
def test_stored_file_when_attacked_stays(change: str) -> None:
    stored = store_file(b"Bytes", "text/plain")

    attack(change)

    stored.refresh_from_db()
    assert stored.size == len(b"Bytes")


@pytest.mark.parametrize(
    "table",
    ["boards_board", "boards_municipality", "boards_person", "boards_membership"],
)
def test_register_row_when_deleted_stays(table: str) -> None:
    registers.membership(registers.board())

    attack(f"DELETE FROM {table}")


def test_case_when_deleted_or_given_anothers_number_stays() -> None:
    case = make.case()
    other = make.case(case.board)

    attack("DELETE FROM cases_case WHERE id = %s", case.pk)
    attack("UPDATE cases_case SET number = %s WHERE id = %s", other.number, case.pk)
    attack("UPDATE cases_case SET dnr = %s WHERE id = %s", other.dnr, case.pk)
    attack("UPDATE cases_case SET state = 'closed' WHERE id = %s", case.pk)


@pytest.mark.parametrize("table", ["cases_case", "cases_document"])
def test_secrecy_mark_without_ground_or_date_is_refused(table: str) -> None:
    make.document(make.case())

    attack(f"UPDATE {table} SET legal_ground = 'OSL 21:1'")
    attack(f"UPDATE {table} SET marked_on = '2020-01-01'")


def test_outbox_row_when_deleted_stays() -> None:
    OutboxMessage.objects.create(kind="x", object_id=1, due_at="2020-01-01T00:00Z")

    attack("DELETE FROM boards_outboxmessage")
    attack("UPDATE boards_outboxmessage SET state = 'delivered'")


def test_row_history_when_something_changes_tells_before_after_and_who() -> None:
    case = make.case(title="Förr")
    by = registers.role(case.board)

    change_case(case=case, title="Nu", by=by)

    change = RowChange.objects.filter(
        table_name="cases_case", row_id=case.pk, operation="UPDATE"
    ).latest("pk")
    assert (change.before["title"], change.after["title"]) == ("Förr", "Nu")
    assert change.actor_id == by.pk


def test_row_history_when_account_is_made_never_holds_the_password() -> None:
    user = registers.user()

    change = RowChange.objects.get(table_name="boards_user", row_id=user.pk)

    assert "password" not in change.after

"""Guards of the tables that are taken away, changed or switched off are named."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.integrity.checks import Looked
from boards.integrity.triggers import look_at_triggers
from tests.factories.tampering import triggers_off

pytestmark = [pytest.mark.django_db, pytest.mark.law("R-01")]


def trigger_of(table: str, name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass"
            " AND tgname LIKE %s",
            [table, f"pgtrigger_{name}%"],
        )
        return str(cursor.fetchone()[0])


def test_guards_when_all_are_there_then_have_no_fault() -> None:
    looked: Looked = Counter()
    assert list(look_at_triggers(looked)) == []
    assert looked["triggers"] > 100


def test_guards_when_one_is_off_and_one_is_gone_then_both_are_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE cases_case DISABLE TRIGGER USER")
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid ="
            " 'boards_historyevent'::regclass AND NOT tgisinternal"
        )
        (name,) = cursor.fetchone()
        cursor.execute(f"DROP TRIGGER {name} ON boards_historyevent")
    where = {fault.where for fault in look_at_triggers(Counter())}
    assert where == {
        "cases_case row_history",
        "cases_case never_deleted",
        "boards_historyevent append_only",
    }


def test_guards_when_the_function_of_one_is_emptied_then_it_is_named() -> None:
    """The trigger stays, with its hash beside it, and does nothing."""
    name = trigger_of("boards_historyevent", "append_only")
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS TRIGGER AS"
            " $$ BEGIN RETURN COALESCE(NEW, OLD); END; $$ LANGUAGE plpgsql"
        )
    [fault] = look_at_triggers(Counter())
    assert fault.where == "boards_historyevent append_only"


def test_guards_when_all_are_told_to_ignore_then_the_switch_is_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name NAME)"
            " RETURNS BOOLEAN AS $$ BEGIN RETURN TRUE; END; $$ LANGUAGE plpgsql"
        )
    [fault] = look_at_triggers(Counter())
    assert fault.where == "_pgtrigger_should_ignore"


def test_guards_when_the_account_is_a_replica_then_the_switch_is_named() -> None:
    with triggers_off():
        [fault] = look_at_triggers(Counter())
    assert fault.where == "session_replication_role"
    assert str(fault.values["is"]) == "replica"


def test_guards_when_there_are_hundreds_then_few_questions_are_asked() -> None:
    with CaptureQueriesContext(connection) as asked:
        list(look_at_triggers(Counter()))
    assert len(asked) == 3

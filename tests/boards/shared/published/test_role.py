"""What the public's database role may: read what was published, and nothing else."""

import pytest
from django.apps import apps
from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from boards.shared.published.enums import PublicAccess
from boards.shared.published.models import PublicationVersion, PublicRow, SentForm
from boards.shared.published.pages import public_form, public_page
from boards.shared.published.role import ROLE, as_public, public_tables, set_up
from cases.case.models import Case
from tests.factories import cases as make

pytestmark = pytest.mark.django_db

# What a public page has to read; whoever adds a table here says why in the review.
OPEN = {
    "boards_issueddocument",
    "boards_publicationversion",
    "cases_accessibilitystatement",
    "cases_diaryrow",
    "finance_publishedreport",
    "minutes_searchrow",
    "minutes_searchword",
}


def tables() -> list[str]:
    with connection.cursor() as cursor:
        return connection.introspection.table_names(cursor)


def refused(sql: str) -> bool:
    """Try a statement as the public; say whether PostgreSQL said no."""
    try:
        with as_public(), connection.cursor() as cursor:
            cursor.execute(sql)
    except ProgrammingError as error:
        return "permission denied" in str(error)
    except DatabaseError:
        return False
    return False


def test_public_role_then_every_table_that_is_not_published_is_closed() -> None:
    there = tables()
    assert len(there) > 60
    open_ones = {name for name in there if not refused(f'SELECT * FROM "{name}"')}
    published = {name for name in there if name.startswith("minutes_published")}
    writable = {PublicAccess.WRITE, PublicAccess.COUNT}
    assert open_ones - published - OPEN == {
        name for name, access in public_tables().items() if access in writable
    }
    assert open_ones >= published


def test_public_role_then_it_writes_only_where_a_model_says_so() -> None:
    may = {
        name
        for name, access in public_tables().items()
        if access in {PublicAccess.WRITE, PublicAccess.ADD, PublicAccess.COUNT}
    }
    for name in tables():
        if name in may:
            continue
        assert refused(f'INSERT INTO "{name}" DEFAULT VALUES'), name
        assert refused(f'DELETE FROM "{name}"'), name
        assert refused(f'TRUNCATE "{name}"'), name


def test_public_role_when_it_counts_forms_then_it_cannot_forget_one() -> None:
    table = SentForm._meta.db_table
    assert not refused(f'SELECT * FROM "{table}"')
    for change in ("DELETE FROM", "TRUNCATE"):
        assert refused(f'{change} "{table}"')
    assert refused(f"UPDATE \"{table}\" SET client = ''")


def test_public_role_when_it_makes_a_table_then_refused() -> None:
    assert refused("CREATE TABLE mine (id int)")


def test_public_page_when_it_asks_for_a_live_row_then_postgresql_refuses(
    rf: RequestFactory,
) -> None:
    make.case()

    @public_page
    def careless(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(", ".join(case.title for case in Case.objects.all()))

    @public_form
    def careless_form(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(Case.objects.count()))

    for view in (careless, careless_form):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
        ):
            view(rf.get("/careless/"))
    assert Case.objects.exists()


def test_rights_when_the_page_is_done_then_ones_own_again() -> None:
    with as_public(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (ROLE,)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() != (ROLE,)


def test_rights_when_set_up_again_then_the_same_and_every_page_anew() -> None:
    before = PublicationVersion.objects.get().value
    set_up()
    assert PublicationVersion.objects.get().value != before
    assert refused('SELECT * FROM "cases_case"')


def test_published_tables_then_every_change_gives_another_version() -> None:
    readable = [
        model
        for model in apps.get_models()
        if getattr(model, "public_access", None) == PublicAccess.READ
        and issubclass(model, PublicRow)
    ]
    assert len(readable) > 12
    with connection.cursor() as cursor:
        for table in public_tables():
            if table == PublicationVersion._meta.db_table:
                continue
            if public_tables()[table] != PublicAccess.READ:
                continue
            cursor.execute(
                "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass"
                " AND tgname LIKE 'pgtrigger_bumps_version%%' AND tgtype & 28 = 28",
                [table],
            )
            assert cursor.fetchone() == (1,), table


def test_public_pages_then_no_session_and_no_cookie(client: Client) -> None:
    answer = client.get("/")
    assert not answer.cookies
    assert not client.cookies

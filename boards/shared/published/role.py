"""The database role of public pages: it reads what was published and nothing else.

A page that asks for a live row gets an error from PostgreSQL, whoever wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from boards.shared.published.enums import PublicAccess
from boards.shared.published.models import PublicationVersion

ROLE = "justera_public"
RIGHTS = {
    PublicAccess.READ: "SELECT",
    # The id comes back from an insert, and nothing but the id.
    PublicAccess.ADD: "INSERT, SELECT (id)",
    PublicAccess.COUNT: "INSERT, SELECT",
    PublicAccess.WRITE: "SELECT, INSERT, UPDATE, DELETE",
}
# What rooms open besides tables, each with its own rights: SQL for after the grants.
openings: list[str] = []
MAKE_ROLE = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') THEN
        CREATE ROLE {ROLE} LOGIN;
    END IF;
    IF NOT pg_has_role(current_user, '{ROLE}', 'MEMBER') THEN
        GRANT {ROLE} TO CURRENT_USER;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
"""


def set_up(**_signal: Any) -> None:
    """Make the role, give it exactly its rights, and let every cached page go.

    It logs in only where the server lets it: with a password somebody gave it, or on
    one's own machine. Runs after every migrate, so a new table is closed until a model
    opens it. Without CREATEROLE the role has to be there: docs/operations.md.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(MAKE_ROLE)
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {ROLE}")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {ROLE}")
        there = set(connection.introspection.table_names(cursor))
        for table, access in public_tables().items():
            if table not in there:
                continue
            cursor.execute(f'GRANT {RIGHTS[access]} ON "{table}" TO {ROLE}')
        if there >= set(public_tables()):
            for opening in openings:
                cursor.execute(opening)
        cursor.execute(
            f"INSERT INTO {PublicationVersion._meta.db_table} (id, value)"  # noqa: S608  our own
            " VALUES (1, gen_random_uuid())"
            " ON CONFLICT (id) DO UPDATE SET value = gen_random_uuid()"
        )


def public_tables() -> dict[str, PublicAccess]:
    """Return the tables that are open to public pages."""
    found = {}
    for model in apps.get_models():
        access = getattr(model, "public_access", None)
        if access is None:
            continue
        found[model._meta.db_table] = access
        for field in model._meta.local_many_to_many:
            found[field.m2m_db_table()] = access
    return found


@contextmanager
def as_public() -> Iterator[None]:
    """Do what follows with the rights of the public, in one transaction."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {ROLE}")
        yield
        # After an error the rollback has done this already.
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")

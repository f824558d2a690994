"""Every trigger that guards a table: that it is there, whole and switched on."""

from __future__ import annotations

from collections.abc import Iterator

import pgtrigger
from django.db import connection
from django.db.models import Model

from boards.integrity.checks import Fault, Looked

INSTALLED = """
    SELECT c.relname, t.tgname, t.tgenabled, obj_description(t.oid), p.prosrc
    FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
"""
# Asked by every trigger of ours whether it is to do nothing this once.
IGNORING = "_pgtrigger_should_ignore"
IGNORING_SOURCE = "SELECT prosrc FROM pg_proc WHERE proname = %s"
# Fires for everybody, or fires always.
ON = {"O", "A"}

Installed = dict[tuple[str, str], tuple[str, str, str]]


def look_at_triggers(looked: Looked) -> Iterator[Fault]:
    """Compare the triggers in the database with those of the models, to the letter."""
    there = installed()
    for model, trigger in pgtrigger.registered():
        looked["triggers"] += 1
        if not is_whole(model, trigger, there):
            where = f"{model._meta.db_table} {trigger.name}"
            yield Fault(where, "integrity.trigger_off")
    yield from switches()


def installed() -> Installed:
    """Return how each trigger of the database stands: on or off, hash, source."""
    with connection.cursor() as cursor:
        cursor.execute(INSTALLED)
        return {
            (table, name): (state, told or "", source)
            for table, name, state, told, source in cursor.fetchall()
        }


def is_whole(model: type[Model], trigger: pgtrigger.Trigger, there: Installed) -> bool:
    """Say whether a trigger is on, and does what the model says it does."""
    key = model._meta.db_table, trigger.get_pgid(model)
    if key not in there:
        return False
    state, told, source = there[key]
    wanted = trigger.compile(model)
    return state in ON and told == wanted.hash and source in wanted.install_sql


def switches() -> Iterator[Fault]:
    """See that no switch turns the triggers off for all that we do."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW session_replication_role")
        (role,) = cursor.fetchone()
        cursor.execute(IGNORING_SOURCE, [IGNORING])
        sources = [source for (source,) in cursor.fetchall()]
    if role != "origin":
        yield Fault("session_replication_role", "integrity.triggers_off", {"is": role})
    model, trigger = pgtrigger.registered()[0]
    wanted = trigger.compile(model).install_sql
    if any(source not in wanted for source in sources):
        yield Fault(IGNORING, "integrity.triggers_off", {"is": "changed"})

"""The row history in words: who changed which field from what to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.person.models import User
from boards.shared.models import RowChange

OPERATIONS = {
    "INSERT": gettext_lazy("Added"),
    "UPDATE": gettext_lazy("Changed"),
    "DELETE": gettext_lazy("Removed"),
}
MOST_CHANGES = 500

Names = dict[type[models.Model], dict[Any, str]]


@dataclass(frozen=True)
class Change:
    """One row before and after, as a person reads it."""

    at: datetime
    who: str
    operation: str
    thing: str
    reason: str
    fields: tuple[tuple[str, str, str], ...]


def changes_of(
    obj: models.Model, parts: Sequence[tuple[type[models.Model], str]]
) -> list[Change]:
    """Return the history of an object and of its parts, the latest first.

    `parts` are models with the column that points at the object.
    """
    wanted = Q(table_name=obj._meta.db_table, row_id=obj.pk)
    for model, column in parts:
        of_part = Q(table_name=model._meta.db_table)
        pointed = Q(**{f"after__{column}": obj.pk}) | Q(**{f"before__{column}": obj.pk})
        wanted |= of_part & pointed
    rows = list(RowChange.objects.filter(wanted).order_by("-at", "-pk")[:MOST_CHANGES])
    tables = {model._meta.db_table: model for model in [type(obj), *dict(parts)]}
    names = names_in(rows, tables)
    return [in_words(row, tables[row.table_name], names) for row in rows]


def names_in(rows: Iterable[RowChange], tables: dict[str, type[models.Model]]) -> Names:
    """Fetch the names of everything the rows point at, in one query a model."""
    wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
    for row in rows:
        wanted[User].add(row.actor_id)
        for field in foreign_keys(tables[row.table_name]):
            for state in (row.before or {}, row.after or {}):
                wanted[field.related_model].add(state.get(field.column))
    return {
        model: {
            pk: str(found)
            for pk, found in model._default_manager.in_bulk(keys - {None}).items()
        }
        for model, keys in wanted.items()
    }


def foreign_keys(model: type[models.Model]) -> list[Any]:
    """Return the fields of a model that point at another."""
    return [field for field in model._meta.fields if field.is_relation]


def in_words(row: RowChange, model: type[models.Model], names: Names) -> Change:
    """Return a change with the names of fields and values."""
    before, after = row.before or {}, row.after or {}
    changed = tuple(
        (str(field.verbose_name), *(said(field, s, names) for s in (before, after)))
        for field in model._meta.fields
        if not field.primary_key and before.get(field.column) != after.get(field.column)
    )
    who = names[User].get(row.actor_id) or _("the system")
    operation = str(OPERATIONS[row.operation])
    thing = str(model._meta.verbose_name)
    return Change(row.at, who, operation, thing, row.reason, changed)


def said(field: Any, state: dict[str, Any], names: Names) -> str:
    """Return a value as a person reads it."""
    value = state.get(field.column)
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.is_relation:
        return names[field.related_model].get(value, str(value))
    return str(dict(field.flatchoices).get(value, value))

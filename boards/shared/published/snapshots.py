"""Writing what is published, so that only a change counts as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import transaction

from boards.shared.clock import now
from boards.shared.published.models import PublicationVersion, Snapshot

Row = TypeVar("Row", bound=Snapshot)
# What rooms to the right do with a row that was published, changed or withdrawn.
after_publish: list[Callable[[Snapshot], None]] = []


def hold_publication() -> None:
    """Publish one at a time until the transaction ends.

    Everything published shares the row that the caches ask; whoever came to it second
    with rows of its own in hand would wait for the first, and the first for those.
    """
    PublicationVersion.objects.select_for_update().first()


@transaction.atomic
def publish_row(model: type[Row], key: dict[str, Any], values: dict[str, Any]) -> Row:
    """Make or change the row with this key; with nothing new it is left alone.

    So `changed_at` is when the public could see something else, and a page that was
    published twice with the same words stays cached.
    """
    hold_publication()
    row = model._default_manager.filter(**key).select_for_update().first()
    if row is None:
        return told(model._default_manager.create(**key, **values))
    changed = [name for name, value in values.items() if differs(row, name, value)]
    if not changed:
        return row
    for name in changed:
        setattr(row, name, values[name])
    row.changed_at = now()
    row.save(update_fields=[*changed, "changed_at"])
    return told(row)


def told(row: Row) -> Row:
    """Let the rooms to the right follow what the public can now see."""
    for follow in after_publish:
        follow(row)
    return row


def differs(row: Snapshot, name: str, value: Any) -> bool:
    """Say whether a field has another value; of a row it points to only the key."""
    column = f"{name}_id"
    if column in row.__dict__:
        return bool(getattr(row, column) != getattr(value, "pk", None))
    return bool(getattr(row, name) != value)


def withdraw_row(row: Snapshot, **emptied: Any) -> None:
    """Take a row from the public: what it said is gone, that it was there is not."""
    hold_publication()
    if row.withdrawn_at is None:
        row.withdrawn_at = now()
    for name, value in emptied.items():
        setattr(row, name, value)
    row.changed_at = now()
    row.save()
    told(row)

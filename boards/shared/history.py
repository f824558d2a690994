"""Who did what: the actor of this transaction and the events people read."""

from typing import Any

from django.db import connection, models

from boards.shared.clock import now
from boards.shared.models import HistoryEvent


def acting(user: Any, reason: str = "") -> None:
    """Tell the row history of this transaction who acts, and why."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('justera.actor', %s, true),"
            " set_config('justera.reason', %s, true)",
            [str(user.pk) if user and user.pk else "", reason],
        )


def record(
    obj: models.Model,
    code: str,
    *,
    by: Any,
    reason: str = "",
    **values: object,
) -> HistoryEvent:
    """Append what was done to the history of an object."""
    return HistoryEvent.objects.create(
        code=code,
        model=obj._meta.label,
        object_id=obj.pk,
        board=getattr(obj, "board", None),
        by=by,
        at=now(),
        reason=reason,
        values=values,
    )

"""How times, days and absent values are written (OParl 1.1, chapter 2.4)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from boards.shared.clock import STOCKHOLM
from minutes.opendata.oparl.addresses import absolute, object_url
from minutes.opendata.oparl.enums import Kind

Object = dict[str, Any]
ABSENT: tuple[Any, ...] = (None, "", [], {})


def moment(value: datetime | None) -> str | None:
    """Return a moment to the second with its offset from UTC."""
    if value is None:
        return None
    return value.astimezone(STOCKHOLM).isoformat(timespec="seconds")


def day(value: date | None) -> str | None:
    """Return a day as ISO writes it."""
    return value.isoformat() if value else None


def web(row: Any) -> str | None:
    """Return the page of a published row, when it has one."""
    find = getattr(row, "get_absolute_url", None)
    return absolute(find()) if find else None


def written(kind: Kind, key: int | str, row: Any, values: Object) -> Object:
    """Return an object with its id, type and times; what is absent is left out."""
    return {
        "id": object_url(kind, key),
        "type": kind.type,
        **{name: value for name, value in values.items() if value not in ABSENT},
        "created": moment(row.created_at),
        "modified": moment(row.modified),
    }


def tombstone(kind: Kind, key: int | str, row: Any) -> Object:
    """Return what is left of an object that was taken back (chapter 2.8)."""
    return {**written(kind, key, row, {}), "deleted": True}


def without(values: Object, *names: str) -> Object:
    """Return an object as it stands inside its parent: with no way back to it."""
    return {name: value for name, value in values.items() if name not in names}

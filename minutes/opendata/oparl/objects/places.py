"""Locations: where a municipality is, where a meeting is held."""

from __future__ import annotations

from typing import Any

from minutes.opendata.oparl.addresses import object_url
from minutes.opendata.oparl.enums import Kind
from minutes.opendata.oparl.values import Object, written


def body_place(row: Any) -> Object:
    """Return a municipality's address."""
    values = {
        "description": " ".join(row.address.split()),
        "bodies": [object_url(Kind.BODY, row.pk)],
    }
    return written(Kind.LOCATION, f"body-{row.pk}", row, values)


def meeting_place(row: Any) -> Object:
    """Return where a meeting is held, as its summons says."""
    values = {
        "description": row.place,
        "meetings": [object_url(Kind.MEETING, row.pk)],
    }
    return written(Kind.LOCATION, f"meeting-{row.pk}", row, values)

"""The way of an ärende as a picture: its days along a line, to scale."""

from __future__ import annotations

from dataclasses import dataclass

from minutes.portal.queries import Event

WIDTH, EDGE = 600, 24


@dataclass(frozen=True)
class Mark:
    """An event's place along the line."""

    x: int
    kind: str
    title: str


@dataclass(frozen=True)
class Picture:
    """The line with its marks."""

    marks: list[Mark]
    first: str
    last: str
    width: int = WIDTH


def drawn(events: list[Event]) -> Picture | None:
    """Draw the events; one day alone is no line."""
    days = [event.day for event in events]
    if len(set(days)) < 2:  # noqa: PLR2004  two points make a line
        return None
    start, whole = min(days), (max(days) - min(days)).days
    marks = [
        Mark(
            EDGE + round((event.day - start).days / whole * (WIDTH - 2 * EDGE)),
            event.kind,
            f"{event.day:%Y-%m-%d} {event.title}",
        )
        for event in events
    ]
    return Picture(marks, f"{start:%Y-%m-%d}", f"{max(days):%Y-%m-%d}")

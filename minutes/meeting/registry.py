"""What rooms to the right add to the meeting: drafts of §§, and panels on its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from datetime import date

    from boards.board.models import Board
    from minutes.meeting.enums import AgendaCause
    from minutes.meeting.models import AgendaItem, Meeting


class DraftKeeper(Protocol):
    """Keeps the drafts of §§ in step with the agenda."""

    def create(self, agenda_item: AgendaItem) -> None:
        """Begin the draft of a point."""

    def follow(self, agenda_item: AgendaItem, was: str) -> None:
        """Take over a new heading unless the draft has got its own."""

    def remove(self, agenda_item: AgendaItem) -> None:
        """Take the draft away with its point."""

    def is_decided(self, agenda_item: AgendaItem) -> bool:
        """Say whether the point has been decided or is part of frozen minutes."""


class Returning(NamedTuple):
    """A point whose matter is to come up again, why, and not before which day."""

    item: AgendaItem
    cause: AgendaCause
    not_before: date | None


class Panel(NamedTuple):
    """A part of the meeting's page that another room fills.

    `context` returns what the template shows, or None when the panel has nothing to
    say for this meeting and this user; `step` is the step of the page it stands in.
    """

    step: str
    template: str
    context: Callable[[Meeting, Any], dict[str, Any] | None]


class ProgressMark(NamedTuple):
    """How far the minutes have come, told by the rooms that take them further."""

    step: str
    is_reached: Callable[[list[int]], set[int]]


# Who puts points of their own on the agendas of a board, at planning and at closing.
arising: list[Callable[[Board], object]] = []
# What earlier meetings sent on, asked for by board.
returning: list[Callable[[Board], Iterable[Returning]]] = []
# Who takes over the decision a standing point proposes.
after_proposal: list[Callable[[AgendaItem, str], None]] = []
# Who lists what a point of reported decisions reports.
reporting: list[Callable[[AgendaItem], None]] = []
draft_keepers: list[DraftKeeper] = []
panels: list[Panel] = []
progress_marks: list[ProgressMark] = []

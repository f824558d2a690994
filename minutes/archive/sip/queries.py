"""Reads of deliveries: what can leave, what has left, what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet

from boards.access.enums import Role
from boards.access.queries import boards_with_role
from boards.shared.clock import today
from boards.shared.texts import sentence
from cases.case.enums import CaseState
from cases.case.models import Case
from cases.document.models import Document
from minutes.archive.models import ArchivePackage
from minutes.archive.sip.models import SipPackage
from minutes.archive.sip.rules import blocks_year
from minutes.archive.sip.years import waits_for

if TYPE_CHECKING:
    from boards.board.models import Board


@dataclass(frozen=True)
class Year:
    """A year of a board's minutes, and why it cannot be delivered yet."""

    board: Board
    year: int
    reasons: tuple[str, ...] = ()


def packages_of(user: Any) -> QuerySet[SipPackage]:
    """Return the deliveries of the user's boards, the newest first."""
    boards = boards_with_role(user, Role.ARCHIVIST, Role.SECRETARY)
    return whole_packages().filter(board__in=boards)


def whole_packages() -> QuerySet[SipPackage]:
    """Return deliveries with what their pages show."""
    return SipPackage.objects.select_related(
        "board", "case__board", "file", "ordered_by__person", "receipt", "progress"
    ).prefetch_related("transfers__package__file")


def cases_to_deliver(user: Any) -> QuerySet[Case]:
    """Return closed ärenden with something to keep that were never ordered."""
    boards = boards_with_role(user, Role.ARCHIVIST)
    ordered = SipPackage.objects.filter(case=OuterRef("pk"))
    kept = Document.objects.registered().filter(case=OuterRef("pk"))
    rows = Case.objects.filter(board__in=boards, state=CaseState.CLOSED)
    rows = rows.filter(Exists(kept)).exclude(Exists(ordered))
    return rows.select_related("board").order_by("closed_on", "pk")


def years_to_deliver(user: Any) -> list[Year]:
    """Return years that were never ordered: the whole ones first, then why not."""
    boards = {one.pk: one for one in boards_with_role(user, Role.ARCHIVIST)}
    there = ArchivePackage.objects.filter(approval__meeting__board__in=boards)
    years = there.values_list(
        "approval__meeting__board", "approval__meeting__starts_at__year"
    )
    ordered = SipPackage.objects.filter(board__in=boards, year__isnull=False)
    left = sorted(set(years) - set(ordered.values_list("board", "year")))
    lacks = waits_for(list(boards.values())) if left else {}
    found = []
    for board, year in left:
        missing, is_over = lacks.get((board, year), []), year < today().year
        no = blocks_year(is_over=is_over, packages=1, missing=missing)
        found.append(Year(boards[board], year, tuple(map(sentence, no))))
    return sorted(found, key=lambda one: bool(one.reasons))


def boards_to_agree(user: Any) -> QuerySet[Board]:
    """Return the boards whose agreements the user keeps."""
    boards = boards_with_role(user, Role.ARCHIVIST).select_related("archive_agreement")
    return boards.order_by("name")

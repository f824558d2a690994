"""Opening, changing and closing an ärende."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from boards.access.permissions import require
from boards.board.models import Board
from boards.board.rules import dnr
from boards.person.models import User
from boards.shared.clock import today
from boards.shared.enums import SeriesKind
from boards.shared.history import record
from boards.shared.numbers import next_number
from boards.shared.refusals import Refusal, refuse_if
from cases.case import rules
from cases.case.enums import CaseState
from cases.case.models import Case
from cases.case.registry import after_change


@transaction.atomic
def open_case(
    *,
    board: Board,
    title: str,
    by: User | None,
    opened_on: date | None = None,
    case_officer: User | None = None,
    is_authority_exercise: bool = False,
) -> Case:
    """Open an ärende; its number follows the board's pattern and year."""
    require(by, "case.open", board)
    if not title.strip():
        refuse_if([Refusal("case.no_title", "OSL 5:2", field="title")])
    day = opened_on or today()
    has_regulations = board.regulations.exists()
    refuse_if(rules.blocks_opening(day, today(), has_regulations=has_regulations))
    pattern = board.regulations_on(day).dnr_pattern
    number = next_number(board=board, kind=SeriesKind.CASE, year=day.year)
    case = Case.objects.create(
        board=board,
        year=day.year,
        number=number,
        dnr=dnr(pattern, prefix=board.prefix, number=number, year=day.year),
        title=title.strip(),
        opened_on=day,
        case_officer=case_officer,
        is_authority_exercise=is_authority_exercise,
    )
    record(case, "case.opened", by=by)
    return case


def lock_open(case: Case) -> Case:
    """Return the ärende, locked, unless it is closed."""
    locked = Case.objects.select_for_update().get(pk=case.pk)
    refuse_if(rules.blocks_change(locked.facts()))
    return locked


@transaction.atomic
def change_case(
    *,
    case: Case,
    title: str,
    by: User | None,
    case_officer: User | None = None,
    is_authority_exercise: bool = False,
) -> Case:
    """Change what the ärende is called and who handles it; never its number."""
    require(by, "case.edit", case)
    case = lock_open(case)
    if not title.strip():
        refuse_if([Refusal("case.no_title", "OSL 5:2", field="title")])
    case.title = title.strip()
    case.case_officer = case_officer
    case.is_authority_exercise = is_authority_exercise
    case.save(update_fields=["title", "case_officer", "is_authority_exercise"])
    for follow in after_change:
        follow(case)
    record(case, "case.changed", by=by)
    return case


@transaction.atomic
def close_case(*, case: Case, by: User | None) -> Case:
    """Close the ärende once every draft is registered or removed (D-11)."""
    require(by, "case.close", case)
    case = Case.objects.select_for_update().get(pk=case.pk)
    refuse_if(rules.blocks_closing(case.facts()))
    case.state = CaseState.CLOSED
    case.closed_on = today()
    case.save(update_fields=["state", "closed_on"])
    record(case, "case.closed_event", by=by)
    return case


@transaction.atomic
def reopen_case(*, case: Case, reason: str, by: User | None) -> Case:
    """Open a closed ärende again, for what came in afterwards."""
    require(by, "case.close", case, reason)
    case = Case.objects.select_for_update().get(pk=case.pk)
    refuse_if(rules.blocks_reopening(case.facts(), reason))
    case.state = CaseState.OPEN
    case.closed_on = None
    case.save(update_fields=["state", "closed_on"])
    record(case, "case.reopened", by=by, reason=reason)
    return case

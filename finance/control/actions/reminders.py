"""Reminding: the verb of the worker (I-04, I-05)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from boards.board.models import Board
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.outbox import enqueue
from finance.control import queries, rules
from finance.control.enums import ReminderKind
from finance.control.models import ControlReminder


@transaction.atomic
def remind(*, day: date) -> list[ControlReminder]:
    """Remind of rows to complete, measures to carry out and reports that are missing.

    Each is made once for each day it is due: a unique row says so.
    """
    boards = Board.objects.active_on(day)
    made = []
    for row in queries.to_complete(boards):
        since = row.decision.decided_on
        due = since + rules.TIME_TO_COMPLETE
        of = {"kind": ReminderKind.INCOMPLETE, "plan": row.plan, "control": row}
        made += _make(of, day, due, since)
    for measure in queries.open_measures(boards):
        plan = measure.check_row.control.plan
        of = {"kind": ReminderKind.MEASURE, "plan": plan, "measure": measure}
        made += _make(of, day, measure.due_on, measure.given_on)
    for late in queries.late_reports(boards, day):
        of = {"kind": ReminderKind.NO_REPORT, "plan": late.plan}
        made += _make(of, day, late.due_on, date(late.plan.year, 1, 1))
    return made


def _make(
    of: dict[str, object], day: date, due: date, since: date
) -> list[ControlReminder]:
    step = rules.reminded_for(day, due, since)
    if step is None:
        return []
    row, is_new = ControlReminder.objects.get_or_create(
        **{"control": None, "measure": None} | of,
        step_on=step,
        defaults={"due_on": due, "made_at": now()},
    )
    if not is_new:
        return []
    record(row.plan, "control.reminded", by=None, kind=str(row.kind))
    enqueue("control.remind", row)
    return [row]

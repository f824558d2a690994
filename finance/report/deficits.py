"""A deficit that is to be followed up: reminded of until somebody says it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import STOCKHOLM, now, today
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import refuse_if
from finance.forecast.queries import controllers_of
from finance.report import rules
from finance.report.models import (
    DeficitFollowUp,
    DeficitReminder,
    InterimReport,
    ReportTable,
)
from finance.report.queries import tables_to_follow

if TYPE_CHECKING:
    from boards.person.models import User


@transaction.atomic
def follow_up_deficit(
    *, table: ReportTable, done_on: date, note: str, by: User | None
) -> DeficitFollowUp:
    """Say that a frozen report's deficit was followed up, and what came of it."""
    require(by, "report.edit", table)
    report = InterimReport.objects.select_for_update().get(pk=table.report_id)
    refuse_if(
        rules.blocks_follow_up(
            frozen_on=_day_of(report.frozen_at),
            has_day=table.follow_up_on is not None,
            is_done=DeficitFollowUp.objects.filter(table=table).exists(),
            done_on=done_on,
            today=today(),
        )
    )
    made = DeficitFollowUp.objects.create(
        table=table, done_on=done_on, note=note, by=by, at=now()
    )
    record(report, "report.deficit_followed_up", by=by, table=table.heading)
    return made


def _day_of(moment: datetime | None) -> date | None:
    return moment.astimezone(STOCKHOLM).date() if moment else None


@transaction.atomic
def remind_of_deficits(*, day: date) -> list[DeficitReminder]:
    """Remind of the deficits whose day is near or here: one mail to a person a day.

    Who was asked today already is asked for the rest tomorrow.
    """
    asked = set(
        DeficitReminder.objects.filter(asked_on=day).values_list("email", flat=True)
    )
    known = set(DeficitReminder.objects.values_list("table", "email", "step_on"))
    first: dict[str, DeficitReminder] = {}
    made = []
    for row in _due(day):
        if row.email in asked or (row.table_id, row.email, row.step_on) in known:
            continue
        row.save()
        first.setdefault(row.email, row)
        made.append(row)
    for row in first.values():
        enqueue("report.remind_of_deficit", row)
    return made


def _due(day: date) -> Iterator[DeficitReminder]:
    moment = now()
    for table in tables_to_follow():
        due_on = table.follow_up_on
        step = rules.reminded_on(due_on, day) if due_on else None
        for email in controllers_of(table.report.board) if step else []:
            yield DeficitReminder(
                table=table, email=email, step_on=step, asked_on=day, made_at=moment
            )

"""The verbs of the checks: order a run, and carry it out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction

from boards.access.permissions import require
from boards.integrity.checks import checks
from boards.integrity.inspecting import MOST_KEPT, Result, inspect
from boards.integrity.models import IntegrityRun
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, refuse_if

if TYPE_CHECKING:
    from boards.person.models import User

KIND = "integrity.run"
# A run that has not ended by then was cut off, with the worker it ran in.
LONGEST = timedelta(hours=12)


def under_way() -> IntegrityRun | None:
    """Return the run that waits or goes on, if there is one."""
    rows = IntegrityRun.objects.filter(
        ended_at__isnull=True, ordered_at__gt=now() - LONGEST
    )
    return rows.first()


@transaction.atomic
def order_run(*, by: User | None) -> IntegrityRun:
    """Have everything checked, once the worker has time."""
    require(by, "integrity.run")
    refuse_if([Refusal("integrity.under_way")] if under_way() else [])
    run = IntegrityRun.objects.create(ordered_at=now(), ordered_by=by)
    record(run, "integrity.ordered", by=by)
    enqueue(KIND, run)
    return run


def carry_out(pk: int) -> IntegrityRun | None:
    """Make every check of a run; None when another has begun it already.

    Outside any transaction: it takes as long as reading every file does, and what is
    done so far is seen meanwhile.
    """
    mine = IntegrityRun.objects.filter(pk=pk, started_at__isnull=True)
    if not mine.update(started_at=now()):
        return None
    run = IntegrityRun.objects.get(pk=pk)
    for check in checks:
        note(run, inspect(check))
    run.ended_at = now()
    run.save(update_fields=["ended_at"])
    return run


def note(run: IntegrityRun, result: Result) -> None:
    """Write down what one check found."""
    name = result.check.name
    counted = {"looked_at": result.looked, "fault_count": result.fault_count}
    run.looked_at = {**run.looked_at, name: counted}
    run.faults = [*run.faults, *as_rows(result)][:MOST_KEPT]
    run.fault_count += result.fault_count
    run.save(update_fields=["looked_at", "faults", "fault_count"])


def as_rows(result: Result) -> list[dict[str, Any]]:
    """Return the faults of a check as they are kept: their words come when shown."""
    return [
        {
            "check": result.check.name,
            "where": fault.where,
            "code": fault.code,
            "values": {name: str(value) for name, value in fault.values.items()},
        }
        for fault in result.faults
    ]

"""Putting a stop to disposals, and lifting it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.refusals import Refusal, refuse_if
from cases.case.models import Case
from cases.retention.models import Hold

if TYPE_CHECKING:
    from boards.person.models import User
    from cases.document.models import Document


@dataclass(frozen=True)
class HoldValues:
    """Why nothing may go, of the whole ärende or of one handling."""

    kind: str
    reason: str
    document: Document | None = None


@transaction.atomic
def set_hold(*, case: Case, said: HoldValues, by: User | None) -> Hold:
    """Stop the disposal of an ärende or of a handling in it until it is lifted."""
    require(by, "retention.plan", case, said.reason)
    # A disposal locks the ärenden of its handlingar too: one of the two comes first.
    case = Case.objects.select_for_update().get(pk=case.pk)
    found = []
    if not said.reason.strip():
        found.append(Refusal("retention.no_reason", field="reason"))
    if said.document and said.document.case_id != case.pk:
        found.append(Refusal("retention.other_case", field="document"))
    refuse_if(found)
    hold = Hold.objects.create(
        case=case,
        document=said.document,
        kind=said.kind,
        reason=said.reason.strip(),
        set_by=by,
        set_at=now(),
    )
    record(case, "retention.hold_set", by=by, reason=hold.reason)
    return hold


@transaction.atomic
def lift_hold(*, hold: Hold, reason: str, by: User | None) -> Hold:
    """Lift a hold, saying why."""
    require(by, "retention.plan", hold, reason)
    hold = Hold.objects.select_for_update(of=("self",)).get(pk=hold.pk)
    found = [] if hold.is_standing else [Refusal("retention.lifted_already")]
    if not reason.strip():
        found.append(Refusal("retention.no_reason", field="reason"))
    refuse_if(found)
    hold.lifted_by, hold.lifted_at, hold.lift_reason = by, now(), reason.strip()
    hold.save(update_fields=["lifted_by", "lifted_at", "lift_reason"])
    record(hold.case, "retention.hold_lifted", by=by, reason=hold.lift_reason)
    return hold

"""Justeringar made elsewhere: kept as migrated, with no signature of ours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from boards.shared.clock import local, now
from minutes.approval.actions.freezing import content_of
from minutes.approval.enums import ApprovalState
from minutes.approval.facts import freeze_facts
from minutes.approval.models import Approval, Approver
from minutes.approval.rules import blocks_freezing
from minutes.exchange import fields
from minutes.item.models import MinutesItem
from minutes.item.numbers import ranges
from minutes.item.queries import record_of
from minutes.meeting.enums import MeetingState

if TYPE_CHECKING:
    from minutes.exchange.loading import Loading
    from minutes.item.queries import Record

# Who kept the minutes elsewhere may have no account here.
NOT_ASKED = frozenset({"freeze.no_secretary"})
BEGUN = frozenset({MeetingState.IN_SESSION, MeetingState.CLOSED})


def load_approvals(loading: Loading) -> None:
    """Write every justering; approved are the minutes when all §§ are in one."""
    covered: list[str] = []
    for pointer, said in loading.rows("approvals"):
        covered += said["points"]
        loading.attempt(pointer, partial(load_approval, loading, said, pointer))
    for key in {key for key in covered if covered.count(key) > 1}:
        loading.problems.add("/approvals", "exchange.approved_twice", key=key)
    left = [key for key in loading.items if key not in covered]
    if loading.data["meeting"]["state"] == "approved" and left:
        values = {"keys": ", ".join(left)}
        loading.problems.add("/approvals", "exchange.not_all_approved", **values)


def load_approval(loading: Loading, said: dict[str, Any], pointer: str) -> None:
    """Write one justering: what the law asks of minutes is asked of old ones too."""
    known = [key for key in said["points"] if key in loading.items]
    for key in set(said["points"]) - set(known):
        loading.problems.add(f"{pointer}/points", "exchange.unknown_key", key=key)
    items = [loading.items[key][0] for key in known]
    whole = record_of(loading.meeting)
    mine = [row for row in whole.items if row in items]
    if not check_approval(loading, said, pointer, whole, mine):
        return
    values = fields.load(Approval, said, fields.APPROVAL)
    approval = Approval.objects.create(
        meeting=loading.meeting,
        is_secret=any(row.is_secret for row in mine),
        items_label=ranges(row.number or 0 for row in mine),
        migrated_from=said["migrated_from"],
        migrated_sha256=said.get("sha256", ""),
        **{name: value for name, value in values.items() if name != "approved_on"},
    )
    load_signers(loading, approval, said, pointer)
    MinutesItem.objects.filter(pk__in=[row.pk for row in mine]).update(
        approval=approval
    )
    approval.content = content_of(approval, mine)
    approval.state = ApprovalState.APPROVED
    approval.frozen_at = now()
    approval.frozen_by = loading.by
    approval.approved_on = values["approved_on"]
    approval.approved_at = local(values["approved_on"], 12)
    approval.save()


def check_approval(
    loading: Loading,
    said: dict[str, Any],
    pointer: str,
    whole: Record,
    mine: list[MinutesItem],
) -> bool:
    """Ask what the law demands of approved minutes (KL 5:65–69)."""
    problems = loading.problems
    if loading.meeting.state not in BEGUN:
        problems.add(pointer, "item.meeting_not_begun", "KL 5:65")
        return False
    is_immediate = said.get("is_immediate", False)
    facts = freeze_facts(whole, mine, is_immediate=is_immediate)
    law = [no for no in blocks_freezing(facts) if no.code not in NOT_ASKED]
    problems.refuse(pointer, law)
    unnumbered = [row for row in mine if row.number is None]
    for row in unnumbered:
        values = {"heading": row.heading}
        problems.add(pointer, "exchange.approved_unnumbered", "KL 5:69", **values)
    approved_on = fields.load(Approval, said, ("approved_on",))["approved_on"]
    if not loading.meeting.held_on <= approved_on <= now().date():
        where = f"{pointer}/approved_on"
        problems.add(where, "exchange.approved_when", "KL 5:69")
    return not law and not unnumbered and bool(mine)


def load_signers(
    loading: Loading, approval: Approval, said: dict[str, Any], pointer: str
) -> None:
    """Keep who signed there, when they were at the meeting."""
    seen: set[int] = set()
    for place, row in enumerate(said.get("signers", []), start=1):
        where = f"{pointer}/signers/{place - 1}"
        person = loading.person(row.get("person"), f"{where}/person")
        if person is None or person.person_id in seen:
            loading.problems.add(where, "exchange.signer_unknown", name=row["name"])
            continue
        seen.add(person.person_id)
        Approver.objects.create(
            approval=approval,
            person=person.person,
            role=row["role"],
            name=row["name"],
            position=place,
        )

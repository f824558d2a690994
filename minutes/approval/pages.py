"""What the pages of justering show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boards.access.permissions import may
from boards.shared.enums import OutboxState
from boards.shared.seal.setup import is_on_trial
from boards.shared.texts import sentence
from minutes.approval import methods
from minutes.approval.enums import ApprovalState
from minutes.approval.facts import freeze_facts, needed_level, signed_at
from minutes.approval.forms import FreezeForm, ReserveForm, TakeBackForm
from minutes.approval.methods import Step
from minutes.approval.queries import (
    approvals_of,
    decision_changes,
    events_of,
    sealing_trouble,
    versions_of,
)
from minutes.approval.rules import approval_due, blocks_freezing, warns_freezing
from minutes.item.queries import record_of
from minutes.meeting.enums import MeetingState
from minutes.review.pages import warnings_before_freezing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boards.person.models import User
    from minutes.approval.models import Approval, SigningAttempt
    from minutes.item.models import MinutesItem
    from minutes.meeting.models import Meeting

BEGUN = frozenset({MeetingState.IN_SESSION, MeetingState.CLOSED})


def approval_page(approval: Approval, user: User) -> dict[str, Any]:
    """Return what the secretary sees of one justering."""
    trouble = sealing_trouble(approval)
    nobody = all(signed_at(row) is None for row in approval.approvers.all())
    is_frozen = approval.state == ApprovalState.FROZEN
    may_freeze = may(user, "approval.freeze", approval)
    return {
        "approval": approval,
        "deadline": approval_due(approval.meeting.held_on),
        "changes": decision_changes(approval),
        "trouble": trouble,
        "has_failed": bool(trouble and trouble.state == OutboxState.FAILED),
        "may_take_back": is_frozen and nobody and may_freeze,
        "may_freeze": may_freeze,
        "may_correct": approval.state == ApprovalState.APPROVED
        and not approval.migrated_from
        and may(user, "approval.correct", approval),
        "versions": versions_of(approval),
        "may_fetch_evidence": not nobody and may(user, "approval.evidence", approval),
        "is_signer": is_open_to(approval, user),
        "taking_back": TakeBackForm(),
        "reserving": reserve_form(approval) if is_frozen and may_freeze else None,
        "events": events_of(approval),
    }


def reserve_form(approval: Approval) -> ReserveForm | None:
    """Return the form for a reserve, when there is one and somebody to replace."""
    form = ReserveForm(approval=approval)
    waiting: Any = form.fields["approver"]
    reserves: Any = form.fields["reserve"]
    is_first = approval.origin_id is None
    is_use = waiting.queryset.exists() and reserves.queryset.exists()
    return form if is_first and is_use else None


def is_open_to(approval: Approval, user: User) -> bool:
    """Say whether the user is to sign this justering, and has not done so."""
    return approval.state == ApprovalState.FROZEN and any(
        row.person_id == user.person_id and signed_at(row) is None
        for row in approval.approvers.all()
    )


def own_signature(approval: Approval, user: User) -> Any:
    """Return the user's approver row with its signature, if they sign."""
    rows = [row for row in approval.approvers.all() if row.person_id == user.person_id]
    return rows[0] if rows else None


def sign_page(approval: Approval, user: User, form: Any) -> dict[str, Any]:
    """Return what is signed, and the ways the board accepts."""
    ways = methods.open_to(user, needed_level(approval))
    with_page = [way for way in ways if way.identifier != "password"]
    return {
        "approval": approval,
        "form": form,
        "ways": with_page,
        "is_trial": is_on_trial(),
        "has_password": len(with_page) < len(ways),
        "is_open": is_open_to(approval, user),
        "own": own_signature(approval, user),
    }


def attempt_page(attempt: SigningAttempt, step: Step | None = None) -> dict[str, Any]:
    """Return a go at signing with what its method shows now."""
    way = methods.get(attempt.method)
    kept = attempt.state_of_method.get("step", {})
    return {
        "attempt": attempt,
        "approval": attempt.approver.approval,
        "own": attempt.approver,
        "way": way,
        "step": step or Step(**kept),
        "message": methods.words(step.message) if step and step.message else "",
        "failure": methods.words(attempt.failure) if attempt.failure else "",
        "is_unsealed": attempt.failure.startswith("seal."),
    }


def freezing_panel(meeting: Meeting, user: User) -> dict[str, Any] | None:
    """Return the panel of justering on the meeting's page."""
    if meeting.state not in BEGUN:
        return None
    approvals = list(approvals_of(meeting))
    form = FreezeForm(meeting=meeting)
    has_items = form.fields["items"].queryset.exists()  # type: ignore[attr-defined]
    return {
        "meeting": meeting,
        "approvals": approvals,
        "deadline": approval_due(meeting.held_on),
        "has_items": has_items and may(user, "approval.freeze", meeting),
        "is_done": not has_items
        and all(row.state == ApprovalState.APPROVED for row in approvals),
    }


def freeze_page(meeting: Meeting, form: FreezeForm) -> dict[str, Any]:
    """Return the form with what stands against freezing the §§ proposed in it."""
    record = record_of(meeting)
    proposed = set(form.initial.get("items", []))
    items = [item for item in record.items if item.pk in proposed]
    immediate = meeting.state == MeetingState.IN_SESSION
    return {
        "meeting": meeting,
        "form": form,
        "is_immediate": immediate,
        "missing": reasons_against(record, items) if items else [],
        "warnings": warnings_about(record, items)
        + warnings_before_freezing(meeting, proposed),
        "deadline": approval_due(meeting.held_on),
    }


def reasons_against(record: Any, items: Sequence[MinutesItem]) -> list[str]:
    """Return in words what the law still misses."""
    return [sentence(no) for no in blocks_freezing(freeze_facts(record, items))]


def warnings_about(record: Any, items: Sequence[MinutesItem]) -> list[str]:
    """Return in words what to think of before freezing."""
    return [sentence(no) for no in warns_freezing(freeze_facts(record, items))]

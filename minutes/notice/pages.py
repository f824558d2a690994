"""What the pages of the notice show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boards.access.permissions import may
from boards.shared.clock import today
from boards.shared.legal_texts import explain
from boards.shared.texts import sentence
from minutes.notice import forms, rules
from minutes.notice.facts import hidden_days, notice_facts, posted, unassessed
from minutes.notice.models import Notice
from minutes.notice.queries import events_of, interruptions_of, siblings, uptime_of

if TYPE_CHECKING:
    from boards.person.models import User
    from minutes.approval.models import Approval
    from minutes.meeting.models import Meeting


def notice_page(notice: Notice, user: User, **bound: Any) -> dict[str, Any]:
    """Return one notice with its dates explained and what can be done."""
    approval, day = notice.approval, today()
    down = rules.blocks_taking_down(notice_facts(notice), day)
    days = posted(approval)
    open_ones = unassessed(approval)
    page = {
        "notice": notice,
        "approval": approval,
        "siblings": siblings(notice),
        "deadline": rules.notice_due(approval.approved_on or notice.due_on),
        "explanation": reasons_of(approval),
        "keeps_up": [sentence(no) for no in down] if notice.state == "posted" else [],
        "period": rules.period_state(days, hidden_days(open_ones, day), day),
        "unassessed": open_ones,
        "interruptions": interruptions_of(approval),
        "uptime": uptime_of(notice),
        "tolerance": int(rules.TOLERANCE.total_seconds() // 60),
        "may_assess": bool(open_ones) and may(user, "notice.post", notice),
        "assess": forms.AssessForm(),
        "may_post": notice.state == "waiting" and may(user, "notice.post", notice),
        "may_take_down": not down and may(user, "notice.take_down", notice),
        "may_confirm": may_confirm(approval, days, user),
        "external": forms.ExternalPostingForm(initial={"posted_on": day}),
        "final": forms.FinalForm(),
        "events": events_of(notice),
    }
    return page | bound


def may_confirm(approval: Approval, days: dict[int, Any], user: User) -> bool:
    """Say whether laga kraft can be confirmed, once the court has answered."""
    is_over = not rules.blocks_confirming_final(days, today(), "x")
    if unassessed(approval):
        return False
    is_confirmed = hasattr(approval, "final")
    return is_over and not is_confirmed and may(user, "notice.confirm_final", approval)


def reasons_of(approval: Approval) -> list[str]:
    """Return why the time to appeal ends when it ends, sentence by sentence."""
    return [explain(why) for why in rules.appeal_window(posted(approval)).reasons]


def notice_panel(meeting: Meeting, user: User) -> dict[str, Any] | None:
    """Return the panel of notices on the meeting's page."""
    rows = Notice.objects.filter(approval__meeting=meeting).select_related(
        "approval__meeting__board", "municipality"
    )
    if not rows or not may(user, "notice.view", meeting):
        return None
    return {"meeting": meeting, "notices": list(rows)}

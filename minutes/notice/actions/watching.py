"""Keeping the record of whether each notice is up, and what follows when it is not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boards.access.permissions import require
from boards.shared.clock import local, now, today
from boards.shared.history import record
from boards.shared.refusals import refuse_if
from minutes.approval.models import Approval
from minutes.notice import rules
from minutes.notice.actions.dates import set_dates, tell_public
from minutes.notice.actions.mailing import mail_about
from minutes.notice.enums import Look, Outcome
from minutes.notice.models import Interruption, Notice, Sighting

if TYPE_CHECKING:
    from boards.board.models import Municipality
    from boards.person.models import User

ASSESSED = ("outcome", "ground", "assessed_at", "assessed_by")


@transaction.atomic
def note_look(
    *,
    municipality: Municipality,
    seen: Collection[int] | None,
    asked_at: datetime,
) -> list[Interruption]:
    """Write down what a look at a municipality's board showed (KL 13:5 st 2; A-05).

    `seen` holds the notices that were on it, or is None when it gave no answer.
    Returns the interruptions it found.
    """
    is_first = not Sighting.objects.exists()
    rows = (
        Notice.objects.up()
        .filter(municipality=municipality, posted_at__lte=asked_at)
        .select_for_update()
        .order_by("pk")
    )
    found = [
        note_one(
            notice,
            rules.look(
                posted_at=notice.posted_at or asked_at,
                last_seen=last_seen(notice),
                asked_at=asked_at,
                is_seen=None if seen is None else notice.pk in seen,
                is_first=is_first,
            ),
            asked_at,
        )
        for notice in rows
    ]
    return [one for one in found if one is not None]


def last_seen(notice: Notice) -> datetime | None:
    """Return when the notice was last known to be up: seen, or posted anew."""
    row = notice.sightings.order_by("-seen_until").first()
    known = [row.seen_until] if row else []
    return max(
        [*known, notice.reposted_at] if notice.reposted_at else known, default=None
    )


def note_one(notice: Notice, what: Look, asked_at: datetime) -> Interruption | None:
    """Carry the record of one notice on; a look older than the record is let go."""
    before = notice.sightings.order_by("-seen_until").first()
    if what == Look.WAIT or (before and before.seen_until >= asked_at):
        return None
    since = last_seen(notice) or notice.posted_at or asked_at
    if what in {Look.MISSING, Look.UNSEEN}:
        return interrupt(notice, since, asked_at, was_asked=what == Look.MISSING)
    going_on = notice.interruptions.filter(until_at__isnull=True).first()
    if going_on is not None:
        going_on.until_at = asked_at
        going_on.save(update_fields=["until_at"])
    is_near = before is not None and asked_at - before.seen_until <= rules.TOLERANCE
    if what == Look.EXTEND and before is not None and is_near and going_on is None:
        before.seen_until = asked_at
        before.save(update_fields=["seen_until"])
        return None
    Sighting.objects.create(notice=notice, seen_from=asked_at, seen_until=asked_at)
    if what == Look.BEGIN_AFTER_GAP and going_on is None:
        return interrupt(notice, since, asked_at, until_at=asked_at)
    return None


def interrupt(
    notice: Notice,
    from_at: datetime,
    found_at: datetime,
    *,
    until_at: datetime | None = None,
    was_asked: bool = False,
) -> Interruption | None:
    """Open an interruption and tell the secretary; one that goes on is enough."""
    if notice.interruptions.filter(until_at__isnull=True).exists():
        return None
    row = Interruption.objects.create(
        notice=notice,
        from_at=from_at,
        until_at=until_at,
        found_at=found_at,
        was_asked=was_asked,
    )
    record(notice, "notice.interrupted", by=None, since=f"{from_at:%Y-%m-%d %H:%M}")
    mail_about(notice, "interrupted")
    return row


def note_last_gap(notice: Notice) -> Interruption | None:
    """Open an interruption when nobody has looked lately, before it comes down.

    The record reaches to the end of the last day to appeal; without any record there is
    nothing to measure by.
    """
    since = last_seen(notice)
    if since is None or notice.removable_on is None or notice.state != "posted":
        return None
    if notice.interruptions.filter(assessed_at__isnull=True).exists():
        return None
    last_gap = notice.interruptions.filter(from_at__gte=since).first()
    until = min(now(), local(notice.removable_on))
    if last_gap is not None or until - since <= rules.TOLERANCE:
        return None
    return interrupt(notice, since, now(), until_at=until)


@transaction.atomic
def assess_interruption(
    *, interruption: Interruption, outcome: str, ground: str, by: User | None
) -> Interruption:
    """Write down what somebody found: it was up, or it is posted anew (KL 13:5 st 2).

    Posted anew, the time to appeal runs from today on every board here.
    """
    notice = interruption.notice
    require(by, "notice.post", notice)
    approval = Approval.objects.lock(notice.approval_id)
    row = Interruption.objects.select_for_update().get(pk=interruption.pk)
    refuse_if(
        rules.blocks_assessing(
            outcome=outcome,
            ground=ground,
            is_assessed=row.assessed_at is not None,
            is_over=row.until_at is not None,
        )
    )
    rows = [row]
    if outcome == Outcome.INTERRUPTED:
        rows = list(
            Interruption.objects.select_for_update().filter(
                notice__approval=approval, assessed_at__isnull=True
            )
        )
    for one in rows:
        one.outcome, one.ground = outcome, ground.strip()
        one.assessed_at, one.assessed_by = now(), by
        one.until_at = one.until_at or now()
        one.save(update_fields=[*ASSESSED, "until_at"])
    record(notice, f"notice.interruption_{outcome}", by=by, reason=row.ground)
    if outcome == Outcome.INTERRUPTED:
        post_anew(approval)
    return row


def post_anew(approval: Approval) -> None:
    """Let the notices that are up here count from today, with new dates (KL 13:5)."""
    rows = (
        Notice.objects.up()
        .filter(approval=approval, municipality__is_served_here=True)
        .select_for_update(of=("self",))
    )
    for notice in rows:
        notice.reposted_on, notice.reposted_at = today(), now()
        notice.save(update_fields=["reposted_on", "reposted_at"])
        record(notice, "notice.posted_anew", by=None, day=f"{notice.reposted_on}")
    set_dates(approval)
    tell_public(list(rows))

"""Taking notices down when their time is over."""

import logging

from celery import shared_task

from boards.shared.clock import today
from boards.shared.refusals import Refused
from minutes.notice.models import Notice, Proclamation
from minutes.notice.rules import mail_due, notice_due

log = logging.getLogger("justera.notice")


@shared_task
def take_down_due_notices() -> None:
    """Take down what may come down from this local date on (KL 8:12; A-05)."""
    # idempotent: each notice is asked about again under its lock
    from minutes.notice.actions import (  # noqa: PLC0415  task
        take_down_notice,
        take_down_proclamation,
    )

    for notice in Notice.objects.removable(today()).order_by("removable_on", "pk"):
        try:
            take_down_notice(notice=notice, by=None)
        except Refused as no:
            # Somebody else was first; anything worse is raised and seen.
            log.info("notice %s left alone: %s", notice.pk, no)
    for row in Proclamation.objects.removable(today()).order_by("removable_on", "pk"):
        try:
            take_down_proclamation(proclamation=row, by=None)
        except Refused as no:
            log.info("proclamation %s left alone: %s", row.pk, no)


@shared_task
def mail_about_waiting_notices() -> None:
    """Mail each secretary about notices that are due or late (KL 8:12; A-04)."""
    # idempotent: each mail is a unique row for its day
    from minutes.notice.actions import mail_about  # noqa: PLC0415  task

    rows = Notice.objects.waiting().filter(approval__meeting__migrated_from="")
    for notice in rows.select_related("approval"):
        due = notice_due(notice.approval.approved_on or notice.due_on)
        kind = mail_due(due, today())
        if kind:
            mail_about(notice, kind)

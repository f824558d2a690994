"""The mails of internal control: a report to a kommunstyrelse, and reminders."""

from __future__ import annotations

from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from boards.access.enums import Role
from boards.access.models import RoleAssignment
from boards.shared.clock import now, today
from boards.shared.history import record
from boards.shared.outbox import GiveUp
from finance.control.enums import ReminderKind, SendingState
from finance.control.models import ControlPlan, ControlReminder, ControlSending

WORDS = {
    ReminderKind.INCOMPLETE: (
        gettext_lazy("Reminder: complete a row of the internal control plan %(year)s"),
        gettext_lazy(
            "The board added a row to its internal control plan %(year)s that is not"
            " complete. Please fill in what is missing:\n\n%(link)s"
        ),
    ),
    ReminderKind.MEASURE: (
        gettext_lazy("Reminder: a measure in internal control is due %(day)s"),
        gettext_lazy(
            "A measure after the follow-up of internal control is to be done by"
            " %(day)s:\n\n%(link)s"
        ),
    ),
    ReminderKind.NO_REPORT: (
        gettext_lazy("Reminder: report the follow-up of internal control %(year)s"),
        gettext_lazy(
            "The follow-up of the internal control plan %(year)s is to be on file at"
            " the first meeting of the year, %(day)s:\n\n%(link)s"
        ),
    ),
}


def message_id(identifier: str) -> dict[str, str]:
    """Return the Message-ID of a row, so that a repeat is seen as one."""
    host = urlparse(settings.SITE_URL).hostname
    return {"Message-ID": f"<{identifier}@{host}>"}


def send_report(pk: int) -> None:
    """Send one report to one kommunstyrelse."""
    # idempotent: a sending that is delivered is left alone; the Message-ID is its own
    row = ControlSending.objects.select_for_update(of=("self",)).get(pk=pk)
    if row.state == SendingState.DELIVERED:
        return
    report, plan = row.report, row.report.plan
    values = {"year": plan.year, "board": plan.board.name, "citation": report.citation}
    message = EmailMessage(
        subject=_("Follow-up of internal control %(year)s, %(board)s") % values,
        body=_(
            "The board has decided on the follow-up of its internal control,"
            " %(citation)s. The report is attached."
        )
        % values,
        to=[row.email],
        reply_to=[plan.board.email],
        headers=message_id(f"control-{pk}"),
    )
    file = report.document.kept_file
    if file is None:
        raise GiveUp("the report has been disposed of")
    message.attach(report.document.file_name, file.read(), file.media_type)
    message.send()
    row.state, row.sent_at = SendingState.DELIVERED, now()
    row.save(update_fields=["state", "sent_at"])
    record(plan, "control.report_delivered", by=None, name=row.name)


def note_failure(pk: int, _error: Exception, is_over: bool) -> None:
    """Say that a report could not be sent and is not tried again."""
    if is_over:
        ControlSending.objects.filter(pk=pk, state=SendingState.PENDING).update(
            state=SendingState.FAILED
        )


def send_reminder(pk: int) -> None:
    """Send one reminder, unless what it reminds of has been done."""
    # idempotent: the Message-ID is the row's, and what is done is not reminded of
    row = ControlReminder.objects.select_related(
        "plan__board", "control__risk__plan", "measure__check_row__control"
    ).get(pk=pk)
    addresses = addresses_of(row)
    if is_done(row) or not addresses:
        return
    subject, text = WORDS[ReminderKind(row.kind)]
    target = row.control or (row.measure and row.measure.check_row.control) or row.plan
    values = {
        "year": row.plan.year,
        "day": f"{row.due_on:%Y-%m-%d}",
        "link": f"{settings.SITE_URL}{target.get_absolute_url()}",
    }
    EmailMessage(
        subject=str(subject) % values,
        body=str(text) % values,
        to=addresses,
        reply_to=[row.board.email],
        headers=message_id(f"control-reminder-{pk}"),
    ).send()


def is_done(row: ControlReminder) -> bool:
    """Say whether there is nothing left to remind of."""
    if row.kind == ReminderKind.MEASURE:
        return row.measure.done_on is not None
    if row.kind == ReminderKind.INCOMPLETE:
        return bool(row.control.ended_by_id) or not row.control.missing
    return row.plan.reports.exists()


def addresses_of(row: ControlReminder) -> list[str]:
    """Return who is reminded: whoever is responsible, else the board's controllers."""
    one = row.measure.contact if row.measure else ""
    if row.control:
        one = row.control.contact
    return [one] if one else keepers(row.plan) or [row.board.email]


def keepers(plan: ControlPlan) -> list[str]:
    """Return the addresses of the board's controllers."""
    held = RoleAssignment.objects.valid_on(today()).filter(
        board=plan.board_id, role=Role.CONTROLLER
    )
    rows = held.select_related("user__person")
    found = {
        row.user.email or (row.user.person.email if row.user.person else "")
        for row in rows
    }
    return sorted(found - {""})

"""What the outbox does for interim reports."""

from boards.shared.outbox import handlers
from finance.report import mail

handlers["report.remind_of_deficit"] = mail.send_reminder

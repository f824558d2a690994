"""What the outbox does for internal control."""

from boards.shared.outbox import after_failure, handlers
from finance.control import mail

handlers["control.send"] = mail.send_report
after_failure["control.send"] = mail.note_failure
handlers["control.remind"] = mail.send_reminder

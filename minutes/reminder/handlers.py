"""What the outbox does for reminders."""

from boards.shared.outbox import handlers
from minutes.reminder import mail

handlers["reminder.send"] = mail.send_reminder

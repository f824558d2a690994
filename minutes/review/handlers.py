"""What the outbox does for review."""

from boards.shared.outbox import handlers
from minutes.review import mail

handlers["review.ask"] = mail.ask
handlers["review.tell_secretary"] = mail.tell_secretary

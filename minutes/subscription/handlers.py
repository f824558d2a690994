"""What the outbox does for subscriptions."""

from boards.shared.outbox import after_failure, handlers
from minutes.subscription import mail

handlers["subscription.confirm"] = mail.ask_to_confirm
handlers["subscription.remind"] = mail.remind
handlers["subscription.letter"] = mail.send_letter
after_failure["subscription.letter"] = mail.note_refused

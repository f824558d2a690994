"""What the outbox does for forecasts."""

from boards.shared.outbox import handlers
from finance.forecast import mail

handlers["forecast.remind"] = mail.send_reminder

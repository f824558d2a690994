"""What the outbox does for the meeting."""

from boards.shared.outbox import handlers
from minutes.meeting.actions.summons import mail_summons

handlers["meeting.mail_summons"] = mail_summons

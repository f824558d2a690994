"""The app's tasks, where Celery looks."""

from minutes.notice.tasks import take_down_due_notices
from minutes.privacy.tasks import end_grounds
from minutes.reminder.tasks import remind_before_due

__all__ = ["end_grounds", "remind_before_due", "take_down_due_notices"]

"""The app's tasks, where Celery looks."""

from minutes.notice.tasks import take_down_due_notices

__all__ = ["take_down_due_notices"]

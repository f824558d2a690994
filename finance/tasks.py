"""The app's tasks, where Celery looks."""

from finance.control.tasks import remind_of_control

__all__ = ["remind_of_control"]

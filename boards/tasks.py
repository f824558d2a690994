"""The app's tasks, where Celery looks."""

from boards.shared.tasks import deliver, deliver_due

__all__ = ["deliver", "deliver_due"]

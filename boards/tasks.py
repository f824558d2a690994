"""The app's tasks, where Celery looks."""

from boards.integrity.tasks import seal_new_history
from boards.shared.tasks import deliver, deliver_due

__all__ = ["deliver", "deliver_due", "seal_new_history"]

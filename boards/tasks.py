"""The app's tasks, where Celery looks."""

from boards.integrity.tasks import (
    check_everything,
    check_nightly,
    seal_new_history,
)
from boards.shared.tasks import deliver, deliver_due

__all__ = [
    "check_everything",
    "check_nightly",
    "deliver",
    "deliver_due",
    "seal_new_history",
]

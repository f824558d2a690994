"""The app's tasks, where Celery looks."""

from minutes.archive.renewal.tasks import renew_stamps
from minutes.archive.sending.tasks import fetch_answers
from minutes.notice.tasks import mail_about_waiting_notices, take_down_due_notices
from minutes.noticeboard.tasks import watch_boards
from minutes.opendata.bulk.tasks import make_year_files
from minutes.privacy.tasks import end_grounds
from minutes.reminder.tasks import remind_before_due
from minutes.subscription.tasks import (
    forget_unconfirmed,
    take_requests,
    tell_news,
)

__all__ = [
    "end_grounds",
    "fetch_answers",
    "forget_unconfirmed",
    "mail_about_waiting_notices",
    "make_year_files",
    "remind_before_due",
    "renew_stamps",
    "take_down_due_notices",
    "take_requests",
    "tell_news",
    "watch_boards",
]

"""The app's tasks, where Celery looks."""

from cases.preservation.tasks import look_at_formats
from cases.report.tasks import open_reports

__all__ = ["look_at_formats", "open_reports"]

"""The app's tasks, where Celery looks."""

from cases.report.tasks import open_reports

__all__ = ["open_reports"]

"""The app's tasks, where Celery looks."""

from finance.control.tasks import remind_of_control
from finance.forecast.tasks import chase_forecasts
from finance.report.tasks import remind_of_deficits

__all__ = ["chase_forecasts", "remind_of_control", "remind_of_deficits"]

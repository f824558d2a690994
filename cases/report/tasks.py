"""Taking in what was reported without login."""

from celery import shared_task

from cases.report.models import AccessibilityReport

# So many in one go; a flood of them leaves the worker time for other things.
AT_ONCE = 20


@shared_task
def open_reports() -> None:
    """Make each report an ärende; the public itself can only leave it."""
    # idempotent: a report with its ärende is left alone, under its lock
    from cases.report.actions import open_reported  # noqa: PLC0415  task

    waiting = AccessibilityReport.objects.filter(case=None).order_by("pk")
    for report in waiting[:AT_ONCE]:
        open_reported(report=report)

"""Taking personal data offline when the ground for it has ended."""

from celery import shared_task

from boards.shared.clock import today
from minutes.privacy.models import Publication


@shared_task
def end_grounds() -> None:
    """End the grounds whose last day is past (GDPR art. 5.1 e)."""
    # idempotent: each document is asked about again under its lock
    from minutes.privacy.actions import end_ground  # noqa: PLC0415  task

    for row in Publication.objects.over(today()).order_by("pk"):
        end_ground(publication=row)

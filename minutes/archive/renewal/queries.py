"""Which minutes need a new time stamp, and what became of the last attempt."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Max, Q, QuerySet

from boards.shared.enums import OutboxState
from boards.shared.models import OutboxMessage
from minutes.archive.models import ArchivePackage
from minutes.archive.renewal.rules import BEFORE

KIND = "archive.renew"


def due_packages(day: date) -> QuerySet[ArchivePackage]:
    """Return packages whose newest stamp is to be made anew, and those without any."""
    waiting = OutboxMessage.objects.filter(kind=KIND, state=OutboxState.PENDING)
    rows = ArchivePackage.objects.annotate(weakens=Max("stamps__weakens_on"))
    due = Q(weakens__isnull=True) | Q(weakens__lte=day + BEFORE)
    return rows.filter(due).exclude(pk__in=waiting.values("object_id")).order_by("pk")


def failed(packages: Collection[int]) -> set[int]:
    """Return the packages whose last attempt at a new stamp failed."""
    rows = OutboxMessage.objects.filter(kind=KIND, object_id__in=packages)
    last = {row.object_id: row for row in rows.order_by("pk")}
    return {
        key
        for key, row in last.items()
        if row.state != OutboxState.DELIVERED and row.last_error
    }

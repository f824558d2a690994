"""Which file holds a year, and what stood behind it when it was made."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.db import models
from django.urls import reverse

from boards.shared.clock import now
from boards.shared.published.models import PublicRow
from boards.shared.triggers import bumps_version


class PublishedYear(PublicRow):
    """A year's file; `holds` tells how far each table went, and when it changed.

    With a change to what it holds, it is shown no more until it is made anew.
    """

    year = models.PositiveSmallIntegerField(unique=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    made_at = models.DateTimeField(default=now)
    holds = models.JSONField()

    class Meta:
        ordering = ["-year"]
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return f"{self.year}.zip"

    def get_absolute_url(self) -> str:
        """Where it is fetched."""
        return reverse("year-file", args=[self.year])

    @property
    def path(self) -> str:
        """Where it lies in the storage: no longer than it is shown."""
        return f"bulk/{self.year}-{self.sha256}.zip"

    def delete_file(self) -> None:
        """Take the bytes away."""
        default_storage.delete(self.path)

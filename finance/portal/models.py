"""What the public may see of the board's money: the figures of published reports."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from boards.shared.published.models import Snapshot
from boards.shared.triggers import bumps_version


class PublishedReport(Snapshot):
    """A delårsrapport whose PDF somebody decided to publish (D-17), as data.

    `tables`: heading, columns (code and words), rows of label, kind and figures in öre,
    the words around them, and the year month by month.
    """

    source_id = models.BigIntegerField(unique=True)
    board_name = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=200, blank=True)
    introduction = models.JSONField(default=dict)
    period_end = models.DateField()
    paper_url = models.CharField(max_length=200, blank=True)
    tables = models.JSONField(default=list)

    class Meta:
        ordering = ["-period_end", "-pk"]
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return f"{self.title} {self.period_end:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The report's public page."""
        return reverse("public-report", args=[self.pk])

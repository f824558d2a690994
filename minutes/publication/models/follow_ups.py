"""What became of decisions."""

from __future__ import annotations

from django.db import models

from boards.shared.published.models import Snapshot
from boards.shared.triggers import bumps_version
from minutes.publication.models.minutes import PublishedItem


class PublishedFollowUp(Snapshot):
    """A beslutspunkt was carried out or reported back on a day."""

    source_id = models.BigIntegerField(unique=True)
    item = models.ForeignKey(
        PublishedItem, on_delete=models.CASCADE, related_name="follow_ups"
    )
    point = models.CharField(max_length=20)
    kind = models.CharField(max_length=13)
    done_on = models.DateField()
    text = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["done_on", "pk"]
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return f"{self.item} {self.point}: {self.kind}"

"""The public diary: rows written when something is registered, already masked."""

from django.db import models

from boards.shared.published.models import Snapshot
from boards.shared.triggers import bumps_version


class DiaryRow(Snapshot):
    """What the public may see of one registered handling (OSL 5:2)."""

    source_id = models.BigIntegerField(unique=True)
    board_slug = models.SlugField()
    board_name = models.CharField(max_length=120)
    dnr = models.CharField(max_length=40)
    designation = models.CharField(max_length=60)
    case_title = models.CharField(max_length=200, blank=True)
    handled_on = models.DateField()
    direction = models.CharField(max_length=10)
    counterparty = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    is_masked = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["board_slug", "-handled_on"])]
        ordering = ["-handled_on", "-source_id"]
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return self.designation

"""Notices on the boards."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.urls import reverse

from boards.shared.published.models import Snapshot
from boards.shared.triggers import bumps_version, leaves_search
from minutes.publication.models.minutes import PublishedMinutes
from minutes.publication.models.registers import (
    PublishedBoard,
    PublishedMunicipality,
)


class PublishedNoticeQuerySet(models.QuerySet["PublishedNotice"]):
    """Sets of published notices."""

    def up_on(self, day: date) -> PublishedNoticeQuerySet:
        """Those on the board: posted, and not taken down."""
        return self.filter(posted_on__lte=day, taken_down_on__isnull=True)


class PublishedNotice(Snapshot):
    """A notice on a municipality's board, with its dates and why they are so."""

    source_id = models.BigIntegerField(unique=True)
    municipality = models.ForeignKey(
        PublishedMunicipality, on_delete=models.CASCADE, related_name="notices"
    )
    board = models.ForeignKey(
        PublishedBoard, on_delete=models.CASCADE, related_name="notices"
    )
    minutes = models.ForeignKey(
        PublishedMinutes, null=True, on_delete=models.SET_NULL, related_name="notices"
    )
    held_on = models.DateField()
    items_label = models.CharField(max_length=120)
    approved_on = models.DateField()
    storage_place = models.CharField(max_length=120)
    posted_on = models.DateField()
    posted_at = models.DateTimeField()
    last_appeal_day = models.DateField(null=True)
    removable_on = models.DateField(null=True)
    explanation = models.TextField()
    # Why each of the dates is that day, by the name of its field.
    reasons = models.JSONField(default=dict)
    taken_down_on = models.DateField(null=True)

    objects = PublishedNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-posted_at", "-pk"]
        triggers = [bumps_version(), leaves_search("notice")]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.board} {self.held_on:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The notice's public page."""
        return reverse("public-notice", args=[self.municipality.slug, self.pk])


class PublishedProclamation(Snapshot):
    """A kungörelse on a municipality's board; emptied when it has come down (A-12)."""

    source_id = models.BigIntegerField(unique=True)
    municipality = models.ForeignKey(
        PublishedMunicipality, on_delete=models.CASCADE, related_name="proclamations"
    )
    board = models.ForeignKey(
        PublishedBoard, on_delete=models.CASCADE, related_name="proclamations"
    )
    kind = models.CharField(max_length=12)
    heading = models.CharField(max_length=200, blank=True)
    requested_by = models.CharField(max_length=120, blank=True)
    law = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    storage_place = models.CharField(max_length=120, blank=True)
    names_somebody = models.BooleanField(default=False)
    posted_on = models.DateField()
    posted_at = models.DateTimeField()
    last_day = models.DateField()
    removable_on = models.DateField()
    reasons = models.JSONField(default=dict)

    class Meta:
        ordering = ["-posted_at", "-pk"]
        triggers = [bumps_version(), leaves_search("proclamation")]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.law} {self.posted_on:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """Its public page while it is up."""
        return reverse("public-proclamation", args=[self.municipality.slug, self.pk])

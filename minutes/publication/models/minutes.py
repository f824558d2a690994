"""Approved minutes and their §§."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from boards.shared.citations import paragraphs
from boards.shared.clock import now
from boards.shared.published.models import Snapshot
from boards.shared.triggers import bumps_version, leaves_search
from minutes.publication.models.meetings import (
    PublishedAgendaPoint,
    PublishedCase,
    PublishedMeeting,
)


class PublishedMinutes(Snapshot):
    """Approved minutes: the HTML that is their primary form, and the PDF's hash."""

    source_id = models.BigIntegerField(unique=True)
    meeting = models.ForeignKey(
        PublishedMeeting, on_delete=models.CASCADE, related_name="minutes"
    )
    items_label = models.CharField(max_length=120)
    approved_on = models.DateField()
    published_at = models.DateTimeField(default=now)
    html = models.TextField()
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    # The same as Akoma Ntoso, from what is shown: masked where the page is.
    akn_sha256 = models.CharField(max_length=64, blank=True, default="")
    signed_sha256 = models.CharField(max_length=64)
    is_masked = models.BooleanField(default=False)
    is_secret = models.BooleanField(default=False)
    # Laga kraft, once a person has confirmed it (KL 13:14).
    final_on = models.DateField(null=True)
    # Corrected minutes: which version this is, of which first one, and what changed.
    version = models.PositiveSmallIntegerField(default=1)
    first_source_id = models.BigIntegerField(default=0, db_index=True)
    corrections = models.JSONField(default=list)

    class Meta:
        ordering = ["-approved_on", "-pk"]
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return f"{self.meeting} {paragraphs(self.items_label)}"

    def get_absolute_url(self) -> str:
        """The minutes' public page."""
        return reverse("public-minutes", args=[self.pk])

    @property
    def file_name(self) -> str:
        """What the PDF is called when it is saved."""
        board, day = self.meeting.board, self.meeting.held_on
        return f"protokoll-{board.slug}-{day:%Y-%m-%d}-{self.source_id}.pdf"


class PublishedItem(Snapshot):
    """One § of published minutes, for its own page and for search."""

    source_id = models.BigIntegerField(unique=True)
    minutes = models.ForeignKey(
        PublishedMinutes, on_delete=models.CASCADE, related_name="items"
    )
    number = models.PositiveIntegerField()
    citation = models.CharField(max_length=60)
    heading = models.CharField(max_length=200)
    dnr = models.CharField(max_length=40, blank=True)
    html = models.TextField()
    text = models.TextField()
    case = models.ForeignKey(
        PublishedCase, null=True, on_delete=models.SET_NULL, related_name="items"
    )
    point = models.ForeignKey(
        PublishedAgendaPoint, null=True, on_delete=models.SET_NULL, related_name="items"
    )
    # What was proposed, put, voted and decided, in data: `publication.facts` writes it.
    facts = models.JSONField(default=dict)

    class Meta:
        ordering = ["number"]
        triggers = [bumps_version(), leaves_search("item")]

    def __str__(self) -> str:
        return self.citation

    def get_absolute_url(self) -> str:
        """The §'s place in its minutes."""
        return f"{self.minutes.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The §'s mark in the HTML of the minutes."""
        return f"item-{self.source_id}"

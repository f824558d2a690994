"""What the public knows of meetings: calendar, agenda, papers, kungörelse."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from boards.shared.published.models import Snapshot
from boards.shared.triggers import bumps_version, leaves_search
from minutes.publication.models.registers import (
    PublishedBoard,
    PublishedMunicipality,
)


class PublishedMeeting(Snapshot):
    """A meeting in the public calendar, with its agenda once it is summoned."""

    source_id = models.BigIntegerField(unique=True)
    board = models.ForeignKey(
        PublishedBoard, on_delete=models.CASCADE, related_name="meetings"
    )
    starts_at = models.DateTimeField()
    held_on = models.DateField()
    place = models.CharField(max_length=200)
    is_cancelled = models.BooleanField(default=False)
    agenda = models.JSONField(default=list)
    ends_at = models.DateTimeField(null=True)
    # How many times when and where have changed: a calendar asks (RFC 5545 SEQUENCE).
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-starts_at"]
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return f"{self.board} {self.held_on:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The meeting's public page."""
        return reverse("public-meeting", args=[self.board.slug, self.held_on])


class PublishedCase(Snapshot):
    """An ärende as its page shows it; a secret one has its number alone."""

    source_id = models.BigIntegerField(unique=True)
    board = models.ForeignKey(
        PublishedBoard, on_delete=models.CASCADE, related_name="cases"
    )
    dnr = models.CharField(max_length=40)
    title = models.CharField(max_length=200, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    is_secret = models.BooleanField(default=False)

    class Meta:
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "dnr"], name="published_dnr_once_per_board"
            )
        ]
        triggers = [bumps_version(), leaves_search("case")]

    def __str__(self) -> str:
        return f"{self.dnr} {self.title}".rstrip()


class PublishedAgendaPoint(Snapshot):
    """One point of a föredragningslista; a secret one has a neutral heading."""

    source_id = models.BigIntegerField(unique=True)
    meeting = models.ForeignKey(
        PublishedMeeting, on_delete=models.CASCADE, related_name="points"
    )
    case = models.ForeignKey(
        PublishedCase, null=True, on_delete=models.SET_NULL, related_name="points"
    )
    position = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=200)
    is_secret = models.BooleanField(default=False)

    class Meta:
        ordering = ["meeting", "position"]
        triggers = [bumps_version(), leaves_search("point")]

    def __str__(self) -> str:
        return f"{self.position} {self.heading}"


class PublishedPaper(Snapshot):
    """A handling that somebody decided to publish, as a file (D-17)."""

    source_id = models.BigIntegerField(unique=True)
    board = models.ForeignKey(
        PublishedBoard, on_delete=models.CASCADE, related_name="papers"
    )
    case = models.ForeignKey(
        PublishedCase, null=True, on_delete=models.SET_NULL, related_name="papers"
    )
    points = models.ManyToManyField(PublishedAgendaPoint, related_name="papers")
    designation = models.CharField(max_length=60)
    heading = models.CharField(max_length=200)
    handled_on = models.DateField()
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    file_name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["handled_on", "pk"]
        triggers = [bumps_version(), leaves_search("paper")]

    def __str__(self) -> str:
        return f"{self.designation} {self.heading}"


class PaperOnAgenda(PublishedPaper.points.through):  # type: ignore[name-defined]
    """Which papers belong to which point: here for its trigger."""

    class Meta:
        proxy = True
        triggers = [bumps_version()]


class PublishedAnnouncement(Snapshot):
    """The kungörelse of an assembly's meeting on a municipality's board (KL 5:13)."""

    source_id = models.BigIntegerField()
    municipality = models.ForeignKey(
        PublishedMunicipality, on_delete=models.CASCADE, related_name="announcements"
    )
    meeting = models.ForeignKey(
        PublishedMeeting, on_delete=models.CASCADE, related_name="announcements"
    )
    announced_at = models.DateTimeField()
    agenda = models.JSONField()
    has_moved = models.BooleanField(default=False)

    class Meta:
        ordering = ["meeting__starts_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "municipality"],
                name="announced_once_per_municipality",
            )
        ]
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.meeting}"

    def get_absolute_url(self) -> str:
        """The meeting's public page."""
        return self.meeting.get_absolute_url()

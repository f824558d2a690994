"""What the public may see: snapshots, already masked, with no link to live rows.

`source_id` remembers which row a snapshot came from as a plain number, so that no query
of a public page can reach what was not published.
"""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.urls import reverse

from boards.shared.citations import paragraphs


class PublishedMunicipality(models.Model):
    """A municipality as its notice board and portal name it."""

    source_id = models.BigIntegerField(unique=True)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    email = models.EmailField()
    phone = models.CharField(max_length=40, blank=True)
    address = models.TextField(blank=True)
    website = models.URLField(blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The municipality's notice board."""
        return reverse("notice-board", args=[self.slug])


class PublishedBoard(models.Model):
    """A board as the public meets it."""

    source_id = models.BigIntegerField(unique=True)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    prefix = models.CharField(max_length=12)
    email = models.EmailField()
    municipalities = models.ManyToManyField(
        PublishedMunicipality, related_name="boards"
    )
    notice_of_appeal = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The board's public page."""
        return reverse("public-board", args=[self.slug])


class PublishedMeeting(models.Model):
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

    class Meta:
        ordering = ["-starts_at"]

    def __str__(self) -> str:
        return f"{self.board} {self.held_on:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The meeting's public page."""
        return reverse("public-meeting", args=[self.board.slug, self.held_on])


class PublishedAnnouncement(models.Model):
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

    def __str__(self) -> str:
        return f"{self.municipality}: {self.meeting}"

    def get_absolute_url(self) -> str:
        """The meeting's public page."""
        return self.meeting.get_absolute_url()


class PublishedMinutes(models.Model):
    """Approved minutes: the HTML that is their primary form, and the PDF's hash."""

    source_id = models.BigIntegerField(unique=True)
    meeting = models.ForeignKey(
        PublishedMeeting, on_delete=models.CASCADE, related_name="minutes"
    )
    items_label = models.CharField(max_length=120)
    approved_on = models.DateField()
    published_at = models.DateTimeField()
    html = models.TextField()
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    signed_sha256 = models.CharField(max_length=64)
    is_masked = models.BooleanField(default=False)
    is_secret = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True)
    # Corrected minutes: which version this is, of which first one, and what changed.
    version = models.PositiveSmallIntegerField(default=1)
    first_source_id = models.BigIntegerField(default=0, db_index=True)
    corrections = models.JSONField(default=list)

    class Meta:
        ordering = ["-approved_on", "-pk"]

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


class PublishedItem(models.Model):
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
    search = models.GeneratedField(
        expression=SearchVector("heading", weight="A", config="swedish")
        + SearchVector("dnr", weight="A", config="simple")
        + SearchVector("text", weight="B", config="swedish"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["number"]
        indexes = [GinIndex(fields=["search"], name="published_item_search")]

    def __str__(self) -> str:
        return self.citation

    def get_absolute_url(self) -> str:
        """The §'s place in its minutes."""
        return f"{self.minutes.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The §'s mark in the HTML of the minutes."""
        return f"item-{self.source_id}"


class PublishedNoticeQuerySet(models.QuerySet["PublishedNotice"]):
    """Sets of published notices."""

    def up_on(self, day: date) -> PublishedNoticeQuerySet:
        """Those on the board: posted, and not taken down."""
        return self.filter(posted_on__lte=day, taken_down_on__isnull=True)


class PublishedNotice(models.Model):
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
    taken_down_on = models.DateField(null=True)

    objects = PublishedNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-posted_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.board} {self.held_on:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The notice's public page."""
        return reverse("public-notice", args=[self.municipality.slug, self.pk])

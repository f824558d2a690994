"""Who the public meets: municipalities, boards, people, seats."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from boards.shared.published.models import Snapshot
from boards.shared.triggers import bumps_version


class PublishedMunicipality(Snapshot):
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
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The municipality's notice board."""
        return reverse("notice-board", args=[self.slug])


class PublishedBoard(Snapshot):
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
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The board's public page."""
        return reverse("public-board", args=[self.slug])


class BoardMunicipality(PublishedBoard.municipalities.through):  # type: ignore[name-defined]
    """Which boards concern which municipality: here for its trigger."""

    class Meta:
        proxy = True
        triggers = [bumps_version()]


class PublishedPerson(Snapshot):
    """Somebody elected; nobody with protected personal data is here (D-20)."""

    source_id = models.BigIntegerField(unique=True)
    name = models.CharField(max_length=170)

    class Meta:
        ordering = ["name"]
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return self.name


class PublishedSeat(Snapshot):
    """An uppdrag in a board, with its days; without a person it is a protected one."""

    source_id = models.BigIntegerField(unique=True)
    board = models.ForeignKey(
        PublishedBoard, on_delete=models.CASCADE, related_name="seats"
    )
    person = models.ForeignKey(
        PublishedPerson, null=True, on_delete=models.SET_NULL, related_name="seats"
    )
    role = models.CharField(max_length=20)
    party = models.CharField(max_length=40, blank=True)
    party_name = models.CharField(max_length=80, blank=True)
    municipality = models.ForeignKey(
        PublishedMunicipality, on_delete=models.CASCADE, related_name="seats"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    call_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["board", "starts_on", "call_order", "pk"]
        triggers = [bumps_version()]

    def __str__(self) -> str:
        return f"{self.board}: {self.person or '–'}"

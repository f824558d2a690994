"""What was issued: hash, length and code of every PDF, written once."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from boards.shared.issued.codes import printed
from boards.shared.issued.enums import IssuedKind
from boards.shared.published.models import PublicRow
from boards.shared.triggers import append_only, bumps_version


class IssuedDocument(PublicRow):
    """One PDF as it left us, and what may be told of it.

    `minutes_id` names the justering it is about, whose publication decides what the
    public may know; `revision` counts the signatures in it.
    """

    code = models.CharField(max_length=16, unique=True)
    sha256 = models.CharField(max_length=64, unique=True)
    length = models.PositiveBigIntegerField()
    # Kept by whoever changes the file: finds the original of an altered one.
    identifier = models.CharField(max_length=64, blank=True, db_index=True)
    kind = models.CharField(
        max_length=12, choices=[(kind.value, kind.value) for kind in IssuedKind]
    )
    revision = models.PositiveSmallIntegerField(default=0)
    board_slug = models.CharField(max_length=50)
    board_name = models.CharField(max_length=120)
    day = models.DateField(null=True)
    items_label = models.CharField(max_length=120, blank=True)
    signers = models.JSONField(default=list)
    minutes_id = models.BigIntegerField(null=True, db_index=True)
    source_model = models.CharField(max_length=60)
    source_id = models.BigIntegerField()
    is_public = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["source_model", "source_id", "kind"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-HJKMNP-TV-Z]{16}$"),
                name="issued_code_is_readable",
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="issued_hash_is_sha256",
            ),
        ]
        triggers = [append_only(), bumps_version()]

    def __str__(self) -> str:
        return self.printed_code

    @property
    def printed_code(self) -> str:
        """The code in groups, as it stands on paper."""
        return printed(self.code)

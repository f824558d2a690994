"""Number series, history, outbox and stored files: the ground floor."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.shared.enums import OutboxState, SeriesKind
from boards.shared.storage import path_of, read_bytes
from boards.shared.triggers import append_only, never_deleted


def choices(enum: type) -> list[tuple[str, str]]:
    """Return an enum's values for a field; the labels shown come from `texts.py`."""
    return [(member.value, member.value) for member in enum]


class NumberSeries(models.Model):
    """The last number given to one board in one year: no gap, never given twice."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="number_series"
    )
    kind = models.CharField(max_length=10, choices=choices(SeriesKind))
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["board", "kind", "year"], name="series_once_per_board_year"
            )
        ]
        triggers = [
            never_deleted(),
            pgtrigger.Protect(
                name="steps_by_one",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition('NEW."last" <> OLD."last" + 1'),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board} {self.kind} {self.year}: {self.last}"


class HistoryEvent(models.Model):
    """What a person did, in the house's words; written once, never changed."""

    code = models.CharField(max_length=60)
    model = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    board = models.ForeignKey(
        "boards.Board", null=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    values = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["model", "object_id"])]
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H.%M} {self.code}"


class RowChange(models.Model):
    """One row before and after a change, written by the database itself."""

    table_name = models.CharField(max_length=63)
    row_id = models.BigIntegerField()
    operation = models.CharField(max_length=6)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    actor_id = models.BigIntegerField(null=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    transaction = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["table_name", "row_id"])]
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.operation} {self.table_name} {self.row_id}"


class OutboxMessage(models.Model):
    """A side effect to carry out, written in the transaction that decided it."""

    kind = models.CharField(_("kind"), max_length=60)
    object_id = models.BigIntegerField(_("about"))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (OutboxState.PENDING, _("Waits")),
            (OutboxState.DELIVERED, _("Carried out")),
            (OutboxState.FAILED, _("Failed")),
        ],
        default=OutboxState.PENDING,
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("to be done"))
    done_at = models.DateTimeField(_("done"), null=True)
    last_error = models.TextField(_("last fault"), blank=True)

    class Meta:
        verbose_name = _("job in the outbox")
        verbose_name_plural = _("jobs in the outbox")
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(state="pending"),
                name="outbox_pending",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="delivered", done_at__isnull=False)
                | models.Q(~models.Q(state="delivered"), done_at__isnull=True),
                name="outbox_done_when_delivered",
            )
        ]
        triggers = [never_deleted()]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} ({self.state})"


class StoredFile(models.Model):
    """Bytes kept under their own SHA-256; neither row nor file ever changes."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    size = models.PositiveBigIntegerField(_("size (bytes)"))
    media_type = models.CharField(_("media type"), max_length=127)

    class Meta:
        triggers = [append_only()]

    def __str__(self) -> str:
        return self.sha256

    @property
    def path(self) -> str:
        """Where the bytes lie in the storage."""
        return path_of(self.sha256)

    def read(self) -> bytes:
        """Return the bytes."""
        return read_bytes(self.sha256)

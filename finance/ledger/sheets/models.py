"""Which columns of a board's tables mean what, kept for the next file like them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import row_history


class SheetMapping(models.Model):
    """A saved mapping: a file that has its columns is read by it at once."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.CASCADE, related_name="sheet_mappings"
    )
    name = models.CharField(_("name"), max_length=100)
    # `Meaning` to heading.
    columns = models.JSONField(default=dict)
    # All headings of the file it was made for, to choose among when it is changed.
    headings = models.JSONField(default=list)
    saved_at = models.DateTimeField(_("saved"))
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("mapping of columns")
        verbose_name_plural = _("mappings of columns")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "name"], name="sheet_mapping_once_per_board"
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page where it is changed."""
        return reverse("sheet-mapping", args=[self.pk])

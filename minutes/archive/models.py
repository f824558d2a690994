"""Archive packages: what was approved, with everything needed to read it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, row_history

if TYPE_CHECKING:
    from boards.board.models import Board
    from minutes.archive.renewal.models import ArchiveStamp


class ArchivePackage(models.Model):
    """A zip of one justering: signed PDF, appendices, metadata, checksums."""

    approval = models.OneToOneField(
        "minutes.Approval", on_delete=models.PROTECT, related_name="archive_package"
    )
    package = models.ForeignKey(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )
    built_at = models.DateTimeField(_("built"))
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("archive package")
        verbose_name_plural = _("archive packages")
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return str(self.approval)

    @property
    def newest_stamp(self) -> ArchiveStamp | None:
        """The time stamp that carries all the others, once it has been noted."""
        return max(self.stamps.all(), key=lambda one: one.number, default=None)

    @property
    def board(self) -> Board:
        """The board whose minutes they are."""
        return self.approval.board

"""Who delivers to which e-archive, what was delivered, and what it answered."""

from __future__ import annotations

from datetime import timedelta
from math import ceil

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, never_deleted, row_history
from minutes.archive.sip.enums import Answer, SipState
from minutes.archive.sip.progress import Come

# Why one row is of an ärende or of a year, and never of both.
OF_CASE = Q(case__isnull=False, year__isnull=True)
OF_YEAR = Q(case__isnull=True, year__isnull=False)


class ArchiveAgreement(models.Model):
    """What a board has agreed with the e-archive: names that stand in each package."""

    board = models.OneToOneField(
        "boards.Board", on_delete=models.PROTECT, related_name="archive_agreement"
    )
    agreement = models.CharField(
        _("submission agreement"),
        max_length=120,
        help_text=_("Its number at the e-archive, for example FGS-2026-14."),
    )
    creator = models.CharField(_("archival creator"), max_length=200)
    creator_number = models.CharField(
        _("organisation number of the creator"), max_length=20
    )
    submitter = models.CharField(_("submitting agent"), max_length=200)
    submitter_number = models.CharField(
        _("organisation number of the submitting agent"), max_length=20
    )
    leaves_out_secret = models.BooleanField(
        _("leave out what is secret; the omission is told in the package"),
        default=False,
    )

    class Meta:
        verbose_name = _("submission agreement")
        verbose_name_plural = _("submission agreements")
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return self.agreement


class SipPackage(models.Model):
    """A package ordered of an ärende or of a year; built, it never changes."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="sip_packages"
    )
    case = models.ForeignKey(
        "cases.Case",
        null=True,
        on_delete=models.PROTECT,
        related_name="sip_packages",
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True)
    version = models.PositiveSmallIntegerField(_("version"))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (SipState.ORDERED, _("Being built")),
            (SipState.BUILT, _("Built")),
            (SipState.FAILED, _("Failed")),
        ],
        default=SipState.ORDERED,
    )
    file = models.ForeignKey(
        "boards.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    fault = models.TextField(blank=True)
    ordered_at = models.DateTimeField(_("ordered"))
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    built_at = models.DateTimeField(_("built"), null=True)
    # What was counted when it was checked; none of those built before that was noted.
    files = models.PositiveIntegerField(_("files"), default=0)

    class Meta:
        verbose_name = _("delivery package")
        verbose_name_plural = _("delivery packages")
        ordering = ["-ordered_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=OF_CASE | OF_YEAR, name="sip_of_case_or_year"
            ),
            models.UniqueConstraint(
                fields=["case", "version"], name="sip_version_once_per_case"
            ),
            models.UniqueConstraint(
                fields=["board", "year", "version"], name="sip_version_once_per_year"
            ),
            models.CheckConstraint(
                condition=Q(state="built", file__isnull=False, built_at__isnull=False)
                | Q(~Q(state="built"), file__isnull=True, built_at__isnull=True),
                name="sip_has_its_file_when_built",
            ),
        ]
        triggers = [
            row_history(),
            never_deleted(),
            pgtrigger.Protect(
                name="built_never_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__state="built"),
            ),
        ]

    def __str__(self) -> str:
        what = self.case.dnr if self.case else f"{self.board.prefix} {self.year}"
        return f"{what}, version {self.version}"

    def get_absolute_url(self) -> str:
        """The page of the package."""
        return reverse("sip-detail", args=[self.pk])

    @property
    def is_built(self) -> bool:
        """Whether it can be handed out."""
        return self.state == SipState.BUILT

    @property
    def sent_name(self) -> str:
        """What the file is called at the e-archive: a later version has its number."""
        if self.version == 1:
            return self.name
        return f"{self.name.removesuffix('.zip')}-v{self.version}.zip"


class SipProgress(models.Model):
    """How far a package has come while it is built; nothing of it is kept."""

    package = models.OneToOneField(
        SipPackage, on_delete=models.CASCADE, related_name="progress"
    )
    began = models.DateTimeField()
    seen = models.DateTimeField()
    files = models.PositiveIntegerField(_("files"))
    of_files = models.PositiveIntegerField()
    size = models.PositiveBigIntegerField(_("bytes"))
    of_size = models.PositiveBigIntegerField()
    began_at = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("progress of a package")
        verbose_name_plural = _("progress of packages")

    def __str__(self) -> str:
        return f"{self.package}: {self.come.percent} %"

    @property
    def come(self) -> Come:
        """How far it has come."""
        return Come(self.files, self.of_files, self.size, self.of_size, self.began_at)

    @property
    def minutes_left(self) -> int:
        """What was left when it was seen last, rounded up; 0 before there is a pace."""
        left = self.come.time_left(self.began, self.seen)
        return ceil(left / timedelta(minutes=1)) if left else 0


class SipReceipt(models.Model):
    """What the e-archive answered; only an accepted package opens disposals (R-02)."""

    package = models.OneToOneField(
        SipPackage, on_delete=models.PROTECT, related_name="receipt"
    )
    answer = models.CharField(
        _("answer"),
        max_length=10,
        choices=[(Answer.ACCEPTED, _("Received")), (Answer.REFUSED, _("Refused"))],
    )
    reference = models.CharField(_("the e-archive's reference"), max_length=120)
    note = models.TextField(_("what the e-archive says"), blank=True)
    answered_on = models.DateField(_("answered"))
    # The receipt itself, when it came as a file.
    file = models.ForeignKey(
        "boards.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return self.reference

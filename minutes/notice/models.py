"""Anslag: the notice that minutes are approved, one per municipality."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import append_only, never_deleted, row_history


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Sets of notices."""

    def waiting(self) -> NoticeQuerySet:
        """Not posted yet: the clock has not started."""
        return self.filter(posted_on__isnull=True)

    def up(self) -> NoticeQuerySet:
        """On the board and not taken down."""
        return self.filter(posted_on__isnull=False, taken_down_on__isnull=True)


class Notice(models.Model):
    """One municipality's notice of one justering (KL 8:12, 9:32).

    Dates of the appeal period are set on every notice of the justering when the last
    of them is posted (KL 13:5); before that they are empty and nothing can come down.
    """

    approval = models.ForeignKey(
        "minutes.Approval", on_delete=models.PROTECT, related_name="notices"
    )
    municipality = models.ForeignKey(
        "boards.Municipality", on_delete=models.PROTECT, related_name="notices"
    )
    due_on = models.DateField(_("to be posted by"))
    posted_on = models.DateField(_("posted"), null=True, blank=True)
    posted_at = models.DateTimeField(null=True, blank=True)
    posted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    proof = models.TextField(
        _("proof"), blank=True, help_text=_("For a board that others run.")
    )
    last_appeal_day = models.DateField(_("last day to appeal"), null=True, blank=True)
    removable_on = models.DateField(_("comes down"), null=True, blank=True)
    taken_down_on = models.DateField(_("taken down"), null=True, blank=True)
    taken_down_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["approval", "municipality"],
                name="notice_once_per_municipality",
            ),
            models.CheckConstraint(
                condition=Q(last_appeal_day__isnull=True, removable_on__isnull=True)
                | Q(
                    posted_on__isnull=False,
                    removable_on__gt=models.F("last_appeal_day"),
                ),
                name="notice_dates_follow_posting",
            ),
            models.CheckConstraint(
                condition=Q(taken_down_on__isnull=True)
                | Q(
                    removable_on__isnull=False,
                    taken_down_on__gte=models.F("removable_on"),
                ),
                name="notice_never_down_early",
            ),
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.approval}"

    def get_absolute_url(self) -> str:
        """The notice's page for the secretary."""
        return reverse("notice-detail", args=[self.pk])

    @property
    def board(self) -> models.Model:
        """The board whose minutes were approved."""
        return self.approval.board


class PostingCertificate(models.Model):
    """Bevis om anslag: when a notice was up, as a document."""

    notice = models.OneToOneField(
        Notice, on_delete=models.PROTECT, related_name="certificate"
    )
    document = models.ForeignKey(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return str(self.notice)


class FinalConfirmation(models.Model):
    """Laga kraft as a person confirmed it after asking the court (KL 13:14)."""

    approval = models.OneToOneField(
        "minutes.Approval", on_delete=models.PROTECT, related_name="final"
    )
    final_on = models.DateField(_("gained legal force on"))
    answer = models.CharField(_("the court's answer"), max_length=200)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField()

    class Meta:
        triggers = [row_history(), append_only()]

    def __str__(self) -> str:
        return f"{self.approval}: {self.final_on:%Y-%m-%d}"

    @property
    def board(self) -> models.Model:
        """The board whose decision it is."""
        return self.approval.board

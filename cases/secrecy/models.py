"""The secrecy mark: a warning that cites its ground (TF 2:20, OSL 5:5)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SecrecyMark(models.Model):
    """Fields of something that may carry a secrecy mark; no mark without a ground."""

    legal_ground = models.CharField(
        _("secrecy, legal ground"),
        max_length=60,
        blank=True,
        help_text=_("Chapter and section, for example OSL 21:1."),
    )
    marked_on = models.DateField(_("marked on"), null=True, blank=True)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("marked by"),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(legal_ground="", marked_on__isnull=True)
                | Q(~Q(legal_ground=""), marked_on__isnull=False),
                name="%(app_label)s_%(class)s_mark_has_ground_and_date",
            )
        ]

    @property
    def is_secret(self) -> bool:
        """Whether the public sees only date and number (OSL 5:2)."""
        return bool(self.legal_ground)

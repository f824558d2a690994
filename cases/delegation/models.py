"""Delegationsbeslut: what somebody decided in the board's place (KL 6:37–40)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import never_deleted, row_history
from cases.secrecy.models import SecrecyMark


class DelegatedDecision(SecrecyMark):
    """A decision by a delegate; an urgent one is reported at the next meeting."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="delegated_decisions"
    )
    case = models.ForeignKey(
        "cases.Case",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="delegated_decisions",
        verbose_name=_("case"),
    )
    number = models.CharField(_("number"), max_length=40, blank=True)
    decided_on = models.DateField(_("decided on"))
    delegate = models.CharField(
        _("decided by"),
        max_length=170,
        help_text=_("Name and post of whoever decided."),
    )
    ground = models.CharField(
        _("ground"),
        max_length=120,
        blank=True,
        help_text=_("The point of the delegation scheme."),
    )
    text = models.TextField(_("decision"))
    is_urgent = models.BooleanField(
        _("urgent decision by the chair (KL 6:39)"), default=False
    )

    class Meta(SecrecyMark.Meta):
        verbose_name = _("delegated decision")
        verbose_name_plural = _("delegated decisions")
        ordering = ["decided_on", "pk"]
        constraints = [
            *SecrecyMark.Meta.constraints,
            models.CheckConstraint(
                condition=Q(is_urgent=True) | ~Q(ground=""),
                name="delegated_on_a_ground_unless_urgent",
            ),
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return self.text[:80]

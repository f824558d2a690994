"""Roles of accounts per board."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.access.enums import Role
from boards.board.models import overlaps_refused
from boards.shared.triggers import row_history


class RoleAssignmentQuerySet(models.QuerySet["RoleAssignment"]):
    """Sets of roles."""

    def valid_on(self, day: date) -> RoleAssignmentQuerySet:
        """Roles held on a day."""
        return self.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day
        )


class RoleAssignment(models.Model):
    """An account's role in a board, from a day to a day."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="roles",
        verbose_name=_("account"),
    )
    board = models.ForeignKey(
        "boards.Board",
        on_delete=models.PROTECT,
        related_name="roles",
        verbose_name=_("board"),
    )
    role = models.CharField(
        _("role"),
        max_length=20,
        choices=[
            (Role.REGISTRAR, _("Registrar")),
            (Role.SECRETARY, _("Secretary")),
            (Role.CONTROLLER, _("Controller")),
            (Role.ARCHIVIST, _("Archivist")),
        ],
    )
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)

    objects = RoleAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["board", "role"]
        constraints = [
            overlaps_refused("role_once_at_a_time", "user", "board", "role"),
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.board}"

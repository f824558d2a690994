"""People, the accounts they log in with, and the posts of staff."""

from __future__ import annotations

import pgtrigger
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.shared.triggers import never_deleted, row_history


class Person(models.Model):
    """Somebody who holds an uppdrag or a post; never known by name alone."""

    given_name = models.CharField(_("given name"), max_length=80)
    family_name = models.CharField(_("family name"), max_length=80)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    is_protected = models.BooleanField(
        _("protected personal data"),
        default=False,
        help_text=_("The name is shown to the public as protected (OSL 21:3, 22:1)."),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["family_name", "given_name"]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given_name} {self.family_name}"


class User(AbstractUser):
    """An account; what it may do follows from its roles and its person's uppdrag."""

    person = models.OneToOneField(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="user",
        verbose_name=_("person"),
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return self.person.name if self.person else self.username


class PersonIdentity(models.Model):
    """A person's personal number, kept so that it can be compared and never read.

    `digest` is keyed with a secret of the installation: an e-ID that names the same
    number gives the same digest. The number itself is stored nowhere.
    """

    person = models.OneToOneField(
        Person,
        on_delete=models.PROTECT,
        related_name="identity",
        verbose_name=_("person"),
    )
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("identity")
        verbose_name_plural = _("identities")

    def __str__(self) -> str:
        return str(self.person)


class Passkey(models.Model):
    """A key on somebody's own device; only its public half is here (WebAuthn).

    One that was removed stays, so that old signatures can still be checked.
    """

    user = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="passkeys",
        verbose_name=_("account"),
    )
    name = models.CharField(_("name"), max_length=80)
    credential_id = models.CharField(max_length=1400, unique=True)
    credential = models.TextField()
    sign_count = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("passkey")
        verbose_name_plural = _("passkeys")
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="passkey_has_a_name"),
            models.CheckConstraint(
                condition=Q(sign_count__gte=0), name="passkey_counts_up"
            ),
        ]
        triggers = [
            row_history(),
            never_deleted(),
            pgtrigger.Protect(
                name="removed_stays_removed",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__removed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class StaffPost(models.Model):
    """A post somebody holds for a time, with title and employer as printed."""

    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="staff_posts",
        verbose_name=_("person"),
    )
    board = models.ForeignKey(
        "boards.Board",
        on_delete=models.PROTECT,
        related_name="staff_posts",
        verbose_name=_("board"),
    )
    title = models.CharField(_("title"), max_length=80)
    employer = models.CharField(
        _("employer"), max_length=120, help_text=_("As printed after the title.")
    )
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("staff post")
        verbose_name_plural = _("staff posts")
        ordering = ["person__family_name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                name="staff_post_ends_after_start",
                violation_error_message=_("The post ends before it starts."),
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return f"{self.person}, {self.title}"

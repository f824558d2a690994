"""What goes with a §: underlag, recipients, appendices, lists."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from minutes.item.enums import (
    AskedKind,
)
from minutes.item.models.frozen import (
    tracked,
)
from minutes.item.models.item import MinutesItem


class BasisDocument(models.Model):
    """Beslutsunderlag: a handling the decision rests on, as the minutes name it."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="basis"
    )
    document = models.ForeignKey(
        "cases.Document", null=True, on_delete=models.PROTECT, related_name="basis_of"
    )
    label = models.CharField(_("as named in the minutes"), max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return self.label


class ItemRecipient(models.Model):
    """Expedieras till: somebody the decision is to be sent to."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="recipients"
    )
    recipient = models.ForeignKey(
        "boards.Recipient", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "recipient"], name="recipient_once_per_item"
            )
        ]
        triggers = tracked()

    def __str__(self) -> str:
        return str(self.recipient)


class Appendix(models.Model):
    """Bilaga: a handling that goes with the §, numbered within it."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="appendices"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    document = models.ForeignKey(
        "cases.Document", on_delete=models.PROTECT, related_name="appendix_of"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number"], name="appendix_number_once_per_item"
            )
        ]
        triggers = tracked()

    def __str__(self) -> str:
        return f"{self.number}: {self.document}"


class ItemCommunication(models.Model):
    """A meddelande reported under a §."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="communications"
    )
    communication = models.ForeignKey(
        "cases.Communication", on_delete=models.PROTECT, related_name="reported_in"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return str(self.communication)


class EarlierHandling(models.Model):
    """Tidigare behandling: where the matter was handled before."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="earlier_handlings"
    )
    label = models.CharField(_("as named in the minutes"), max_length=200)
    earlier = models.ForeignKey(
        MinutesItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="later_handlings",
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return self.label


class ReportedDecision(models.Model):
    """A delegated or urgent decision reported under a § (KL 6:39–40)."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="reported_decisions"
    )
    decision = models.OneToOneField(
        "cases.DelegatedDecision", on_delete=models.PROTECT, related_name="reported_in"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return str(self.decision)


class AskedQuestion(models.Model):
    """Interpellation, fråga or a question of the public (KL 5:59–64)."""

    item = models.ForeignKey(
        MinutesItem, on_delete=models.CASCADE, related_name="asked_questions"
    )
    kind = models.CharField(
        _("kind"),
        max_length=15,
        choices=[
            (AskedKind.INTERPELLATION, _("Interpellation")),
            (AskedKind.QUESTION, _("Question")),
            (AskedKind.PUBLIC_QUESTION, _("Question from the public")),
        ],
    )
    asked_by = models.CharField(_("asked by"), max_length=170)
    asked_to = models.CharField(_("asked to"), max_length=170, blank=True)
    text = models.TextField(_("question"))
    answered_by = models.CharField(_("answered by"), max_length=170, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    document = models.ForeignKey(
        "cases.Document",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("written answer"),
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        triggers = tracked()

    def __str__(self) -> str:
        return self.text[:60]

"""The ledger as it came: files, charts, balances, vouchers, and sums by month.

A file and all its rows are written once and never changed; which files count for a
month is `LedgerMonth`. The tables with very many rows have no row history: nobody can
change or delete in them, so the file itself tells everything their history could.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.shared.models import choices
from boards.shared.statutes import StatuteName, statute
from boards.shared.triggers import append_only, row_history
from finance.ledger.enums import (
    BalanceKind,
    DimensionRole,
    Encoding,
    Ground,
    Measure,
    Reading,
    UploadState,
)
from finance.ledger.triggers import sealed_with_file, whole_file, whole_vouchers

if TYPE_CHECKING:
    from boards.board.models import Board


class LedgerFile(models.Model):
    """One imported file of the board's ledger, with what it says of itself."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="ledger_files"
    )
    file = models.ForeignKey(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    name = models.CharField(_("file name"), max_length=255)
    kind = models.CharField(_("type"), max_length=10)
    encoding = models.CharField(max_length=10, choices=choices(Encoding))
    organisation_number = models.CharField(
        _("organisation number"), max_length=500, blank=True
    )
    organisation_name = models.CharField(_("organisation"), max_length=500, blank=True)
    program = models.CharField(_("program"), max_length=500, blank=True)
    generated_on = models.DateField(_("exported"), null=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    reading = models.CharField(max_length=10, choices=choices(Reading))
    ground = models.CharField(max_length=20, choices=choices(Ground))
    budget_reading = models.CharField(max_length=10, choices=choices(Reading))
    is_addition = models.BooleanField(
        _("adds to earlier files for the same months"), default=False
    )
    voucher_count = models.PositiveBigIntegerField(_("vouchers"))
    row_count = models.PositiveBigIntegerField(_("rows"))
    imported_at = models.DateTimeField(_("imported"))
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("ledger file")
        verbose_name_plural = _("ledger files")
        ordering = ["-imported_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "sha256"], name="ledger_file_once_per_board"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")),
                name="ledger_year_ends_after_it_starts",
            ),
        ]
        triggers = [row_history(), append_only(), whole_file()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the file."""
        return reverse("ledger-file", args=[self.pk])

    @property
    def disposable_from(self) -> date:
        """The first day it may be disposed of (LKBR 3 kap.; F-07)."""
        years = statute(StatuteName.LEDGER_YEARS, self.imported_at.date()).whole
        return date(self.ends_on.year + years + 1, 1, 1)


class LedgerYear(models.Model):
    """A räkenskapsår the file has figures of: 0 is its own, -1 the one before."""

    file = models.ForeignKey(LedgerFile, on_delete=models.PROTECT, related_name="years")
    number = models.SmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "number"], name="ledger_year_once_per_file"
            )
        ]
        triggers = [append_only(), sealed_with_file()]

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on}"


class LedgerAccount(models.Model):
    """An account as a file declares it."""

    file = models.ForeignKey(
        LedgerFile, on_delete=models.PROTECT, related_name="accounts"
    )
    number = models.CharField(_("account"), max_length=12)
    name = models.CharField(_("name"), max_length=500, blank=True)
    kind = models.CharField(max_length=1, blank=True)
    unit = models.CharField(max_length=500, blank=True)
    sru = ArrayField(models.CharField(max_length=500), default=list)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "number"], name="ledger_account_once_per_file"
            )
        ]
        triggers = [append_only(), sealed_with_file()]

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()


class LedgerDimension(models.Model):
    """What the objects of a number stand for: ansvar, projekt, verksamhet."""

    file = models.ForeignKey(
        LedgerFile, on_delete=models.PROTECT, related_name="dimensions"
    )
    number = models.CharField(max_length=9)
    name = models.CharField(_("name"), max_length=500, blank=True)
    parent = models.CharField(max_length=9, blank=True)
    role = models.CharField(max_length=8, blank=True, choices=choices(DimensionRole))

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "number"], name="ledger_dimension_once_per_file"
            )
        ]
        triggers = [append_only(), sealed_with_file()]

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()


class LedgerObject(models.Model):
    """An object of a dimension: one ansvar, one project."""

    file = models.ForeignKey(
        LedgerFile, on_delete=models.PROTECT, related_name="objects_of"
    )
    dimension = models.CharField(max_length=9)
    code = models.CharField(_("code"), max_length=500)
    name = models.CharField(_("name"), max_length=500, blank=True)

    class Meta:
        ordering = ["dimension", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "dimension", "code"], name="ledger_object_once_per_file"
            )
        ]
        triggers = [append_only(), sealed_with_file()]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()


class Placed(models.Model):
    """Where an amount belongs: account and objects."""

    account = models.CharField(_("account"), max_length=12)
    unit = models.CharField(_("unit"), max_length=500, blank=True)
    project = models.CharField(_("project"), max_length=500, blank=True)
    activity = models.CharField(_("activity"), max_length=500, blank=True)
    # The file's other dimensions, as it wrote them: `7 "12"`.
    rest = models.TextField(blank=True)
    ore = models.BigIntegerField(_("amount"))

    class Meta:
        abstract = True


class LedgerBalance(Placed):
    """An opening or closing balance, or the result of a year."""

    file = models.ForeignKey(
        LedgerFile, on_delete=models.PROTECT, related_name="balances"
    )
    kind = models.CharField(max_length=3, choices=choices(BalanceKind))
    year = models.SmallIntegerField()

    class Meta:
        triggers = [append_only(), sealed_with_file()]

    def __str__(self) -> str:
        return f"#{self.kind} {self.year} {self.account}"


class Voucher(models.Model):
    """One verifikation; its rows balance."""

    file = models.ForeignKey(
        LedgerFile, on_delete=models.PROTECT, related_name="vouchers"
    )
    year = models.SmallIntegerField()
    series = models.CharField(_("series"), max_length=100, blank=True)
    number = models.CharField(_("number"), max_length=100, blank=True)
    day = models.DateField(_("date"))
    text = models.TextField(_("text"), blank=True)
    registered_on = models.DateField(_("registered"), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "year", "series", "number"],
                condition=~Q(number=""),
                name="voucher_once_per_file",
            )
        ]
        triggers = [append_only(), sealed_with_file()]

    def __str__(self) -> str:
        return f"{self.series} {self.number}".strip()

    @property
    def board(self) -> Board:
        """The board whose ledger it is in."""
        return self.file.board


class VoucherRow(Placed):
    """One row that counts; struck rows are only in the file."""

    # Held by the trigger: a foreign key would look up every single row.
    voucher = models.ForeignKey(
        Voucher, on_delete=models.PROTECT, related_name="rows", db_constraint=False
    )
    month = models.DateField(_("month"))
    day = models.DateField(_("date"), null=True)
    text = models.TextField(_("text"), blank=True)

    class Meta:
        triggers = [append_only(), whole_vouchers()]

    def __str__(self) -> str:
        return f"{self.account} {self.ore}"


class MonthAmount(Placed):
    """What an account and its objects changed in a month, or was to change.

    Rows of cut 0 sum to the account. Higher cuts are other breakdowns of the same
    money, in files that give it once by unit and once by project.
    """

    file = models.ForeignKey(
        LedgerFile, on_delete=models.PROTECT, related_name="months"
    )
    measure = models.CharField(max_length=6, choices=choices(Measure))
    cut = models.PositiveSmallIntegerField(default=0)
    month = models.DateField(_("month"))

    class Meta:
        indexes = [
            models.Index(
                fields=["file", "measure", "month"], name="month_amount_by_month"
            )
        ]
        triggers = [append_only(), sealed_with_file()]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.account} {self.ore}"


class LedgerMonth(models.Model):
    """Which file's figures count for a month, until an import puts another there."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="ledger_months"
    )
    measure = models.CharField(
        max_length=6,
        choices=[(Measure.ACTUAL, _("outcome")), (Measure.BUDGET, _("budget"))],
    )
    month = models.DateField(_("month"))
    file = models.ForeignKey(
        LedgerFile, on_delete=models.PROTECT, related_name="counted_months"
    )
    # False: last year's figures in this year's file, until that year's own file comes.
    is_own = models.BooleanField(default=True)

    class Meta:
        ordering = ["month", "measure"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "measure", "month", "file"],
                name="ledger_month_once_per_file",
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.measure}"


class LedgerUpload(models.Model):
    """A file on its way in: waiting, with how far it has come, imported or refused."""

    board = models.ForeignKey(
        "boards.Board", on_delete=models.PROTECT, related_name="ledger_uploads"
    )
    file = models.ForeignKey(
        "boards.StoredFile", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("file name"), max_length=255)
    # What the columns of a table mean; a SIE file says so itself.
    mapping = models.ForeignKey(
        "finance.SheetMapping", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_confirmed = models.BooleanField(default=False)
    is_addition = models.BooleanField(default=False)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=[
            (UploadState.UNNAMED, _("Its columns are to be named")),
            (UploadState.WAITING, _("Being read")),
            (UploadState.IMPORTED, _("Imported")),
            (UploadState.REFUSED, _("Refused")),
            (UploadState.FAILED, _("Failed")),
        ],
        default=UploadState.WAITING,
    )
    progress = models.PositiveSmallIntegerField(default=0)
    problems = models.JSONField(default=list)
    problem_count = models.PositiveIntegerField(default=0)
    uploaded_at = models.DateTimeField(_("uploaded"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    ledger_file = models.OneToOneField(
        LedgerFile, null=True, on_delete=models.PROTECT, related_name="upload"
    )

    class Meta:
        verbose_name = _("ledger upload")
        verbose_name_plural = _("ledger uploads")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="imported", ledger_file__isnull=False)
                | Q(~Q(state="imported"), ledger_file__isnull=True),
                name="ledger_upload_has_file_when_imported",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page that tells how it goes, or that asks what its columns mean."""
        is_unnamed = self.state == UploadState.UNNAMED
        page = "sheet-columns" if is_unnamed else "ledger-upload"
        return reverse(page, args=[self.pk])

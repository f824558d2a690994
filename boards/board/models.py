"""Municipalities, boards and the regulations that bind a board on a given day."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from boards.board.enums import Assurance, BoardKind, VoteLayout
from boards.shared.triggers import never_deleted, row_history


class DateRange(Func):
    """PostgreSQL's range of dates, both ends included."""

    function = "daterange"
    template = "%(function)s(%(expressions)s, '[]')"


class Municipality(models.Model):
    """A kommun or region: it has a notice board, and hosts boards."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address part"), unique=True)
    genitive = models.CharField(_("name in the genitive"), max_length=80, blank=True)
    organisation_number = models.CharField(
        _("organisation number"), max_length=11, blank=True
    )
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    address = models.TextField(_("postal address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    is_served_here = models.BooleanField(
        _("its notice board is in Justera"),
        default=True,
        help_text=_("Otherwise notices there are posted by others and proved here."),
    )

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name"]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return self.name


class BoardQuerySet(models.QuerySet["Board"]):
    """Sets of boards."""

    def active_on(self, day: date) -> BoardQuerySet:
        """Boards that exist on a day."""
        return self.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day
        )


class Board(models.Model):
    """A nämnd, styrelse, fullmäktige or utskott; a gemensam nämnd has partners."""

    host = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        related_name="hosted_boards",
        verbose_name=_("host municipality"),
    )
    partners = models.ManyToManyField(
        Municipality,
        blank=True,
        related_name="partner_boards",
        verbose_name=_("partner municipalities"),
        help_text=_("Only for a joint board (KL 9:19)."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=[
            (BoardKind.BOARD, _("Board")),
            (BoardKind.EXECUTIVE, _("Executive board")),
            (BoardKind.ASSEMBLY, _("Assembly")),
            (BoardKind.SUBCOMMITTEE, _("Subcommittee")),
            (BoardKind.JOINT, _("Joint board")),
        ],
        default=BoardKind.BOARD,
    )
    name = models.CharField(_("name"), max_length=120)
    genitive = models.CharField(
        _("name in the genitive"),
        max_length=120,
        help_text=_("As in the heading before a decision."),
    )
    prefix = models.CharField(
        _("abbreviation"),
        max_length=12,
        help_text=_("Stands before § and in the case number."),
    )
    slug = models.SlugField(_("address part"), unique=True)
    seats = models.PositiveSmallIntegerField(
        _("seats"), validators=[MinValueValidator(1)]
    )
    email = models.EmailField(_("e-mail"))
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)

    objects = BoardQuerySet.as_manager()

    class Meta:
        verbose_name = _("board")
        verbose_name_plural = _("boards")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seats__gte=1), name="board_has_at_least_one_seat"
            ),
            models.UniqueConstraint(
                fields=["host", "prefix"], name="board_prefix_once_per_host"
            ),
        ]
        triggers = [row_history(), never_deleted()]

    def __str__(self) -> str:
        return self.name

    @property
    def board(self) -> Board:
        """The board itself, so that permissions ask every object the same way."""
        return self

    def municipalities(self) -> list[Municipality]:
        """Every municipality whose notice board must carry the notice (KL 9:32)."""
        return [self.host, *self.partners.all()]

    def regulations_on(self, day: date) -> Regulations:
        """Return the local rules in force that day."""
        rows = list(self.regulations.all())
        in_force = [row for row in rows if row.valid_from <= day]
        return max(in_force, key=lambda row: row.valid_from, default=None) or min(
            rows, key=lambda row: row.valid_from
        )


class Regulations(models.Model):
    """What the reglemente says from a day on; the law leaves these to KF (KL 6:44)."""

    board = models.ForeignKey(
        Board,
        on_delete=models.PROTECT,
        related_name="regulations",
        verbose_name=_("board"),
    )
    valid_from = models.DateField(_("in force from"))
    decision = models.CharField(
        _("decided by"),
        max_length=120,
        help_text=_("The assembly's decision, for example KF § 80/2020-06-16."),
    )
    approver_count = models.PositiveSmallIntegerField(
        _("approvers besides the chair (KL 5:69)"), default=1
    )
    secretary_signs = models.BooleanField(_("the secretary signs too"), default=True)
    signing_level = models.PositiveSmallIntegerField(
        _("who signs is known at least at"),
        choices=[
            (Assurance.OWN_WORD.value, _("their own password (trial)")),
            (Assurance.LOW.value, _("level of assurance 2")),
            (Assurance.SUBSTANTIAL.value, _("level of assurance 3")),
            (Assurance.HIGH.value, _("level of assurance 4")),
        ],
        default=Assurance.OWN_WORD.value,
        help_text=_(
            "Minutes that are kept for good are signed at level 3 (eIDAS art. 26)."
        ),
    )
    summons_days = models.PositiveSmallIntegerField(
        _("days between summons and meeting"), default=7
    )
    distance_allowed = models.BooleanField(
        _("distance participation allowed (KL 6:24)"), default=False
    )
    substitutes_may_speak = models.BooleanField(
        _("substitutes not serving may speak (KL 6:17)"), default=True
    )
    substitutes_may_note = models.BooleanField(
        _("substitutes not serving may have their opinion noted (KL 6:17)"),
        default=False,
    )
    vote_layout = models.CharField(
        _("how the minutes show a vote"),
        max_length=7,
        choices=[
            (VoteLayout.TABLE, _("A table of names")),
            (VoteLayout.RUNNING, _("Running text")),
        ],
        default=VoteLayout.TABLE,
    )
    meetings_open = models.BooleanField(_("open meetings (KL 6:25)"), default=False)
    dnr_pattern = models.CharField(
        _("pattern of the case number"),
        max_length=40,
        default="{prefix} {number}/{year}",
        help_text=_("Use {prefix}, {number} and {year}."),
    )
    storage_place = models.CharField(_("where the minutes are kept"), max_length=120)
    publication_checked = models.BooleanField(
        _("a second person looks at what is published"),
        default=False,
        help_text=_("Before minutes and documents with personal data are public."),
    )
    notice_of_appeal = models.TextField(
        _("how to appeal"),
        blank=True,
        help_text=_("The court and its address (KL 13:4)."),
    )

    class Meta:
        verbose_name = _("regulations")
        verbose_name_plural = _("regulations")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "valid_from"], name="regulations_once_per_day"
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return f"{self.board.prefix} {self.valid_from:%Y-%m-%d}"


class Recipient(models.Model):
    """Somebody decisions are sent to, with the address they are sent to."""

    board = models.ForeignKey(
        Board,
        on_delete=models.PROTECT,
        related_name="recipients",
        verbose_name=_("board"),
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("recipient of decisions")
        verbose_name_plural = _("recipients of decisions")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "name"], name="recipient_once_per_board"
            )
        ]
        triggers = [row_history()]

    def __str__(self) -> str:
        return self.name


def overlaps_refused(name: str, *same: str, condition: Q | None = None) -> object:
    """Return the constraint that two periods of the same thing never overlap."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((F(field), RangeOperators.EQUAL) for field in same),
            (DateRange(F("valid_from"), F("valid_to")), RangeOperators.OVERLAPS),
        ],
        condition=condition,
        violation_error_code="overlap",
        violation_error_message=_("The period overlaps one that is entered already."),
    )

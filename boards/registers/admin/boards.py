"""Municipalities, boards and what belongs to a board."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet, URLField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from boards.access.models import RoleAssignment
from boards.board.models import Board, Municipality, Recipient, Regulations
from boards.membership.models import Membership, Party, SubstitutionOrder
from boards.person.models import StaffPost
from boards.registers.admin.base import RegisterAdmin, RegisterInline
from boards.registers.forms import (
    BoardForm,
    PeriodFormSet,
    RegulationsForm,
    RoleForm,
    TermForm,
)
from boards.shared.clock import today


class RegulationsInline(admin.StackedInline, RegisterInline):
    """What the reglemente says, from a day on."""

    template = "admin/edit_inline/stacked.html"
    model = Regulations
    form = RegulationsForm
    fields = [
        ("valid_from", "decision"),
        ("approver_count", "secretary_signs", "summons_days"),
        "signing_level",
        ("distance_allowed", "meetings_open"),
        ("substitutes_may_speak", "substitutes_may_note"),
        "vote_layout",
        ("dnr_pattern", "storage_place"),
        "publication_checked",
        "notice_of_appeal",
    ]


class MembershipInline(RegisterInline):
    """The roster: ended terms of office stay in it."""

    model = Membership
    form = TermForm
    formset = PeriodFormSet
    autocomplete_fields = ["person", "party", "personal_for"]
    fields = [
        "person",
        "role",
        "party",
        "municipality",
        "valid_from",
        "valid_to",
        "call_order",
        "personal_for",
        "decision",
    ]
    ordering = ["valid_to", "role", "call_order"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        """Fetch what the rows show."""
        rows = super().get_queryset(request)
        return rows.select_related("person", "party", "municipality", "board")


class StaffPostInline(RegisterInline):
    """Who works for the board, with the title as printed."""

    model = StaffPost
    autocomplete_fields = ["person"]


class RoleInline(RegisterInline):
    """Who may do what for the board here."""

    model = RoleAssignment
    form = RoleForm
    formset = PeriodFormSet
    autocomplete_fields = ["user"]


class RecipientInline(RegisterInline):
    """Whom decisions are sent to."""

    model = Recipient


class SubstitutionOrderInline(RegisterInline):
    """Whose substitutes are called when a party has none left (KL 6:16)."""

    model = SubstitutionOrder
    autocomplete_fields = ["absent_party", "called_party"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  Django's
        """Let the order be made shorter; its history stays."""
        return self._may(request)


@admin.register(Municipality)
class MunicipalityAdmin(RegisterAdmin):
    """Kommuner and regioner."""

    list_display = ["name", "organisation_number", "email", "is_served_here"]
    list_filter = ["is_served_here"]
    search_fields = ["name", "organisation_number"]
    prepopulated_fields = {"slug": ["name"]}

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Take an address written without its scheme for a secure one."""
        if isinstance(db_field, URLField):
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def boards_of(self, obj: Municipality) -> Iterable[Board]:
        """Return the boards it hosts or takes part in."""
        return Board.objects.filter(Q(host=obj) | Q(partners=obj)).distinct()


@admin.register(Board)
class BoardAdmin(RegisterAdmin):
    """Nämnder, with their regulations, roster, staff, roles and recipients."""

    form = BoardForm
    list_display = ["name", "prefix", "kind", "host", "seats", "members", "valid_from"]
    list_filter = ["kind", "host"]
    list_select_related = ["host"]
    search_fields = ["name", "prefix"]
    filter_horizontal = ["partners"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [
        RegulationsInline,
        MembershipInline,
        SubstitutionOrderInline,
        StaffPostInline,
        RoleInline,
        RecipientInline,
    ]
    fieldsets = [
        (None, {"fields": ["name", "genitive", "kind", ("prefix", "slug"), "email"]}),
        (_("Municipalities"), {"fields": ["host", "partners"]}),
        (_("Seats and time"), {"fields": ["seats", ("valid_from", "valid_to")]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Board]:
        """Count today's members beside the seats."""
        day = today()
        serving = Q(memberships__valid_from__lte=day) & (
            Q(memberships__valid_to=None) | Q(memberships__valid_to__gte=day)
        )
        seated = serving & ~Q(memberships__role="substitute")
        rows = super().get_queryset(request)
        return rows.annotate(seated=Count("memberships", filter=seated))

    @admin.display(description=_("members today"), ordering="seated")
    def members(self, board: Board) -> int:
        """Show how many hold a seat today."""
        return board.seated

    def boards_of(self, obj: Board) -> Iterable[Board]:
        """Return the board itself."""
        return [obj]


@admin.register(Party)
class PartyAdmin(RegisterAdmin):
    """Parties under the names they have had."""

    list_display = ["name", "abbreviation", "valid_from", "valid_to"]
    search_fields = ["name", "abbreviation"]

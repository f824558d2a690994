"""People, terms of office and accounts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board
from boards.membership.models import Membership
from boards.person.models import Person, User
from boards.registers.actions import set_personal_number
from boards.registers.admin.base import RegisterAdmin
from boards.registers.admin.boards import MembershipInline, RoleInline, StaffPostInline
from boards.registers.forms import PersonForm, TermForm
from boards.registers.publish import publish_person
from boards.shared.clock import today
from boards.shared.history import acting


class ServingFilter(admin.SimpleListFilter):
    """Terms that run today, or not."""

    title = _("serves today")
    parameter_name = "serves"

    def lookups(self, *_args: object) -> list[tuple[str, Any]]:
        """Offer both answers."""
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(
        self, _request: HttpRequest, queryset: QuerySet[Membership]
    ) -> QuerySet[Membership]:
        """Keep what was asked for."""
        serving = Q(pk__in=Membership.objects.serving_on(today()).values("pk"))
        kept = {"yes": serving, "no": ~serving}.get(self.value() or "")
        return queryset.filter(kept) if kept else queryset


class TermsInline(MembershipInline):
    """The person's uppdrag in every board."""

    autocomplete_fields = ["board", "party"]
    fields = ["board", *MembershipInline.fields[1:]]


class PostsInline(StaffPostInline):
    """The posts of the person."""

    autocomplete_fields = ["board"]


class RolesInline(RoleInline):
    """The roles of the account."""

    autocomplete_fields = ["board"]


@admin.register(Person)
class PersonAdmin(RegisterAdmin):
    """People, with what they are elected to and employed as."""

    list_display = ["name", "email", "phone", "is_protected", "user"]
    list_filter = ["is_protected", "memberships__board"]
    list_select_related = ["user"]
    search_fields = ["given_name", "family_name", "email"]
    inlines = [TermsInline, PostsInline]
    fieldsets = [
        (None, {"fields": [("given_name", "family_name"), ("email", "phone")]}),
        (_("Protection"), {"fields": ["is_protected"]}),
        (_("Signing with an e-ID"), {"fields": ["personal_number"]}),
    ]
    form = PersonForm

    @admin.display(description=_("name"), ordering="family_name")
    def name(self, person: Person) -> str:
        """Show the family name first, as the list is sorted."""
        return f"{person.family_name}, {person.given_name}"

    def save_model(
        self, request: HttpRequest, obj: Person, form: Any, change: Any
    ) -> None:
        """Save; with other protection everything published is masked anew."""
        super().save_model(request, obj, form, change)
        if number := form.cleaned_data.get("personal_number"):
            set_personal_number(person=obj, number=number, by=request.user)
        if "is_protected" in form.changed_data:
            publish_person(obj)

    def boards_of(self, obj: Person) -> Iterable[Board]:
        """Return the boards the person is elected to."""
        return Board.objects.filter(memberships__person=obj).distinct()


@admin.register(Membership)
class MembershipAdmin(RegisterAdmin):
    """Every uppdrag, ended ones too."""

    form = TermForm
    list_display = ["person", "role", "board", "party", "valid_from", "valid_to"]
    list_filter = [ServingFilter, "board", "role", "party", "municipality"]
    list_select_related = ["person", "board", "party"]
    search_fields = ["person__given_name", "person__family_name", "board__name"]
    autocomplete_fields = ["board", "person", "party", "personal_for"]
    date_hierarchy = "valid_from"

    def boards_of(self, obj: Membership) -> Iterable[Board]:
        """Return the board of the uppdrag."""
        return [obj.board]


@admin.register(User)
class AccountAdmin(RegisterAdmin, UserAdmin):
    """Accounts and their roles in each board."""

    list_display = ["username", "person", "is_active", "is_staff", "last_login"]
    list_filter = ["is_active", "is_staff", "roles__role", "roles__board"]
    list_select_related = ["person"]
    search_fields = ["username", "person__given_name", "person__family_name"]
    autocomplete_fields = ["person"]
    filter_horizontal = []
    ordering = ["username"]
    inlines = [RolesInline]
    fieldsets = [
        (None, {"fields": ["username", "password", "person"]}),
        (_("Access"), {"fields": ["is_active", "is_staff"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "person", "password1", "password2"]}),
        (_("Access"), {"fields": ["is_staff"]}),
    ]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Say in our words what the two boxes mean."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "is_staff":
            field.label = _("keeps the registers")
            field.help_text = _("A systemförvaltare: opens these pages, no case.")
        return field

    def save_model(
        self, request: HttpRequest, obj: User, form: Any, change: Any
    ) -> None:
        """Let who keeps the registers open every one of them."""
        obj.is_superuser = obj.is_staff
        super().save_model(request, obj, form, change)

    def user_change_password(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Set a new password, told to the row history."""
        with transaction.atomic():
            acting(request.user)
            return super().user_change_password(request, **kwargs)

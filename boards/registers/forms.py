"""Register forms: each of the rules' reasons at its field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.models import construct_instance
from django.utils.translation import gettext_lazy as _

from boards.access.models import RoleAssignment
from boards.access.queries import other_periods
from boards.access.rules import blocks_role
from boards.board.enums import BoardKind
from boards.board.rules import blocks_partners, blocks_pattern
from boards.membership.models import Membership
from boards.membership.queries import others_in_board
from boards.person.identity import check_free
from boards.registers.terms import blocks_term
from boards.shared.forms import refused
from boards.shared.refusals import Refusal, Refused
from boards.shared.texts import sentence


def say(form: Any, refusals: list[Refusal]) -> None:
    """Put each reason at its field."""
    refused(form, Refused(refusals))


class BoardForm(forms.ModelForm):  # type: ignore[type-arg]  plain at run time
    """A board; only a gemensam nämnd has partners."""

    def clean(self) -> dict[str, Any]:
        """Ask the rules about the partners."""
        said = super().clean() or self.cleaned_data
        if "partners" in said and said.get("host"):
            found = blocks_partners(
                is_joint=said.get("kind") == BoardKind.JOINT,
                host=said["host"].pk,
                partners=frozenset(row.pk for row in said["partners"]),
            )
            say(self, found)
        return said


class PersonForm(forms.ModelForm):  # type: ignore[type-arg]  plain at run time
    """A person; the personal number can be given anew and is never shown."""

    personal_number = forms.CharField(
        label=_("personal number"),
        required=False,
        max_length=13,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        help_text=_(
            "Twelve digits. It is kept so that it can be compared with an e-ID when"
            " somebody signs, and cannot be read again. Left empty, what is kept stays."
        ),
    )

    def clean_personal_number(self) -> str:
        """Refuse what is no number, and a number that is somebody else's."""
        number: str = self.cleaned_data["personal_number"].strip()
        if not number:
            return ""
        try:
            check_free(self.instance, number)
        except Refused as no:
            raise forms.ValidationError(sentence(no.refusals[0])) from no
        return number


class RegulationsForm(forms.ModelForm):  # type: ignore[type-arg]  plain at run time
    """What the reglemente says; a pattern must give every case its own number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Left out, it is the model's own: trial until somebody decides otherwise.
        if "signing_level" in self.fields:
            self.fields["signing_level"].required = False

    def clean(self) -> dict[str, Any]:
        """Ask the rules about the pattern."""
        said = super().clean() or self.cleaned_data
        if "dnr_pattern" in said:
            say(self, blocks_pattern(said["dnr_pattern"]))
        return said


class PeriodForm(forms.ModelForm):  # type: ignore[type-arg]  plain at run time
    """A row with a period, held against the other rows as they are to be.

    In a formset the rows beside it are those of the page, changed or not: one term may
    end and the next begin in the same go. The database has the last word either way.
    """

    beside: Any = None

    def _get_validation_exclusions(self) -> set[str]:
        # Django would hold the period against rows that this very page changes.
        return super()._get_validation_exclusions() | {"valid_from", "valid_to"}

    def as_said(self) -> Any | None:
        """Return the row as the form wants it; None when something is missing."""
        if self.errors or not self.cleaned_data or self.cleaned_data.get("DELETE"):
            return None
        return self.instance

    def clean(self) -> dict[str, Any]:
        """Hold a row that stands alone against those of the database."""
        said = super().clean() or self.cleaned_data
        if self.beside is None and not self.errors:
            row = construct_instance(self, self.instance)
            self.hold_against(row, [])
        return said

    def hold_against(self, row: Any, page: list[Any]) -> None:
        """Say what is wrong with the row beside those of the page and the database."""
        raise NotImplementedError


class PeriodFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]  plain at run time
    """Rows with periods on one page."""

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)
        form.beside = self
        return form

    def clean(self) -> None:
        """Hold every changed row against the others of the page and the database."""
        super().clean()
        rows = {form: form.as_said() for form in self.forms}
        for form, row in rows.items():
            if row is not None and form.has_changed():
                page = [other for other in rows.values() if other and other is not row]
                form.hold_against(row, page)


class TermForm(PeriodForm):
    """An uppdrag."""

    def hold_against(self, row: Membership, page: list[Membership]) -> None:
        """Ask the rules about the uppdrag."""
        on_page = {other.pk for other in page if other.pk}
        others = [other for other in page if other.board_id == row.board_id]
        if row.board_id:
            others += others_in_board(row).exclude(pk__in=on_page)
        say(self, blocks_term(row, others))


class RoleForm(PeriodForm):
    """A role of an account."""

    def hold_against(self, row: RoleAssignment, page: list[RoleAssignment]) -> None:
        """Ask the rules about the role."""
        key = (row.user_id, row.board_id, row.role)
        others = [
            (other.valid_from, other.valid_to)
            for other in page
            if (other.user_id, other.board_id, other.role) == key
        ]
        if row.user_id and row.board_id:
            saved = {other.pk for other in page if other.pk}
            others += other_periods(row, leave_out=saved)
        say(self, blocks_role((row.valid_from, row.valid_to), others))

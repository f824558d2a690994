"""What people write when minutes are frozen, signed and sent back."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm
from boards.shared.texts import SENTENCES
from minutes.approval.corrections import Change
from minutes.approval.enums import ReturnKind, SignerRole
from minutes.approval.methods import NotProved
from minutes.approval.models import Approval, Approver
from minutes.item.models import MinutesItem
from minutes.item.queries import kept_items, provisional_numbers
from minutes.meeting.enums import MeetingState
from minutes.meeting.models import ChosenApprover, Meeting


class ItemsField(forms.ModelMultipleChoiceField):
    """§§ to choose among, with the number each has or would get."""

    numbers: dict[int, int] = {}

    def label_from_instance(self, item: MinutesItem) -> str:
        """Show number and heading, and whether it is secret."""
        text = f"§ {item.number or self.numbers.get(item.pk, '–')} {item.heading}"
        if item.is_secret:
            return _("%(item)s (secret)") % {"item": text}
        return text


class FreezeForm(ActionForm, forms.Form):
    """Which §§ are frozen together."""

    submit_label = _("Freeze and send for signing")

    items = ItemsField(
        MinutesItem.objects.none(),
        label=_("§§ to approve together"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one § to approve.")},
        help_text=_(
            "Secret §§ are approved by themselves, in a document of their own."
        ),
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["items"]
        field.queryset = freezable(meeting)
        field.numbers = provisional_numbers(meeting)
        if meeting.state == MeetingState.CLOSED:
            self.initial["items"] = [
                item.pk for item in field.queryset if not item.is_secret
            ]


def freezable(meeting: Meeting) -> Any:
    """Return §§ of the meeting that no justering holds; a returned one holds none."""
    return kept_items(meeting).filter(approval__isnull=True)


class SignForm(ActionForm, forms.Form):
    """The signer's password, and the hash of what was on the screen."""

    submit_label = _("Sign")

    shown_sha256 = forms.CharField(widget=forms.HiddenInput)
    password = forms.CharField(
        label=_("Your password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("You give it once more to show that it is you who signs."),
    )

    def not_proved(self, no: NotProved) -> None:
        """Put the method's no at its field."""
        self.add_error(no.field or None, str(SENTENCES[no.code]))


class CorrectionForm(ActionForm, forms.Form):
    """Slips to put right: where, what it says, what it should say, and the ground."""

    submit_label = _("Make the corrected version")
    rows = (1, 2, 3)

    ground = forms.CharField(
        label=_("Ground"),
        max_length=300,
        initial=_("skrivfel"),
        error_messages={"required": _("Write the ground.")},
        help_text=_("It is printed in the minutes, with your name and the day."),
    )

    def __init__(self, *args: Any, approval: Approval, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items = approval.first.items.order_by("number")
        places = [("", _("The front page"))]
        places += [(str(item.pk), f"§ {item.number} {item.heading}") for item in items]
        ground = self.fields.pop("ground")
        for row in self.rows:
            self.fields |= slip_fields(row, places, is_needed=row == 1)
        self.fields["ground"] = ground
        slips = [self.slip(row) for row in self.rows]
        self.helper.layout = Layout(*slips, "ground", self.submit_button())

    def slip(self, row: int) -> Fieldset:
        """Return one row's fields under a heading of their own."""
        legend = _("Slip %(number)s") % {"number": row}
        return Fieldset(legend, f"item_{row}", f"wrong_{row}", f"right_{row}")

    def changes(self) -> list[Change]:
        """Return the rows up to the last that was filled in."""
        said = self.cleaned_data
        filled = [n for n in self.rows if said[f"wrong_{n}"] or said[f"right_{n}"]]
        return [
            Change(
                int(said[f"item_{n}"]) if said[f"item_{n}"] else None,
                said[f"wrong_{n}"],
                said[f"right_{n}"],
            )
            for n in range(1, max(filled, default=0) + 1)
        ]


def slip_fields(
    row: int, places: list[tuple[str, Any]], *, is_needed: bool
) -> dict[str, forms.Field]:
    """Return the fields of one slip: where, what it says, what it should say."""
    return {
        f"item_{row}": forms.ChoiceField(
            label=_("Where"), choices=places, required=False
        ),
        f"wrong_{row}": forms.CharField(
            label=_("What it says"), max_length=300, required=is_needed
        ),
        f"right_{row}": forms.CharField(
            label=_("What it should say"), max_length=300, required=is_needed
        ),
    }


class BeginForm(ActionForm, forms.Form):
    """The way that was chosen, and the hash of what was on the screen."""

    form_tag = False

    method = forms.CharField(max_length=20, widget=forms.HiddenInput)
    shown_sha256 = forms.CharField(max_length=64, widget=forms.HiddenInput)


class TakeBackForm(ActionForm, forms.Form):
    """Why the secretary takes minutes back before anybody has signed."""

    submit_label = _("Send back")
    submit_class = "btn-danger"

    reason = forms.CharField(
        label=_("What is wrong"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write why the minutes are sent back.")},
        help_text=_("The secretary and all who sign get your words by mail."),
    )


class ReturnForm(TakeBackForm):
    """Why a signer sends minutes back, and what is to come of it (P-06)."""

    field_order = ("kind", "reason")

    kind = forms.ChoiceField(
        label=_("What is to come of it"),
        choices=[
            (
                ReturnKind.MISTAKE.value,
                _("Something is wrong: the secretary puts it right"),
            ),
            (
                ReturnKind.DISSENT.value,
                _("I hold another opinion and want it noted in the minutes"),
            ),
            (
                ReturnKind.REFERRED.value,
                _("We do not agree: the board decides at its next meeting"),
            ),
        ],
        widget=forms.RadioSelect,
        initial=ReturnKind.MISTAKE.value,
        required=False,
    )

    def clean_kind(self) -> ReturnKind:
        """Read no choice as a mistake to put right."""
        return ReturnKind(self.cleaned_data["kind"] or ReturnKind.MISTAKE)


class ReserveForm(ActionForm, forms.Form):
    """Which approver cannot sign, who takes over, and why."""

    submit_label = _("Let the reserve take over")

    approver = forms.ModelChoiceField(
        Approver.objects.none(), label=_("Approver who cannot sign")
    )
    reserve = forms.ModelChoiceField(
        ChosenApprover.objects.none(), label=_("Reserve who takes over")
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        error_messages={"required": _("Write why the approver cannot sign.")},
    )

    def __init__(self, *args: Any, approval: Approval, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting: Any = self.fields["approver"]
        waiting.queryset = approval.approvers.filter(
            role=SignerRole.APPROVER, signature__isnull=True
        )
        reserves: Any = self.fields["reserve"]
        reserves.queryset = approval.meeting.chosen_approvers.filter(
            is_reserve=True
        ).select_related("attendance")

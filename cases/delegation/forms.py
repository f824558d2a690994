"""What is said of a delegated decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board
from boards.shared.clock import today
from boards.shared.forms import ActionForm
from cases.case.models import Case
from cases.delegation.actions import Delegated


class DelegationForm(ActionForm, forms.Form):
    """A decision by a delegate, or an urgent one by the chair."""

    submit_label = _("Register the decision")

    text = forms.CharField(
        label=_("Decision"), widget=forms.Textarea(attrs={"rows": 3})
    )
    decided_on = forms.DateField(label=_("Decided on"), initial=today)
    delegate = forms.CharField(
        label=_("Decided by"),
        max_length=170,
        help_text=_("Name and post of whoever decided."),
    )
    is_urgent = forms.BooleanField(
        label=_("Urgent decision by the chair (KL 6:39)"),
        required=False,
        help_text=_("Has to be reported at the very next meeting."),
    )
    ground = forms.CharField(
        label=_("Ground"),
        max_length=120,
        required=False,
        help_text=_("The point of the delegation scheme."),
    )
    number = forms.CharField(label=_("Number"), max_length=40, required=False)
    case = forms.ModelChoiceField(
        Case.objects.none(), label=_("Case"), required=False, empty_label=_("None")
    )
    legal_ground = forms.CharField(
        label=_("Secret according to"),
        max_length=80,
        required=False,
        help_text=_("The legal ground, such as OSL 26:1. Empty: not secret."),
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["case"]
        field.queryset = board.cases.all()

    def said(self) -> Delegated:
        """Return the decision as the action takes it."""
        return Delegated(
            **{k: v for k, v in self.cleaned_data.items() if k != "legal_ground"}
        )

"""What is said of a meddelande."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board
from boards.shared.clock import today
from boards.shared.forms import ActionForm
from cases.case.models import Case


class CommunicationForm(ActionForm, forms.Form):
    """Something a coming meeting is to be told."""

    submit_label = _("Add the communication")

    heading = forms.CharField(
        label=_("Heading"),
        max_length=200,
        help_text=_("As the minutes are to print it."),
    )
    received_on = forms.DateField(label=_("Received on"), initial=today)
    case = forms.ModelChoiceField(
        Case.objects.none(), label=_("Case"), required=False, empty_label=_("None")
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["case"]
        field.queryset = board.cases.all()

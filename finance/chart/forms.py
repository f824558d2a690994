"""Forms of the chart."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board
from boards.shared.forms import ActionForm
from finance.chart.actions import MappingValues
from finance.chart.models import Mapping, ReportLine, ReportUnit


class UnitForm(ActionForm, forms.ModelForm):
    """A unit with a table of its own."""

    class Meta:
        model = ReportUnit
        fields = ["code", "name", "position"]


class LineForm(ActionForm, forms.ModelForm):
    """A row of every unit's table."""

    class Meta:
        model = ReportLine
        fields = ["label", "kind", "position"]


class MappingForm(ActionForm, forms.Form):
    """Which accounts and objects belong where, and from when."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=ReportUnit.objects.none())
    line = forms.ModelChoiceField(
        label=_("Report row"), queryset=ReportLine.objects.none()
    )
    account_from = forms.CharField(label=_("Account from"), max_length=12)
    account_to = forms.CharField(
        label=_("Account to"),
        max_length=12,
        required=False,
        help_text=_("Empty for one account. 5999 takes 59991 too."),
    )
    responsibility = forms.CharField(
        label=_("Ansvar"), max_length=60, required=False, help_text=_("Empty for all.")
    )
    project = forms.CharField(label=_("Project"), max_length=60, required=False)
    activity = forms.CharField(label=_("Activity"), max_length=60, required=False)
    valid_from = forms.DateField(
        label=_("Valid from"), help_text=_("The first day of a month.")
    )
    valid_to = forms.DateField(
        label=_("Valid to"),
        required=False,
        help_text=_("The last day of a month; empty until further notice."),
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("unit", ReportUnit), ("line", ReportLine)):
            choice = self.fields[name]
            choice.queryset = rows.objects.filter(board=board)  # type: ignore[attr-defined]  # a choice

    def values(self) -> MappingValues:
        """Return what a valid form says."""
        return MappingValues(**self.cleaned_data)


class EndForm(ActionForm, forms.ModelForm):
    """The last day a mapping holds."""

    submit_label = _("End the mapping")
    valid_to = forms.DateField(
        label=_("Valid to"), help_text=_("The last day of a month.")
    )

    class Meta:
        model = Mapping
        fields = ["valid_to"]


class RenewForm(ActionForm, forms.Form):
    """The first day of the new chart."""

    submit_label = _("Copy the mappings")
    valid_from = forms.DateField(
        label=_("The new chart holds from"), help_text=_("The first day of a month.")
    )

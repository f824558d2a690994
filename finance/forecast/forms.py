"""Forms of a forecast: the year by row, in thousands of kronor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board
from boards.person.models import User
from boards.shared.forms import ActionForm
from finance.chart.fields import TkrField


class OpenRoundForm(ActionForm, forms.Form):
    """Which board, figures to which month, and when the forecasts are wanted."""

    submit_label = _("Ask for the forecast")
    board = forms.ModelChoiceField(label=_("Board"), queryset=Board.objects.none())
    as_of = forms.DateField(label=_("Figures up to and including"))
    due_on = forms.DateField(label=_("To be given by"))

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]  # a choice


class DutyForm(ActionForm, forms.Form):
    """Who gives a unit's forecast; empty for the controllers."""

    submit_label = _("Save")
    user = forms.ModelChoiceField(
        label=_("Gives the forecast"), queryset=User.objects.none(), required=False
    )

    def __init__(self, *args: Any, users: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = users  # type: ignore[attr-defined]  # a choice


class ForecastForm(forms.Form):
    """One amount for each row, and what is to be said about them."""

    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "form-control"}),
    )

    def __init__(self, *args: Any, rows: Sequence[tuple[int, str]], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.rows = rows
        for pk, label in rows:
            name = _("Forecast, %(row)s") % {"row": label}
            self.fields[f"row_{pk}"] = TkrField(label=name)

    def figures(self) -> dict[int, int | None]:
        """Return what was typed, by the row's key, in öre."""
        return {pk: self.cleaned_data[f"row_{pk}"] for pk, _label in self.rows}

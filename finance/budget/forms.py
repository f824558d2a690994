"""Forms of the budget: a grid of months, in thousands of kronor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board, Municipality
from boards.shared.forms import ActionForm
from boards.shared.money import NotAnAmount, exact_tkr, parse_tkr
from finance.budget import rules
from finance.budget.enums import BudgetKind
from finance.budget.models import BudgetVersion, InvestmentProject
from finance.chart.fields import TkrField

# Months as they are said in a column's heading.
MONTH_NAMES = (
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    _("May"),
    _("Jun"),
    _("Jul"),
    _("Aug"),
    _("Sep"),
    _("Oct"),
    _("Nov"),
    _("Dec"),
)


class StartBudgetForm(ActionForm, forms.Form):
    """Which board and year; the first of a year is the budget, the next change it."""

    submit_label = _("Start the budget")
    board = forms.ModelChoiceField(label=_("Board"), queryset=Board.objects.none())
    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2100)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=BudgetVersion._meta.get_field("kind").choices or [],
        initial=BudgetKind.FIRST,
        help_text=_("The first of a year is always the year's budget."),
    )
    purpose = forms.CharField(
        label=_("What it is about"), max_length=200, required=False
    )

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]  # a choice


class AdoptBudgetForm(ActionForm, forms.Form):
    """The decision it rests on."""

    submit_label = _("Adopt the budget")
    citation = forms.CharField(
        label=_("Decision"),
        max_length=120,
        required=False,
        help_text=_("As it is cited: KF § 80/2020-06-16."),
    )
    decided_on = forms.DateField(label=_("Decided on"))


class ProjectForm(ActionForm, forms.ModelForm):
    """An investment project."""

    submit_label = _("Save the project")

    class Meta:
        model = InvestmentProject
        fields = ["code", "name", "budgeted_by", "position"]
        help_texts = {"budgeted_by": _("Leave empty for the host municipality.")}

    def __init__(self, *args: Any, partners: QuerySet[Municipality], **kw: Any) -> None:
        super().__init__(*args, **kw)
        field: Any = self.fields["budgeted_by"]
        field.queryset = partners


@dataclass(frozen=True)
class GridRow:
    """A row of the grid as it is shown."""

    label: str
    cells: list[BoundField]
    year: BoundField


class MonthGrid(forms.Form):
    """Amounts by row and month; a row's year can be spread over its months.

    `rows` are a key that stands in the fields' names and a label; `known` is what
    earlier versions have, by the fields' names, and stands in the cells left empty.
    """

    def __init__(
        self,
        *args: Any,
        rows: Sequence[tuple[str, str]],
        year: int,
        known: Mapping[str, int],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows, self.months = rows, rules.months_of(year)
        for key, label in rows:
            for month in self.months:
                name = _("%(row)s, %(month)s") % {
                    "row": label,
                    "month": MONTH_NAMES[month.month - 1],
                }
                self.fields[cell_name(key, month.month)] = TkrField(label=name)
            self.fields[f"year_{key}"] = TkrField(
                label=_("%(row)s, the year's sum to spread") % {"row": label}
            )
        for name, ore in known.items():
            if name in self.fields:
                self.fields[name].widget.attrs["placeholder"] = exact_tkr(ore)

    def cells(self) -> dict[tuple[str, date], int | None]:
        """Return what was entered, by key and month, in öre."""
        return {
            (key, month): self.cleaned_data[cell_name(key, month.month)]
            for key, _label in self.rows
            for month in self.months
        }

    def shown(self) -> list[GridRow]:
        """Return the rows for the page."""
        return [
            GridRow(
                label,
                [self[cell_name(key, month.month)] for month in self.months],
                self[f"year_{key}"],
            )
            for key, label in self.rows
        ]


def cell_name(key: str, month: int) -> str:
    """Return the name of a field."""
    return f"cell_{key}_{month}"


def spread_years(data: Mapping[str, Any], rows: Sequence[tuple[str, str]]) -> Any:
    """Return what was sent with the years that were typed divided into months.

    A year that cannot be read stays for the form to complain about.
    """
    sent: dict[str, Any] = dict(data.items())
    for key, _label in rows:
        typed = str(sent.get(f"year_{key}", "")).strip()
        try:
            parts = rules.spread(parse_tkr(typed)) if typed else []
        except NotAnAmount:
            continue
        for month, ore in enumerate(parts, start=1):
            sent[cell_name(key, month)] = exact_tkr(ore)
        sent[f"year_{key}"] = ""
    return sent


def initial_cells(cells: Mapping[tuple[str, int], int]) -> dict[str, int]:
    """Return amounts by key and month number as initial values."""
    return {cell_name(key, month): ore for (key, month), ore in cells.items()}

"""Forms of an interim report: amounts are typed in thousands of kronor."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Field
from django import forms
from django.db.models import QuerySet
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board
from boards.shared.forms import ActionForm
from boards.shared.widgets import RichTextField, RichTextWidget
from cases.case.models import Case
from finance.chart.fields import TkrField
from finance.report.enums import RowKind
from finance.report.models import InterimReport, ReportTable
from finance.report.rules import COLUMNS, Amounts, Row

# Empty rows offered below those that are filled in.
EXTRA_ROWS = 6


class LinkedTextWidget(RichTextWidget):
    """An editor that offers the report's figures when `{{` is typed."""

    class Media:
        js = (Script("js/cell-links.js", type="module"),)


class LinkedTextField(RichTextField):
    """Rich text whose numbers may be links to the report's figures."""

    widget = LinkedTextWidget


class BoardsField(forms.ModelMultipleChoiceField):
    """Further boards, by name; none is a report of one board."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            Board.objects.none(),
            label=_("Also covers"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )


class StartReportForm(ActionForm, forms.ModelForm):
    """Which ärende, what title, figures to which day."""

    submit_label = _("Start the report")

    class Meta:
        model = InterimReport
        fields = ["case", "title", "period_end"]

    boards = BoardsField(
        help_text=_("Leave empty for a report of the case's board alone.")
    )

    def __init__(
        self,
        *args: Any,
        cases: QuerySet[Case],
        boards: QuerySet[Board],
        **kwargs: Any,
    ) -> None:
        self.has_several = len(boards) > 1
        super().__init__(*args, **kwargs)
        field = self.fields["case"]
        field.queryset = cases  # type: ignore[attr-defined]  # a model choice field
        self.fields["boards"].queryset = boards  # type: ignore[attr-defined]  # as above

    def form_layout(self) -> list[Any]:
        """Ask for further boards only where there are any."""
        names = [name for name in self.fields if name != "boards" or self.has_several]
        return [Field(name) for name in names]


class CoverForm(ActionForm, forms.Form):
    """Which further boards a report covers."""

    submit_label = _("Save the boards")
    boards = BoardsField()

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["boards"].queryset = boards  # type: ignore[attr-defined]  # a choice


class IntroductionForm(ActionForm, forms.Form):
    """The text before the tables."""

    submit_label = _("Save the introduction")
    introduction = LinkedTextField(label=_("Introduction"), required=False)


class AddTableForm(ActionForm, forms.Form):
    """A new table."""

    submit_label = _("Add the table")
    kind = forms.ChoiceField(
        label=_("Kind"), choices=ReportTable._meta.get_field("kind").choices or []
    )
    heading = forms.CharField(label=_("Heading"), max_length=120)


class TableTextForm(ActionForm, forms.Form):
    """The words around a table."""

    submit_label = _("Save the texts")
    description = LinkedTextField(
        label=_("Description of the activity"), required=False
    )
    comment = LinkedTextField(label=_("Comment on the figures"), required=False)
    note = forms.CharField(
        label=_("Note under the table"), required=False, max_length=300
    )


class MeasureForm(ActionForm, forms.ModelForm):
    """What is done about a deficit, or by when it is followed up."""

    submit_label = _("Save the measure")
    measure = forms.CharField(
        label=_("Measure against a deficit"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    class Meta:
        model = ReportTable
        fields = ["measure", "follow_up_on"]


class FollowUpForm(ActionForm, forms.Form):
    """When a deficit was followed up, and what came of it."""

    submit_label = _("Record the follow-up")
    done_on = forms.DateField(label=_("Followed up on"))
    note = forms.CharField(
        label=_("What came of it"), widget=forms.Textarea(attrs={"rows": 4})
    )


class LimitForm(ActionForm, forms.Form):
    """From which deviation a table wants a comment."""

    submit_label = _("Save the limit")
    limit_ore = TkrField(label=_("Thousands of kronor"))
    limit_percent = forms.IntegerField(
        label=_("Per cent of the budget"), min_value=0, max_value=100
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["limit_ore"].required = True

    def clean_limit_ore(self) -> int:
        """Refuse a limit below nothing."""
        limit: int = self.cleaned_data["limit_ore"]
        if limit < 0:
            raise forms.ValidationError(_("The limit cannot be negative."))
        return limit


class LinkNumberForm(ActionForm, forms.Form):
    """Which typed number becomes a link to which figure."""

    place = forms.CharField(max_length=40)
    start = forms.IntegerField(min_value=0)
    name = forms.CharField(max_length=400)


class RowForm(forms.Form):
    """One row of the grid."""

    label = forms.CharField(label=_("Label"), required=False, max_length=120)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[
            (RowKind.LINE, _("Line")),
            (RowKind.SUM, _("Sum")),
            (RowKind.GRANT, _("Municipal grant")),
        ],
        initial=RowKind.LINE,
    )
    prior_actual = TkrField(label=_("Outcome last year"))
    budget_to_date = TkrField(label=_("Budget to date"))
    actual_to_date = TkrField(label=_("Outcome to date"))
    budget_year = TkrField(label=_("Budget, year"))
    forecast_year = TkrField(label=_("Forecast, year"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["label"].widget.attrs["class"] = "form-control"
        self.fields["kind"].widget.attrs["class"] = "form-select"

    def clean(self) -> dict[str, Any]:
        """Ask for a label where there are figures."""
        data = super().clean() or {}
        if not data.get("label") and any(data.get(c) is not None for c in COLUMNS):
            self.add_error("label", _("Say what the row shows."))
        return data

    def row(self) -> Row | None:
        """Return the row, None for one that was left empty."""
        data = self.cleaned_data
        if not data.get("label"):
            return None
        amounts = Amounts(**{column: data.get(column) for column in COLUMNS})
        return Row(RowKind(data["kind"]), data["label"], amounts)


RowFormSet = forms.formset_factory(RowForm, extra=EXTRA_ROWS, max_num=200)


def rows_of(formset: Any) -> list[Row]:
    """Return the filled-in rows of a valid grid, in order."""
    rows = [form.row() for form in formset.forms if form.has_changed() or form.initial]
    return [row for row in rows if row is not None]


def initial_rows(table: ReportTable) -> list[dict[str, Any]]:
    """Return a table's rows as the grid's initial values."""
    return [
        {
            "label": row.label,
            "kind": row.kind,
            **{column: getattr(row, column) for column in COLUMNS},
        }
        for row in table.rows.all()
    ]

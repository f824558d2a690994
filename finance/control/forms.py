"""Forms of internal control."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm
from cases.case.models import Case
from cases.case.registry import CitedDecision
from finance.control.actions import RowValues
from finance.control.models import (
    Control,
    ControlCheck,
    ControlDecision,
    ControlMeasure,
    ControlPlan,
    ControlRisk,
)


class StartPlanForm(ActionForm, forms.Form):
    """Which ärende, which year, and whether last year's rows come along."""

    submit_label = _("Start the plan")
    case = forms.ModelChoiceField(label=_("Case"), queryset=Case.objects.none())
    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2100)
    is_copied = forms.BooleanField(
        label=_("Begin with last year's scale and rows"), required=False, initial=True
    )

    def __init__(self, *args: Any, cases: QuerySet[Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].queryset = cases  # type: ignore[attr-defined]  # a choice


class LinesField(forms.CharField):
    """One label a line."""

    widget = forms.Textarea(attrs={"rows": 5})

    def prepare_value(self, value: object) -> object:
        """Show a list as lines, and what was typed as it was typed."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: str | None) -> list[str]:  # type: ignore[override]  # lines
        """Return the labels."""
        lines = (super().to_python(value) or "").splitlines()
        labels = [line.strip() for line in lines if line.strip()]
        if any(len(label) > ControlPlan.LONGEST_LABEL for label in labels):
            raise forms.ValidationError(_("A step has at most 60 characters."))
        return labels


class ScaleForm(ActionForm, forms.Form):
    """The board's own scale: a label for each step, the lowest first."""

    submit_label = _("Save the scale")
    likelihood_labels = LinesField(
        label=_("Likelihood, one step a line, the lowest first"),
        required=False,
        help_text=_("Leave both empty when each risk has one plain value."),
    )
    consequence_labels = LinesField(
        label=_("Consequence, one step a line, the lowest first"), required=False
    )
    medium_from = forms.IntegerField(
        label=_("Medium risk from the product"), min_value=0, required=False
    )
    high_from = forms.IntegerField(
        label=_("High risk from the product"), min_value=0, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Take empty limits as none."""
        data = super().clean() or {}
        for name in ("medium_from", "high_from"):
            data[name] = data.get(name) or 0
        return data


class RowForm(ActionForm, forms.Form):
    """A row's fields, taken from the models; subclasses choose among them."""

    columns: tuple[str, ...] = ()

    def __init__(self, *args: Any, plan: ControlPlan, **kwargs: Any) -> None:
        self.plan = plan
        self.base_fields = {name: field_of(name, plan) for name in self.columns}
        super().__init__(*args, **kwargs)

    def values(self) -> RowValues:
        """Return the row that was written."""
        names = RowValues.__dataclass_fields__
        return RowValues(**{k: v for k, v in self.cleaned_data.items() if k in names})


RISK_COLUMNS = ("process", "likelihood", "consequence", "assessment")
CONTROL_COLUMNS = ("moment", "responsible", "report_to", "interval", "contact")


def field_of(name: str, plan: ControlPlan) -> forms.Field:
    """Return the form field of a column; the steps are the plan's own scale."""
    if name in {"likelihood", "consequence"}:
        return _step_field(name, plan)
    model = ControlRisk if name in RISK_COLUMNS else Control
    field: Any = model._meta.get_field(name)
    made: forms.Field = field.formfield()
    if name in {"process", "moment"}:
        made.widget = forms.Textarea(attrs={"rows": 2, "maxlength": 500})
    return made


def _step_field(name: str, plan: ControlPlan) -> forms.Field:
    labels = getattr(plan, f"{name}_labels")
    steps = [(n, f"{n} – {label}") for n, label in enumerate(labels, start=1)]
    return forms.TypedChoiceField(
        label=_("Likelihood") if name == "likelihood" else _("Consequence"),
        choices=[("", "–"), *steps],
        coerce=int,
        empty_value=None,
        required=False,
    )


class PlanRowForm(RowForm):
    """A risk with its first control; with a scale there is no plain value."""

    submit_label = _("Save the row")

    def __init__(self, *args: Any, plan: ControlPlan, **kwargs: Any) -> None:
        self.columns = (*risk_columns(plan), *CONTROL_COLUMNS)
        super().__init__(*args, plan=plan, **kwargs)


class RiskForm(RowForm):
    """A risk alone."""

    submit_label = _("Save the risk")

    def __init__(self, *args: Any, plan: ControlPlan, **kwargs: Any) -> None:
        self.columns = risk_columns(plan)
        super().__init__(*args, plan=plan, **kwargs)


class ControlForm(RowForm):
    """A control alone."""

    submit_label = _("Save the control")
    columns = CONTROL_COLUMNS


def risk_columns(plan: ControlPlan) -> tuple[str, ...]:
    """Return the columns a risk has on the plan's scale, or without one."""
    if plan.scale.is_used:
        return ("process", "likelihood", "consequence")
    return ("process", "assessment")


class DecidedRowForm(PlanRowForm):
    """A row that a beslut adds or puts in another's place."""

    def __init__(self, *args: Any, plan: ControlPlan, **kwargs: Any) -> None:
        super().__init__(*args, plan=plan, **kwargs)
        self.fields = {"decision": decision_field(plan), **self.fields}
        self.helper.layout.fields.insert(0, "decision")


class EndRowForm(ActionForm, forms.Form):
    """Which beslut takes a row away."""

    submit_label = _("Take the row away")
    submit_class = "btn-danger"

    def __init__(self, *args: Any, plan: ControlPlan, **kwargs: Any) -> None:
        self.base_fields = {"decision": decision_field(plan)}
        super().__init__(*args, **kwargs)


def decision_field(plan: ControlPlan) -> forms.ModelChoiceField:
    """Return the choice among the plan's beslut, the latest chosen."""
    decisions = plan.decisions.all()
    return forms.ModelChoiceField(
        label=_("Rests on the decision"),
        queryset=ControlDecision.objects.filter(plan=plan),
        initial=decisions.last(),
        empty_label=None,
    )


class CompleteRowForm(PlanRowForm):
    """What a row lacks that a beslut added; the rest is shown and stays."""

    submit_label = _("Save what was missing")

    def __init__(self, *args: Any, control: Control, **kwargs: Any) -> None:
        super().__init__(*args, plan=control.plan, **kwargs)
        said = {**vars(control.risk), **vars(control)}
        for name, field in self.fields.items():
            is_decided = name != "contact" and said[name] not in {None, ""}
            field.disabled = is_decided


class DecisionForm(ActionForm, forms.Form):
    """The beslut of a §; those of the ärende are offered as one types."""

    submit_label = _("Enter the decision")
    citation = forms.CharField(
        label=_("The decision's §"),
        max_length=120,
        help_text=_("For example ITVT § 13/2020-09-29."),
    )
    decided_on = forms.DateField(label=_("Decided on"))

    def __init__(
        self, *args: Any, found: list[CitedDecision] | None = None, **kwargs: Any
    ) -> None:
        last = found[-1] if found else None
        if last:
            kwargs.setdefault(
                "initial", {"citation": last.citation, "decided_on": last.decided_on}
            )
        super().__init__(*args, **kwargs)


class AdoptForm(DecisionForm):
    """The beslut that adopts the plan."""

    submit_label = _("Adopt the plan")


class CheckForm(ActionForm, forms.ModelForm):
    """What a control showed."""

    submit_label = _("Save the follow-up")

    class Meta:
        model = ControlCheck
        fields = [
            "grade",
            "performed_on",
            "performer",
            "sample",
            "result",
            "deviation",
        ]
        widgets = {
            "result": forms.Textarea(attrs={"rows": 3}),
            "deviation": forms.Textarea(attrs={"rows": 3}),
        }

    def _post_clean(self) -> None:
        """Leave what the row may say to the rules: they say why in words."""


class MeasureForm(ActionForm, forms.ModelForm):
    """What is to be done, by whom and when."""

    submit_label = _("Save the measure")

    class Meta:
        model = ControlMeasure
        fields = ["text", "responsible", "contact", "due_on"]

    def _post_clean(self) -> None:
        """Leave what the row may say to the rules: they say why in words."""


class CarryOutForm(ActionForm, forms.Form):
    """That a measure is carried out."""

    submit_label = _("It is carried out")
    done_on = forms.DateField(label=_("Done"))
    outcome = forms.CharField(label=_("What was done"), max_length=500)


class MoveMeasureForm(ActionForm, forms.Form):
    """A later day for a measure."""

    submit_label = _("Move the day")
    submit_class = "btn-outline-primary"
    due_on = forms.DateField(label=_("To be done by"))
    reason = forms.CharField(label=_("Reason"), max_length=300)


class ReportForm(ActionForm, forms.Form):
    """The words of the report."""

    submit_label = _("Make and register the report")
    title = forms.CharField(label=_("Title"), max_length=200)
    case = forms.ModelChoiceField(
        label=_("Case"),
        queryset=Case.objects.none(),
        help_text=_("The report becomes a document of this case."),
    )
    summary = forms.CharField(
        label=_("Summary"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Stands first in the report. An empty line begins a paragraph."),
    )

    def __init__(self, *args: Any, cases: QuerySet[Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].queryset = cases  # type: ignore[attr-defined]  # a choice

"""Forms of retention."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board
from boards.shared.forms import ActionForm
from cases.case.models import Case
from cases.retention.actions import Adoption, RuleValues
from cases.retention.models import RetentionRule


class StartPlanForm(ActionForm, forms.Form):
    """Whose plan, and whether the rules of the version before come along."""

    submit_label = _("Start the plan")

    board = forms.ModelChoiceField(Board.objects.none(), label=_("Board"))
    title = forms.CharField(
        label=_("Title"), max_length=200, initial=_("Retention plan")
    )
    is_copied = forms.BooleanField(
        label=_("Begin with the rules of the version before"),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["board"]
        field.queryset = boards


class RuleForm(ActionForm, forms.ModelForm):
    """What becomes of a kind of handlingar."""

    submit_label = _("Save the rule")

    class Meta:
        model = RetentionRule
        fields = ["kind", "outcome", "years", "start", "note"]

    def _post_clean(self) -> None:
        """Leave what a rule may say to the rules: they say why in words."""

    def said(self) -> RuleValues:
        """Return the rule that was written."""
        return RuleValues(**self.cleaned_data)


class AdoptForm(ActionForm, forms.Form):
    """The decision the plan rests on."""

    submit_label = _("The plan is adopted")

    decision = forms.CharField(
        label=_("Decision"),
        max_length=120,
        help_text=_("What it rests on, for example ITVT 10/2017 or ITVT § 13/2020."),
    )
    decided_on = forms.DateField(label=_("Decided on"))
    valid_from = forms.DateField(label=_("Valid from"))
    case = forms.ModelChoiceField(
        Case.objects.none(),
        label=_("Case"),
        required=False,
        help_text=_("Only when the case is in this diary."),
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["case"]
        field.queryset = Case.objects.filter(board=board)

    def said(self) -> Adoption:
        """Return the decision that was entered."""
        return Adoption(**self.cleaned_data)

"""Forms of retention."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board
from boards.shared.forms import ActionForm
from cases.case.models import Case
from cases.document.models import Document
from cases.retention.actions import Adoption, HoldValues, Into, RuleValues
from cases.retention.models import Hold, RetentionRule

HOLD_KINDS: Any = Hold._meta.get_field("kind").choices


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


class DueForm(forms.Form):
    """Whose list, and which part of it; anything wrong is left out."""

    board = forms.ModelChoiceField(
        Board.objects.none(), label=_("Board"), required=False, empty_label=None
    )
    show = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[
            ("", _("All that is due")),
            ("ready", _("Ready to be disposed of")),
            ("blocked", _("Something stands against")),
            ("preserved", _("Also what is preserved")),
        ],
    )

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["board"]
        field.queryset = boards
        for bound in self:
            bound.field.widget.attrs["class"] = "form-select"


class HoldForm(ActionForm, forms.Form):
    """Why nothing may go."""

    submit_label = _("Set the hold")

    kind = forms.ChoiceField(label=_("Why"), choices=HOLD_KINDS)
    reason = forms.CharField(label=_("Reason"), max_length=300)
    document = forms.ModelChoiceField(
        Document.objects.none(),
        label=_("Document"),
        required=False,
        empty_label=_("The whole case"),
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["document"]
        rows = Document.objects.registered().filter(case=case)
        field.queryset = rows.select_related("case")

    def said(self) -> HoldValues:
        """Return the hold that was written."""
        return HoldValues(**self.cleaned_data)


class LiftForm(ActionForm, forms.Form):
    """Why a hold is lifted."""

    submit_label = _("Lift the hold")
    submit_class = "btn-danger"

    reason = forms.CharField(label=_("Reason"), max_length=300)


class CarryOutForm(ActionForm, forms.Form):
    """Where the gallringsprotokoll is registered."""

    submit_label = _("Dispose of the documents")
    submit_class = "btn-danger"

    case = forms.ModelChoiceField(
        Case.objects.none(),
        label=_("Case of the disposal record"),
        required=False,
        empty_label=_("A new case"),
    )
    title = forms.CharField(
        label=_("Title of the new case"),
        max_length=200,
        required=False,
        help_text=_("Only when the record is registered in a new case."),
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["case"]
        field.queryset = Case.objects.open().filter(board=board)

    def said(self) -> Into:
        """Return where it goes."""
        return Into(**self.cleaned_data)

"""What is said of an ärende when it is opened or changed, and looking for one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.access.models import RoleAssignment
from boards.board.models import Board
from boards.person.models import User
from boards.shared.clock import today
from boards.shared.forms import ActionForm
from cases.case.enums import CaseState


class CaseForm(ActionForm, forms.Form):
    """Title, officer and kind of an ärende."""

    title = forms.CharField(
        label=_("What the case is about"),
        max_length=200,
        help_text=_("Shown in the public diary unless the case is secret."),
    )
    case_officer = forms.ModelChoiceField(
        User.objects.none(), label=_("Case officer"), required=False
    )
    is_authority_exercise = forms.BooleanField(
        label=_("Exercise of authority against an individual"), required=False
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = RoleAssignment.objects.valid_on(today()).filter(board=board)
        posts = board.staff_posts.values("person_id")
        works_here = Q(pk__in=held.values("user_id")) | Q(person_id__in=posts)
        officers = User.objects.filter(works_here, is_active=True)
        field: Any = self.fields["case_officer"]
        field.queryset = officers.select_related("person")


class NewCaseForm(CaseForm):
    """An ärende to open; its number comes by itself."""

    submit_label = _("Open the case")

    opened_on = forms.DateField(label=_("Opened on"), initial=today)
    field_order = ["title", "opened_on", "case_officer", "is_authority_exercise"]


class ReopenForm(ActionForm, forms.Form):
    """Why a closed ärende is opened again."""

    form_tag = False

    reason = forms.CharField(label=_("Reason"), max_length=500)


class CaseSearchForm(forms.Form):
    """What to look for in the list of ärenden; anything wrong is left out."""

    q = forms.CharField(label=_("Number or words"), required=False, max_length=200)
    board = forms.ModelChoiceField(
        Board.objects.none(),
        label=_("Board"),
        required=False,
        empty_label=_("All boards"),
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("All states")),
            (CaseState.OPEN, _("Open")),
            (CaseState.CLOSED, _("Closed")),
        ],
    )

    def __init__(self, *args: Any, boards: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["board"]
        field.queryset = boards
        for bound in self:
            is_choice = isinstance(bound.field, forms.ChoiceField)
            css = "form-select" if is_choice else "form-control"
            bound.field.widget.attrs["class"] = css

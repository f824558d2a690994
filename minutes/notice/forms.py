"""What people write about a notice."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.board.models import Board, Municipality
from boards.shared.forms import ActionForm
from cases.document.forms import UploadField
from minutes.notice.actions import Proclaimed
from minutes.notice.enums import ProclamationKind
from minutes.notice.models import Interruption


class ExternalPostingForm(ActionForm, forms.Form):
    """When a board that others run carried the notice, and how we know."""

    submit_label = _("Record the posting")

    posted_on = forms.DateField(label=_("Posted on"))
    told_by = forms.CharField(
        label=_("Who told it, and when"),
        max_length=500,
        required=False,
        help_text=_("For example: registrar Eva Ek, by e-mail on 30 September."),
    )
    address = forms.URLField(
        label=_("Address of the notice"),
        max_length=200,
        required=False,
        assume_scheme="https",
        help_text=_("Where the notice can be seen on the other municipality's board."),
    )
    file = UploadField(
        label=_("Or a file"),
        required=False,
        help_text=_("For example a screenshot of the board, or the e-mail."),
    )


class FinalForm(ActionForm, forms.Form):
    """What the court answered."""

    submit_label = _("Confirm legal force")

    answer = forms.CharField(
        label=_("The court's answer"),
        max_length=200,
        help_text=_("For example: no appeal has come in, by telephone 21 October."),
        error_messages={"required": _("Write what the court answered about appeals.")},
    )


class AssessForm(ActionForm, forms.Form):
    """What somebody found about a time in which the notice was not seen."""

    outcome = forms.ChoiceField(
        label=_("What you found"),
        choices=[("", "–"), *Interruption._meta.get_field("outcome").choices],
        required=False,
    )
    ground = forms.CharField(
        label=_("What you rest it on"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: the web server's log, an answer from operations."),
    )


class ProclamationForm(ActionForm, forms.Form):
    """What another law sends to the board, or delegated decisions not reported."""

    submit_label = _("Post it now")

    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[
            (ProclamationKind.OTHER_LAW, _("Announcement under another law")),
            (ProclamationKind.DELEGATION, _("Delegated decisions not reported")),
        ],
        help_text=_("The notice board carries nothing else (KL 8:10–11)."),
    )
    municipality = forms.ModelChoiceField(
        Municipality.objects.none(),
        label=_("Notice board"),
        required=False,
        empty_label=_("All of the board's"),
    )
    heading = forms.CharField(
        label=_("Heading"),
        max_length=200,
        required=False,
        help_text=_("Without the name of anybody, unless the law asks for it."),
    )
    may_name = forms.BooleanField(
        label=_("The law asks that somebody is named in the heading"), required=False
    )
    law = forms.CharField(
        label=_("Law"),
        max_length=120,
        required=False,
        help_text=_("For example: PBL 5:11. For delegated decisions: KL 6:40."),
    )
    requested_by = forms.CharField(
        label=_("Asked for by"),
        max_length=120,
        required=False,
        help_text=_("Who asked for it to be posted and gets the certificate."),
    )
    required_days = forms.IntegerField(
        label=_("Days on the board"),
        required=False,
        help_text=_(
            "As many as its law asks for, counted from the day after it went up. For"
            " delegated decisions: empty, the time to appeal counts."
        ),
    )
    storage_place = forms.CharField(
        label=_("Where the documents are kept"), max_length=120, required=False
    )
    text = forms.CharField(
        label=_("Text"), widget=forms.Textarea(attrs={"rows": 8}), required=False
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["municipality"]
        field.queryset = Municipality.objects.filter(
            pk__in=[one.pk for one in board.municipalities()]
        )

    def said(self) -> Proclaimed:
        """Return what is to stand on the board as the action takes it."""
        apart = {"municipality", "may_name"}
        return Proclaimed(
            **{k: v for k, v in self.cleaned_data.items() if k not in apart}
        )


class WithdrawForm(ActionForm, forms.Form):
    """Why a kungörelse leaves before its time."""

    submit_label = _("Take it down")
    submit_class = "btn-danger"

    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("No certificate is made of one that was not up its whole time."),
    )

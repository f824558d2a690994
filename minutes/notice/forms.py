"""What people write about a notice."""

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm


class ExternalPostingForm(ActionForm, forms.Form):
    """When a board that others run carried the notice, and how we know."""

    submit_label = _("Record the posting")

    posted_on = forms.DateField(label=_("Posted on"))
    proof = forms.CharField(
        label=_("Proof"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Who told it and how, or the address of the notice."),
        error_messages={"required": _("Write how we know that the notice is up.")},
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

"""The file to take in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm


class ImportForm(ActionForm, forms.Form):
    """A meeting as one file; nothing is written while it is only tried."""

    submit_label = _("Try or take in the file")

    file = forms.FileField(label=_("File"), help_text=_("JSON, one meeting a file."))
    is_dry = forms.BooleanField(
        label=_("Only try it: write nothing"), required=False, initial=True
    )
    may_replace = forms.BooleanField(
        label=_("Replace the meeting if its minutes are still drafts"), required=False
    )

"""The form of deciding that a file is kept as it is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm


class KeepForm(ActionForm, forms.Form):
    """Why a file that has no copy for preservation is kept as it is."""

    submit_label = _("Keep the file as it is")

    remark = forms.CharField(
        label=_("Why"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It goes with the file to the e-archive."),
    )

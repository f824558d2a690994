"""Writing down an agreement, and what the e-archive answered."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm
from minutes.archive.sip.models import ArchiveAgreement, SipReceipt


class AgreementForm(ActionForm, forms.ModelForm):
    """What is agreed with the e-archive."""

    submit_label = _("Save the agreement")

    class Meta:
        model = ArchiveAgreement
        fields = (
            "agreement",
            "creator",
            "creator_number",
            "submitter",
            "submitter_number",
            "leaves_out_secret",
        )


class ReceiptFileForm(ActionForm, forms.Form):
    """The e-archive's receipt, as the file it sent."""

    submit_label = _("Take in the receipt")
    file = forms.FileField(
        label=_("Receipt"),
        help_text=_("JSON or XML, as the e-archive sent it."),
    )


class ReceiptForm(ActionForm, forms.ModelForm):
    """What the e-archive answered."""

    submit_label = _("Note the answer")

    class Meta:
        model = SipReceipt
        fields = ("answer", "reference", "answered_on", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

"""What somebody says became of a decision."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm
from minutes.followup.models import FollowUp


class MarkForm(ActionForm, forms.ModelForm):
    """What was done, when, and a short text for everybody."""

    submit_label = _("Mark and publish")

    kind = forms.ChoiceField(
        label=_("What has been done"),
        choices=FollowUp._meta.get_field("kind").flatchoices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what has been done.")},
    )

    class Meta:
        model = FollowUp
        fields = ("kind", "done_on", "text")
        help_texts = {
            "text": _(
                "Shown on the public page of the §. One sentence, nobody's name: such"
                " as “The agreement was signed and is in force.”"
            )
        }
        error_messages = {
            "done_on": {"required": _("Say which day it was done.")},
        }


class TakeBackForm(ActionForm, forms.Form):
    """Why a mark is taken back."""

    form_tag = False

    reason = forms.CharField(
        label=_("Why it is taken back"),
        max_length=300,
        error_messages={"required": _("Say why it is taken back.")},
    )

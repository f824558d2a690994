"""What somebody says at the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm
from minutes.privacy.actions import Said
from minutes.privacy.enums import CHOSEN_GROUNDS, Choice
from minutes.privacy.models import PublicationDecision
from minutes.privacy.pages import KINDS, is_fixed

if TYPE_CHECKING:
    from minutes.privacy.models import Publication

MASK_OR_NOT = [(Choice.MASK, _("Mask")), (Choice.PUBLISH, _("Publish"))]
AS_IT_IS = [(Choice.PUBLISH, _("Publish as it is"))]


class PublishForm(ActionForm, forms.Form):
    """A choice for each finding, the ground, and until when it holds."""

    submit_label = _("Decide and publish")
    form_tag = False

    shown_sha256 = forms.CharField(widget=forms.HiddenInput)
    ground = forms.ChoiceField(
        label=_("Ground for publishing personal data"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say on which ground it is published.")},
    )
    ends_on = forms.DateField(
        label=_("The ground ends"),
        required=False,
        help_text=_(
            "The day after, what is published here of personal data is masked, and a"
            " file is taken down. Leave empty when no day is known."
        ),
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For those who ask later: what was weighed."),
    )

    def __init__(self, *args: Any, publication: Publication, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = dict(PublicationDecision._meta.get_field("ground").flatchoices)
        ground: Any = self.fields["ground"]
        ground.choices = [(one, labels[one]) for one in CHOSEN_GROUNDS]
        self.fields["shown_sha256"].initial = publication.shown_sha256
        self.places = []
        for place, one in enumerate(publication.found):
            if not is_fixed(one):
                self.places.append(place)
                self.fields[f"choice_{place}"] = forms.ChoiceField(
                    label=f"{KINDS[one.kind]}: {one.text}",
                    choices=AS_IT_IS if publication.is_file else MASK_OR_NOT,
                    initial=one.choice,
                    widget=forms.RadioSelect,
                    error_messages={
                        "required": _("Choose whether this is published or masked.")
                    },
                )

    def said(self) -> Said:
        """Return what was chosen, as the action takes it."""
        said = self.cleaned_data
        return Said(
            shown_sha256=said["shown_sha256"],
            ground=said["ground"],
            choices={place: said[f"choice_{place}"] for place in self.places},
            reason=said["reason"],
            ends_on=said["ends_on"],
        )


class WithdrawForm(ActionForm, forms.Form):
    """Why a document is taken back."""

    form_tag = False

    reason = forms.CharField(
        label=_("Why it is withdrawn"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why it is withdrawn.")},
    )

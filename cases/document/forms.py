"""What the register is told of a handling."""

from __future__ import annotations

from typing import Any

from crispy_forms.bootstrap import StrictButton
from crispy_forms.layout import Div
from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.clock import today
from boards.shared.forms import ActionForm
from boards.shared.refusals import Refused
from boards.shared.texts import sentence
from boards.shared.uploads import Upload, check_upload
from cases.document.enums import Direction, DocumentKind
from cases.document.models import Document

DIRECTIONS: Any = Document._meta.get_field("direction").choices
KINDS: Any = Document._meta.get_field("kind").choices


class UploadField(forms.FileField):
    """A file known by its content; its value is a checked `Upload`."""

    def clean(self, data: Any, initial: Any = None) -> Upload | None:  # noqa: ARG002  Django gives it
        """Return the checked file, or say in words why it cannot be kept."""
        if data is None:
            if self.required:
                raise forms.ValidationError(self.error_messages["required"])
            return None
        try:
            return check_upload(data)
        except Refused as no:
            raise forms.ValidationError(
                [sentence(refusal) for refusal in no.refusals]
            ) from no


class DocumentForm(ActionForm, forms.Form):
    """The statutory facts of a handling (OSL 5:2)."""

    direction = forms.TypedChoiceField(
        label=_("Received, drawn up or sent"), choices=DIRECTIONS, coerce=Direction
    )
    kind = forms.TypedChoiceField(
        label=_("Kind"),
        choices=KINDS,
        coerce=DocumentKind,
        initial=DocumentKind.OTHER,
    )
    subject = forms.CharField(
        label=_("What it is about"),
        max_length=200,
        help_text=_("In brief. Shown in the public diary unless it is secret."),
    )
    counterparty = forms.CharField(
        label=_("From or to"),
        max_length=200,
        required=False,
        help_text=_("From whom it was received or to whom it was sent."),
    )
    handled_on = forms.DateField(
        label=_("Day it was received, drawn up or sent"),
        initial=today,
        help_text=_("The day it reached the authority, also a Sunday."),
    )
    dated_on = forms.DateField(label=_("Dated"), required=False)


class NewDocumentForm(DocumentForm):
    """A handling to register, or to keep as a draft."""

    legal_ground = forms.CharField(
        label=_("Secrecy, legal ground"),
        max_length=60,
        required=False,
        help_text=_("Only when it is secret: law, chapter and section, as OSL 21:1."),
    )
    file = UploadField(
        label=_("File"),
        required=False,
        help_text=_("If something else must be changed, choose the file again."),
    )

    def submit_button(self) -> Div:
        """Return both ways to keep it: in the diary, or as a draft."""
        return Div(
            StrictButton(_("Register"), type="submit", css_class="btn-primary"),
            StrictButton(
                _("Keep as a draft"),
                type="submit",
                name="as_draft",
                value="1",
                css_class="btn-secondary",
            ),
            css_class="form-buttons",
        )


class AttachForm(ActionForm, forms.Form):
    """A file for a handling that has none, or another for a draft."""

    submit_label = _("Add the file")

    file = UploadField(label=_("File"))


class RegisterDraftForm(ActionForm, forms.Form):
    """The last thing asked before a draft gets its number."""

    form_tag = False

    legal_ground = forms.CharField(
        label=_("Secrecy, legal ground"),
        max_length=60,
        required=False,
        help_text=_("Only when it is secret: law, chapter and section, as OSL 21:1."),
    )

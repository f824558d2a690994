"""The forms of a §'s text: heading, sections, secrecy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.widgets import RichTextField
from minutes.item.enums import SectionKind
from minutes.item.forms.base import PartForm, choices_of
from minutes.item.models import (
    ItemSection,
)

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem


class HeadingForm(PartForm):
    """The heading, and whether the § only informs."""

    heading = forms.CharField(label=_("Heading"), max_length=200)
    is_information = forms.BooleanField(
        label=_("For information only: nothing is decided"), required=False
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        now = {"heading": item.heading, "is_information": item.is_information}
        super().__init__(*args, item=item, initial=now, **kwargs)


class SectionForm(forms.Form):
    """One section's text with the version it was read at."""

    body = RichTextField(label=_("Text"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class AddSectionForm(PartForm):
    """A further section."""

    submit_label = _("Add the section")
    kind = forms.ChoiceField(
        label=_("Section"), choices=choices_of(ItemSection, "kind")
    )
    heading = forms.CharField(
        label=_("Own heading"),
        max_length=120,
        required=False,
        help_text=_("Only needed for a section with a heading of its own."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].initial = SectionKind.DETAILS


class SecrecyForm(PartForm):
    """The secrecy mark of the §, or why it is taken off."""

    legal_ground = forms.CharField(
        label=_("Legal ground"),
        max_length=60,
        required=False,
        help_text=_("Chapter and section, for example OSL 21:1."),
    )
    reason = forms.CharField(
        label=_("Why the mark is taken off"), max_length=200, required=False
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        now = {"legal_ground": item.legal_ground}
        super().__init__(*args, item=item, initial=now, **kwargs)
        self.fields.pop("legal_ground" if item.is_secret else "reason")
        self.helper.layout.fields = list(self.fields)

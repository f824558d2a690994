"""The form of somebody who wants mail."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm
from minutes.subscription.enums import Frequency
from minutes.subscription.labels import FREQUENCIES


class SubscribeForm(ActionForm, forms.Form):
    """An address and how often; nothing else is asked for."""

    form_tag = False

    email = forms.EmailField(
        label=_("Your e-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    frequency = forms.ChoiceField(
        label=_("How often do you want mail?"),
        choices=list(FREQUENCIES.items()),
        initial=Frequency.AT_ONCE,
        widget=forms.RadioSelect,
    )

    def clean_email(self) -> str:
        """Return the address with its domain as mail servers write it (RFC 5891)."""
        name, _at, domain = self.cleaned_data["email"].rpartition("@")
        try:
            return f"{name}@{domain.encode('idna').decode().lower()}"
        except UnicodeError:
            message = _("Write an e-mail address such as name@example.se.")
            raise forms.ValidationError(message) from None

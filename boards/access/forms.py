"""The forms of one's own account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm
from boards.shared.refusals import Refusal
from boards.shared.texts import sentence


class LoginForm(ActionForm, AuthenticationForm):
    """User name and password; throttled by axes."""

    submit_label = _("Log in")


class OwnPasswordForm(ActionForm, forms.Form):
    """The password given anew: an open session alone changes no passkey."""

    submit_label = _("Remove")
    submit_class = "btn-danger"

    password = forms.CharField(
        label=_("Your password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, http: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.http = http

    def clean_password(self) -> str:
        """Check it; wrong ones count towards the lock of the log-in."""
        password: str = self.cleaned_data["password"]
        name = self.http.user.get_username()
        found = authenticate(self.http, username=name, password=password)
        if found is None or found.pk != self.http.user.pk:
            raise forms.ValidationError(sentence(Refusal("passkey.wrong_password")))
        return password


class PasskeyForm(OwnPasswordForm):
    """What a new passkey is called."""

    submit_label = _("Go on")
    submit_class = "btn-primary"
    field_order = ("name", "password")

    name = forms.CharField(
        label=_("What you call it"),
        max_length=80,
        help_text=_("For example “My phone”."),
    )

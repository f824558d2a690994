"""The form one logs in with."""

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm


class LoginForm(ActionForm, AuthenticationForm):
    """User name and password; throttled by axes."""

    submit_label = _("Log in")

"""Setting and lifting a secrecy mark."""

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm


class MarkForm(ActionForm, forms.Form):
    """The ground of a mark."""

    submit_label = _("Mark as secret")

    legal_ground = forms.CharField(
        label=_("Legal ground"),
        max_length=60,
        help_text=_("Law, chapter and section, for example OSL 21:1."),
    )


class LiftForm(ActionForm, forms.Form):
    """Why a mark is lifted."""

    submit_label = _("Lift the secrecy mark")
    submit_class = "btn-danger"

    reason = forms.CharField(label=_("Reason"), max_length=500)

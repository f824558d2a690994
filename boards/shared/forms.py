"""What every form of the product does: its buttons, its dates, a rule's no."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.refusals import Refused
from boards.shared.texts import sentence
from boards.shared.widgets import DateInput, DateTimeInput, TimeInput

Made = TypeVar("Made")

ISO_WIDGETS: dict[type[forms.Field], type[forms.Widget]] = {
    forms.DateField: DateInput,
    forms.DateTimeField: DateTimeInput,
    forms.TimeField: TimeInput,
}


class ActionForm:
    """Mixed in before `forms.Form` or `ModelForm`; shown with `{% crispy form %}`.

    Class attributes: `submit_label`, `submit_class`, `form_action` (URL; empty is the
    page itself), `form_tag` (False where the template writes `<form>` and buttons).
    """

    submit_label: Any = _("Save")
    submit_class = "btn-primary"
    form_action = ""
    form_tag = True

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            as_iso(field)
        self.helper = FormHelper()
        self.helper.form_tag = self.form_tag
        self.helper.disable_csrf = not self.form_tag
        self.helper.form_action = self.form_action
        # The reasons are ours, in Swedish and at the field, not the browser's.
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout(*self.form_layout())
        if self.form_tag:
            self.helper.layout.append(self.submit_button())

    def form_layout(self) -> list[Any]:
        """Return the crispy layout: all fields in order unless a form differs."""
        return [Field(name) for name in self.fields]

    def submit_button(self) -> StrictButton:
        """Return the button that carries out what the form is for."""
        return StrictButton(
            self.submit_label, type="submit", css_class=self.submit_class
        )


def as_iso(field: forms.Field) -> None:
    """Give a date or time field the browser's own input."""
    for kind, widget in ISO_WIDGETS.items():
        if type(field) is kind and not isinstance(field.widget, forms.HiddenInput):
            attrs = {k: v for k, v in field.widget.attrs.items() if k != "type"}
            field.widget = widget(attrs=attrs)


def refused(form: forms.BaseForm, no: Refused) -> None:
    """Put each reason at its field, or on top of the form when it has none there."""
    for refusal in no.refusals:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, sentence(refusal))


def act(form: forms.BaseForm, action: Callable[[dict[str, Any]], Made]) -> Made | None:
    """Carry out the action with what a valid form says; None when the form must stay.

    A rule's no ends up in the form. `action` gets `cleaned_data` and returns an object.
    """
    if not form.is_valid():
        return None
    try:
        return action(form.cleaned_data)
    except Refused as no:
        refused(form, no)
        return None

"""What the forms of a § share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem
    from minutes.item.service import Service
    from minutes.meeting.models import Attendance


def choices_of(model: type[Model], name: str) -> list[tuple[Any, Any]]:
    """Return the choices of a model's field."""
    return list(getattr(model._meta.get_field(name), "choices", None) or [])


def offered(form: forms.Form, name: str) -> Any:
    """Return the field whose choices depend on the §."""
    return form.fields[name]


class PartForm(ActionForm, forms.Form):
    """A form that knows its § and who serves in it."""

    form_tag = False

    def __init__(
        self, *args: Any, item: MinutesItem, service: Service, **kwargs: Any
    ) -> None:
        self.item, self.service = item, service
        super().__init__(*args, **kwargs)


class PeopleField(forms.TypedMultipleChoiceField):
    """Some of those who serve, as check boxes."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, people: tuple[Attendance, ...]) -> None:
        """Let these people be chosen."""
        by_key = {str(person.pk): person for person in people}
        self.choices = [(key, str(person)) for key, person in by_key.items()]
        self.coerce = by_key.__getitem__


class RowsForm(forms.Form):
    """What holds for a set of rows as a whole: a rule's no is shown above them."""

    def __init__(self, rows: Any, *args: Any, **kwargs: Any) -> None:
        self.rows = rows
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Return the rows when each of them is right."""
        if not self.rows.is_valid():
            raise forms.ValidationError(_("Look at the marked rows."))
        return {"rows": self.rows.cleaned_data}

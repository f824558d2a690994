"""What the forms of a § share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm, refused
from boards.shared.refusals import Refusal, Refused
from minutes.item.queries import choosable_documents

Made = TypeVar("Made")
Chosen = TypeVar("Chosen")

if TYPE_CHECKING:
    from cases.document.models import Document
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


def chosen_from(by_key: Mapping[str, Chosen]) -> Callable[[object], Chosen]:
    """Return what turns a key into its row; a row begins with its key as a number."""

    def row_of(key: object) -> Chosen:
        if str(key) not in by_key:
            raise ValueError(key)
        return by_key[str(key)]

    return row_of


class PeopleField(forms.TypedMultipleChoiceField):
    """Some of those who serve, as check boxes."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, people: Iterable[Attendance]) -> None:
        """Let these people be chosen."""
        by_key = {str(person.pk): person for person in people}
        self.choices = [(key, str(person)) for key, person in by_key.items()]
        self.coerce = chosen_from(by_key)


class DocumentField(forms.TypedChoiceField):
    """A registered handling of the §'s ärenden, asked for once however many fields."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=kwargs.pop("required", False), **kwargs)
        self.empty_value = None

    def offer(self, item: MinutesItem) -> None:
        """Let the handlingar of the §'s ärenden be chosen."""
        by_key = {str(row.pk): row for row in documents_of(item)}
        self.choices = [("", "---------")]
        self.choices += [(key, str(row)) for key, row in by_key.items()]
        self.coerce = chosen_from(by_key)


def documents_of(item: MinutesItem) -> list[Document]:
    """Return the handlingar to choose from; kept with the § while the page is made."""
    kept: dict[str, Any] = vars(item)
    if "choosable" not in kept:
        kept["choosable"] = list(choosable_documents(item))
    found: list[Document] = kept["choosable"]
    return found


class RowField(forms.TypedChoiceField):
    """One of some rows of the §."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=kwargs.pop("required", False), **kwargs)
        self.empty_value = None

    def offer(self, rows: Iterable[Model], empty: Any = "---------") -> None:
        """Let these rows be chosen."""
        by_key = {str(row.pk): row for row in rows}
        self.choices = [("", empty), *((key, str(row)) for key, row in by_key.items())]
        self.coerce = chosen_from(by_key)


class RowsForm(forms.Form):
    """What holds for a set of rows as a whole: a rule's no is shown above them.

    A row whose `key` field is empty is left out; a `Refusal` with `row` among its
    values is shown at that one of the rest.
    """

    def __init__(self, rows: Any, *args: Any, **kwargs: Any) -> None:
        self.rows = rows
        super().__init__(*args, **kwargs)

    def row_sets(self) -> tuple[Any, ...]:
        """Return all sets of rows that must be right."""
        return (self.rows,)

    def clean(self) -> dict[str, Any]:
        """Return the rows when each of them is right."""
        checked = [rows.is_valid() for rows in self.row_sets()]
        if not all(checked):
            raise forms.ValidationError(_("Look at the marked rows."))
        return {**self.cleaned_data, "rows": cleaned(self.rows)}

    def row_of(self, refusal: Refusal) -> forms.Form | None:
        """Return the row that a rule's no is about."""
        place = refusal.values.get("row")
        return written(self.rows)[place] if isinstance(place, int) else None


def written(rows: Any) -> list[Any]:
    """Return the rows that say something."""
    return [row for row in rows if row.cleaned_data.get(row.key)]


def cleaned(rows: Any) -> list[dict[str, Any]]:
    """Return what the rows that say something say."""
    return [row.cleaned_data for row in written(rows)]


def act_on_rows(top: RowsForm, action: Callable[[dict[str, Any]], Made]) -> Made | None:
    """Carry out the action as `act` does; each of a rule's noes goes to its row."""
    if not top.is_valid():
        return None
    try:
        return action(top.cleaned_data)
    except Refused as no:
        rest = []
        for refusal in no.refusals:
            row = top.row_of(refusal)
            if row is None:
                rest.append(refusal)
            else:
                refused(row, Refused([refusal]))
        refused(top, Refused(rest))
        if len(rest) < len(no.refusals):
            top.add_error(None, _("Look at the marked rows."))
        return None

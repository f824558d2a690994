"""The forms of a §'s page: each part of the § has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Model
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from boards.board.models import Recipient
from boards.shared.forms import ActionForm
from boards.shared.widgets import RichTextField
from minutes.item.enums import ProposalKind, RoundMethod, SectionKind
from minutes.item.facts import floor_facts
from minutes.item.generated import suggested_question
from minutes.item.models import (
    DecisionPoint,
    FloorProposal,
    ItemSection,
    PropositionRound,
)
from minutes.item.naming import basis_label
from minutes.item.queries import choosable_documents, unreported_communications

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem, Reservation
    from minutes.item.service import Service
    from minutes.meeting.models import Attendance

ANSWERS = [("", _("Not answered yet")), ("yes", _("Yes")), ("no", _("No"))]
ANSWER = {"yes": True, "no": False, "": None}


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


class BasisRow(forms.Form):
    """One handling as the minutes name it."""

    document: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        queryset=None, label=_("Document of the case"), required=False
    )
    label = forms.CharField(
        label=_("As named in the minutes"),
        max_length=200,
        required=False,
        help_text=_("Made from the document when left empty."),
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered(self, "document").queryset = choosable_documents(item)

    def clean(self) -> dict[str, Any]:
        """Name the handling when nobody did."""
        data = super().clean() or {}
        document = data.get("document")
        if document and not data.get("label", "").strip():
            data["label"] = basis_label(document)
        return data


BasisForms = formset_factory(BasisRow, extra=1, max_num=40)


class ProposedForm(PartForm):
    """Förvaltningens förslag, one att-sats a line."""

    texts = forms.CharField(
        label=_("Proposed decision, one sentence a line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        lines = "\n".join(row.text for row in item.proposed.all())
        super().__init__(*args, item=item, initial={"texts": lines}, **kwargs)

    def clean_texts(self) -> list[str]:
        """Return the lines."""
        return [line for line in self.cleaned_data["texts"].splitlines() if line]


class FloorForm(PartForm):
    """A yrkande."""

    submit_label = _("Note the proposal")
    kind = forms.ChoiceField(label=_("Kind"), choices=choices_of(FloorProposal, "kind"))
    text = forms.CharField(
        label=_("Proposal"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    proposers = PeopleField(
        label=_("Proposed by"),
        required=False,
        help_text=_("Nobody chosen: noted by the chair."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered(self, "proposers").offer(self.service.serving)
        self.fields["kind"].initial = ProposalKind.ADD


class RoundForm(PartForm):
    """A question the chair puts."""

    submit_label = _("Note the question")
    text = forms.CharField(
        label=_("The chair asks whether …"), widget=forms.Textarea(attrs={"rows": 2})
    )
    method = forms.ChoiceField(
        label=_("Answered by"),
        choices=choices_of(PropositionRound, "method"),
        widget=forms.RadioSelect,
        initial=RoundMethod.ACCLAMATION,
    )
    answer = forms.ChoiceField(
        label=_("The chair finds"),
        choices=ANSWERS,
        required=False,
        help_text=_("By acclamation; a vote is counted below."),
    )
    yes_means = forms.CharField(label=_("Yes means"), required=False)
    no_means = forms.CharField(label=_("No means"), required=False)

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        if not item.rounds.all():
            self.fields["text"].initial = suggested_question(floor_facts(item))


class PointRow(forms.Form):
    """One beslutspunkt."""

    text = forms.CharField(
        label=_("Decision"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=choices_of(DecisionPoint, "outcome")
    )
    appeal = forms.ChoiceField(
        label=_("Appeal"), choices=choices_of(DecisionPoint, "appeal")
    )


PointForms = formset_factory(PointRow, extra=1, max_num=60)


class ReservationForm(PartForm):
    """A reservation, announced before the meeting ends."""

    submit_label = _("Note the reservation")
    people = PeopleField(label=_("Made by"), required=False)
    text = forms.CharField(
        label=_("In favour of, or the written text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The text may be written until the minutes are frozen."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered(self, "people").offer(self.service.serving)


class ReservationTextForm(PartForm):
    """The written text of a reservation."""

    text = forms.CharField(
        label=_("In favour of, or the written text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, reservation: Reservation, **kwargs: Any) -> None:
        super().__init__(
            *args,
            prefix=f"reservation{reservation.pk}",
            initial={"text": reservation.text},
            **kwargs,
        )


class RecusalForm(PartForm):
    """Somebody with jäv."""

    submit_label = _("Note the conflict of interest")
    attendance: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        queryset=None, label=_("Who")
    )
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        people = item.meeting.attendances.filter(kind__in=["member", "substitute"])
        offered(self, "attendance").queryset = people


class RecipientsForm(PartForm):
    """Expedieras till."""

    recipients: forms.ModelMultipleChoiceField[Any] = forms.ModelMultipleChoiceField(
        queryset=None,
        label=_("Sent to"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        chosen = [row.recipient_id for row in item.recipients.all()]
        super().__init__(*args, item=item, initial={"recipients": chosen}, **kwargs)
        recipients = Recipient.objects.filter(board=item.board, is_active=True)
        offered(self, "recipients").queryset = recipients


class AppendixForm(PartForm):
    """A further bilaga."""

    submit_label = _("Add the appendix")
    document: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        queryset=None, label=_("Document of the case")
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        offered(self, "document").queryset = choosable_documents(item)


class CommunicationsForm(PartForm):
    """Meddelanden that the § reports."""

    communications: forms.ModelMultipleChoiceField[Any] = (
        forms.ModelMultipleChoiceField(
            queryset=None,
            label=_("Communications reported"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        chosen = [row.communication_id for row in item.communications.all()]
        super().__init__(*args, item=item, initial={"communications": chosen}, **kwargs)
        offered(self, "communications").queryset = unreported_communications(item)


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

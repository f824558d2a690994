"""The forms of what goes with a §."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from boards.board.models import Recipient
from minutes.item.enums import AskedKind
from minutes.item.forms.base import (
    DocumentField,
    PartForm,
    RowField,
    choices_of,
    offered,
)
from minutes.item.models import AskedQuestion
from minutes.item.naming import basis_label
from minutes.item.queries import (
    further_cases,
    unreported_communications,
    unreported_decisions,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minutes.item.models import MinutesItem


class BasisRow(forms.Form):
    """One handling as the minutes name it."""

    key = "label"
    document = DocumentField(label=_("Document of the case"))
    label = forms.CharField(
        label=_("As named in the minutes"),
        max_length=200,
        required=False,
        help_text=_("Made from the document when left empty."),
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered(self, "document").offer(item)

    def clean(self) -> dict[str, Any]:
        """Name the handling when nobody did."""
        data = super().clean() or {}
        document = data.get("document")
        if document and not data.get("label", "").strip():
            data["label"] = basis_label(document)
        return data


BasisForms = formset_factory(BasisRow, extra=1, max_num=40)


class EarlierRow(forms.Form):
    """Where the matter was before: a § of ours, or another body's by name."""

    key = "label"
    earlier = RowField(label=_("Earlier § about the case"))
    label = forms.CharField(
        label=_("As named in the minutes"),
        max_length=200,
        required=False,
        help_text=_("Such as “Au 57/2020”. Made from the § when left empty."),
    )

    def __init__(self, *args: Any, offer: Sequence[MinutesItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered(self, "earlier").offer(offer)

    def clean(self) -> dict[str, Any]:
        """Name the § when nobody did."""
        data = super().clean() or {}
        earlier = data.get("earlier")
        if earlier and not data.get("label", "").strip():
            data["label"] = earlier.citation
        return data


class AskedRow(forms.Form):
    """One question and its answer."""

    key = "text"
    kind = forms.ChoiceField(label=_("Kind"), choices=choices_of(AskedQuestion, "kind"))
    asked_by = forms.CharField(label=_("Asked by"), max_length=170, required=False)
    asked_to = forms.CharField(label=_("Asked to"), max_length=170, required=False)
    text = forms.CharField(
        label=_("Question"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    answered_by = forms.CharField(
        label=_("Answered by"), max_length=170, required=False
    )
    answer = forms.CharField(
        label=_("Answer"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    document = DocumentField(label=_("Written answer"))

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered(self, "document").offer(item)
        self.fields["kind"].initial = AskedKind.PUBLIC_QUESTION


EarlierForms = formset_factory(EarlierRow, extra=1, max_num=40)
AskedForms = formset_factory(AskedRow, extra=1, max_num=40)


class AboutForm(PartForm):
    """Whose proposal it is, another body's number, whether it is authority."""

    proposed_by = forms.CharField(
        label=_("Whose proposal it is"),
        max_length=120,
        required=False,
        help_text=_("Empty: the administration's."),
    )
    reference = forms.CharField(
        label=_("Other body's number"),
        max_length=120,
        required=False,
        help_text=_("Such as “KF handling nr 12”."),
    )
    is_authority = forms.BooleanField(
        label=_("Exercise of authority against an individual (KL 4:26)"),
        required=False,
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        now = {name: getattr(item, name) for name in self.base_fields}
        super().__init__(*args, item=item, initial=now, **kwargs)


class CasesForm(PartForm):
    """Further ärenden the § is about."""

    cases: forms.ModelMultipleChoiceField[Any] = forms.ModelMultipleChoiceField(
        queryset=None,
        label=_("Further cases"),
        required=False,
        help_text=_("Hold Ctrl to choose several."),
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        chosen = [case.pk for case in item.agenda_item.other_cases.all()]
        super().__init__(*args, item=item, initial={"cases": chosen}, **kwargs)
        offered(self, "cases").queryset = further_cases(item)


class ReportedForm(PartForm):
    """Delegated and urgent decisions that the § reports."""

    decisions: forms.ModelMultipleChoiceField[Any] = forms.ModelMultipleChoiceField(
        queryset=None,
        label=_("Decisions reported"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        chosen = [row.decision_id for row in item.reported_decisions.all()]
        super().__init__(*args, item=item, initial={"decisions": chosen}, **kwargs)
        offered(self, "decisions").queryset = unreported_decisions(item)


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
    document = DocumentField(label=_("Document of the case"), required=True)

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        offered(self, "document").offer(item)


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

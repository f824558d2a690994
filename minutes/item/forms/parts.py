"""The forms of what goes with a §."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from boards.board.models import Recipient
from minutes.item.forms.base import DocumentField, PartForm, offered
from minutes.item.naming import basis_label
from minutes.item.queries import unreported_communications

if TYPE_CHECKING:
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

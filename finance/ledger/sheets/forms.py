"""Saying what the columns of a file mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm
from finance.ledger.sheets.columns import Meaning

LABELS = {
    Meaning.ACCOUNT: _("Account"),
    Meaning.ACCOUNT_NAME: _("Name of the account"),
    Meaning.UNIT: _("Ansvar"),
    Meaning.PROJECT: _("Project"),
    Meaning.ACTIVITY: _("Activity"),
    Meaning.DAY: _("Date"),
    Meaning.PERIOD: _("Month"),
    Meaning.AMOUNT: _("Amount, debit without a sign and credit with a minus sign"),
    Meaning.DEBIT: _("Debit"),
    Meaning.CREDIT: _("Credit"),
    Meaning.SERIES: _("Series of the voucher"),
    Meaning.NUMBER: _("Number of the voucher"),
    Meaning.TEXT: _("Text"),
}


class MappingForm(ActionForm, forms.Form):
    """A heading for each meaning, or none."""

    submit_label = _("Save and import")

    name = forms.CharField(
        label=_("Name of the mapping"),
        max_length=100,
        help_text=_("The next file with these columns is read by it at once."),
    )

    def __init__(
        self,
        *args: Any,
        headings: Sequence[str],
        known: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        choices = [("", "–"), *((one, one) for one in headings if one)]
        # A dictionary of this form's own: the class's is every request's.
        self.base_fields = {
            **self.base_fields,
            **{
                meaning: forms.ChoiceField(
                    label=label,
                    choices=choices,
                    required=False,
                    initial=known.get(meaning, ""),
                )
                for meaning, label in LABELS.items()
            },
        }
        super().__init__(*args, **kwargs)

    def columns(self) -> dict[str, str]:
        """Return what was chosen, by meaning."""
        return {
            str(meaning): self.cleaned_data[meaning]
            for meaning in LABELS
            if self.cleaned_data.get(meaning)
        }

"""Amounts as they are typed by whoever plans and reports: thousands of kronor."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.money import NotAnAmount, exact_tkr, parse_tkr


class TkrField(forms.CharField):
    """An amount typed in tkr, kept in öre; empty means no figure."""

    def __init__(self, **kwargs: Any) -> None:
        # A largest length would be checked on the number that comes out.
        super().__init__(required=False, **kwargs)
        self.widget.attrs.update(
            {
                "inputmode": "text",
                "class": "form-control amount",
                "size": "8",
                "maxlength": "30",
            }
        )

    def prepare_value(self, value: object) -> object:
        """Show öre as tkr to the last öre, and what was typed as it was typed."""
        return exact_tkr(value) if isinstance(value, int) else value

    def to_python(self, value: str | None) -> int | None:  # type: ignore[override]  # a number, not text
        """Return öre; an amount that cannot be read is an error at the cell."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            return in_range(parse_tkr(text))
        except NotAnAmount:
            message = _("“%(text)s” is not an amount in tkr, such as 5 104 or −403.")
            raise forms.ValidationError(message, params={"text": text}) from None


# More than every municipality of the country together spends in a year, in öre.
MOST = 10**15


def in_range(ore: int) -> int:
    """Return the amount; one beyond any budget is refused as a slip of the hand."""
    if abs(ore) > MOST:
        raise forms.ValidationError(_("So large an amount is a slip of the hand."))
    return ore

"""The forms of what was decided."""

from __future__ import annotations

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from minutes.item.forms.base import choices_of
from minutes.item.models import (
    DecisionPoint,
)


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

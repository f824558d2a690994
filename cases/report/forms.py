"""The form of somebody who met a page they could not use, and the statement's."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm, refused
from boards.shared.refusals import Refused
from cases.report.models import AccessibilityStatement
from cases.report.rules import LONGEST_REPORT, StatementFacts, blocks_statement


class ReportForm(ActionForm, forms.Form):
    """Only the description is asked for; who sends it may stay unknown."""

    form_tag = False

    text = forms.CharField(
        label=_("What does not work for you?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_(
            "Describe the problem, or which document you need in another form. At most"
            " %(most)s characters."
        )
        % {"most": LONGEST_REPORT},
    )
    address = forms.CharField(
        label=_("On which page? (voluntary)"),
        required=False,
        max_length=300,
        help_text=_("The address, or the name of the page."),
    )
    name = forms.CharField(
        label=_("Your name (voluntary)"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail (voluntary)"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Needed if you want an answer."),
    )


class StatementForm(forms.ModelForm):
    """A statement; the rules say what it must not leave out."""

    class Meta:
        model = AccessibilityStatement
        fields = "__all__"  # noqa: DJ007  the whole row is the statement

    def clean(self) -> dict[str, Any]:
        """Ask the rules, once the fields can be read."""
        said = super().clean() or self.cleaned_data
        if {"compliance", "board"} <= set(said):
            facts = StatementFacts(
                said["compliance"],
                said.get("deficiencies", ""),
                said.get("burden", ""),
                said.get("burden_assessment", ""),
                said["board"].regulations.exists(),
            )
            if found := blocks_statement(facts):
                refused(self, Refused(found))
        return said

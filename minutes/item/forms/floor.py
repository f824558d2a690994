"""The forms of what was proposed, asked and voted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minutes.item.enums import ProposalKind, RoundMethod
from minutes.item.forms.base import PartForm, PeopleField, choices_of, offered
from minutes.item.generated import suggested_question
from minutes.item.models import (
    FloorProposal,
    PropositionRound,
)
from minutes.item.points import numbered
from minutes.item.told import floor_facts

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem


ANSWERS = [("", _("Not answered yet")), ("yes", _("Yes")), ("no", _("No"))]


ANSWER = {"yes": True, "no": False, "": None}


class ProposedForm(PartForm):
    """Förvaltningens förslag, one att-sats a line."""

    texts = forms.CharField(
        label=_("Proposed decision, one sentence a line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A line that begins with – lies under the one above: 1, 1.1, 2."),
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        lines = "\n".join(
            f"{'–' * label.count('.')} {row}".strip()
            for label, row in numbered(item.proposed.all())
        )
        super().__init__(*args, item=item, initial={"texts": lines}, **kwargs)

    def clean_texts(self) -> list[tuple[str, int]]:
        """Return the lines, each as deep as its dashes say."""
        lines = [line.strip() for line in self.cleaned_data["texts"].splitlines()]
        bare = [line.lstrip("–-") for line in lines]
        return [
            (text.strip(), len(line) - len(text))
            for line, text in zip(lines, bare, strict=True)
            if text.strip()
        ]


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

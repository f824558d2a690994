"""The forms of what was proposed, asked and voted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from minutes.item.asking import name_of, next_asked
from minutes.item.enums import ProposalKind, RoundMethod, RoundPurpose
from minutes.item.forms.base import (
    PartForm,
    PeopleField,
    RowField,
    choices_of,
    offered,
)
from minutes.item.generated.prose import upper
from minutes.item.models import (
    FloorProposal,
    PropositionRound,
)
from minutes.item.points import numbered

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


class RowsField(forms.TypedMultipleChoiceField):
    """Some rows of the §, as check boxes."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, rows: Iterable[tuple[str, Model]]) -> None:
        """Let these rows be chosen, each under its name."""
        named = list(rows)
        by_key = {str(row.pk): row for _name, row in named}
        self.choices = [(str(row.pk), name) for name, row in named]
        self.coerce = by_key.__getitem__


def standing(item: MinutesItem) -> list[FloorProposal]:
    """Return the yrkanden that were not withdrawn."""
    return [row for row in item.floor_proposals.all() if row.withdrawn_at is None]


def named_proposals(item: MinutesItem) -> list[tuple[str, FloorProposal]]:
    """Return the standing yrkanden with what others call them."""
    return [
        (f"{upper(name_of(item, row))}: {row.text}"[:90].rstrip(": "), row)
        for row in standing(item)
    ]


def named_points(item: MinutesItem) -> list[tuple[str, Model]]:
    """Return the points of the proposal with their numbers."""
    return [(f"{number}. {row}", row) for number, row in numbered(item.proposed.all())]


class FloorForm(PartForm):
    """A yrkande: what, by whom, about what."""

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
    seconders = PeopleField(label=_("Agreed with by"), required=False)
    on_behalf_of = forms.CharField(
        label=_("On behalf of"),
        max_length=80,
        required=False,
        help_text=_("A party group, for example."),
    )
    targets = RowsField(
        label=_("About the points"),
        required=False,
        help_text=_("None chosen: about the whole proposal."),
    )
    about = RowsField(label=_("About the proposals of others"), required=False)
    until = forms.DateField(label=_("Postpone until"), required=False)

    def form_layout(self) -> list[Any]:
        """Offer people and rows before the fields are laid out."""
        offered(self, "proposers").offer(self.service.serving)
        offered(self, "seconders").offer(self.service.serving)
        self.fields["kind"].initial = ProposalKind.ADD
        self.offer("targets", named_points(self.item))
        self.offer("about", named_proposals(self.item))
        return super().form_layout()

    def offer(self, name: str, rows: Sequence[tuple[str, Model]]) -> None:
        """Offer rows to choose among, or leave the question out."""
        if rows:
            offered(self, name).offer(rows)
        else:
            del self.fields[name]


class UnputForm(PartForm):
    """A yrkande the chair did not put (KL 5:57)."""

    submit_label = _("Note that it was not put")
    proposal = RowField(label=_("Proposal"), required=True)
    reason = forms.CharField(label=_("Why the chair did not put it"))

    def form_layout(self) -> list[Any]:
        """Offer the yrkanden that are still to be put."""
        rows = [row for row in standing(self.item) if not row.not_put_because]
        offered(self, "proposal").offer(rows)
        return super().form_layout()


class RoundForm(PartForm):
    """A question the chair puts, beginning with the one whose turn it is (KL 5:53)."""

    submit_label = _("Note the question")
    purpose = forms.ChoiceField(
        label=_("What the question settles"),
        choices=choices_of(PropositionRound, "purpose"),
        initial=RoundPurpose.MAIN,
        required=False,
    )
    text = forms.CharField(
        label=_("The chair asks whether …"), widget=forms.Textarea(attrs={"rows": 2})
    )
    yes_proposal = RowField(label=_("Yes is for"))
    no_proposal = RowField(label=_("No is for"))
    targets = RowsField(
        label=_("About the points"),
        required=False,
        help_text=_("None chosen: about the whole proposal."),
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

    def form_layout(self) -> list[Any]:
        """Begin with the next question, and ask only what there is to choose among."""
        self.initial = {**next_asked(self.item), **(self.initial or {})}
        rows = standing(self.item)
        for name in ("yes_proposal", "no_proposal"):
            if rows:
                offered(self, name).offer(rows, _("The proposal it all began with"))
            else:
                del self.fields[name]
        points = named_points(self.item)
        if len(points) > 1:
            offered(self, "targets").offer(points)
        else:
            del self.fields["targets"]
        return super().form_layout()

    def clean_purpose(self) -> str:
        """Take the matter itself when nothing was said."""
        return self.cleaned_data["purpose"] or RoundPurpose.MAIN


class CallVoteForm(PartForm):
    """A vote somebody asks for after what the chair found (KL 5:54)."""

    submit_label = _("Note that a vote was asked for")
    round = RowField(label=_("Question"), required=True)
    asked_by = RowField(label=_("Asked for by"))
    yes_means = forms.CharField(label=_("Yes means"))
    no_means = forms.CharField(label=_("No means"))

    def form_layout(self) -> list[Any]:
        """Offer the questions that were answered by acclamation, the last one first."""
        rows = [
            row
            for row in self.item.rounds.all()
            if row.method == RoundMethod.ACCLAMATION
        ]
        offered(self, "round").offer(rows)
        offered(self, "asked_by").offer(self.service.serving)
        last = rows[-1] if rows else None
        if last is not None:
            meanings = {"yes_means": last.yes_means, "no_means": last.no_means}
            self.initial = {"round": last.pk, **meanings, **(self.initial or {})}
        return super().form_layout()

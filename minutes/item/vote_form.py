"""The form that notes the votes of one question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minutes.item.actions import Count
from minutes.item.enums import RoundMethod, RoundPurpose, VoteChoice
from minutes.item.forms import ANSWERS, PartForm
from minutes.item.models import PropositionRound

# What a column of votes can hold.
MOST_VOTES = 32_767


class VoteForm(PartForm):
    """The votes of one round: by name when open, only totals when closed."""

    submit_label = _("Save the votes and settle")

    def __init__(self, *args: Any, round_: PropositionRound, **kwargs: Any) -> None:
        self.round = round_
        super().__init__(*args, prefix=f"round{round_.pk}", **kwargs)

    @property
    def is_open(self) -> bool:
        """Whether votes are given by name."""
        return self.round.method == RoundMethod.OPEN_VOTE

    @property
    def is_election(self) -> bool:
        """Whether names are counted instead of yes and no."""
        return self.round.purpose == RoundPurpose.ELECTION

    def form_layout(self) -> list[Any]:
        """Make the fields before they are laid out."""
        if self.is_open:
            self.add_names()
        elif self.is_election:
            self.add_candidates()
        else:
            self.add_totals()
        return super().form_layout()

    def add_names(self) -> None:
        """Add one group of radio buttons per person, whoever presides last."""
        given = {vote.attendance_id: vote.choice for vote in self.round.votes.all()}
        for person in self.service.roll:
            self.fields[f"vote_{person.pk}"] = forms.ChoiceField(
                label=str(person),
                choices=[
                    (VoteChoice.YES, _("Yes")),
                    (VoteChoice.NO, _("No")),
                    (VoteChoice.ABSTAIN, _("Abstains")),
                ],
                required=False,
                initial=given.get(person.pk),
                widget=forms.RadioSelect,
            )

    def add_totals(self) -> None:
        """Add the three totals of a closed vote, and the lot."""
        row = self.round
        for name, label, number in (
            ("yes", _("Yes votes"), row.yes_count),
            ("no", _("No votes"), row.no_count),
            ("abstain", _("Blank votes"), row.abstain_count),
        ):
            self.fields[name] = forms.IntegerField(
                label=label, min_value=0, initial=number or 0
            )
        self.fields["lot"] = forms.ChoiceField(
            label=_("At a tie, the lot gave"), choices=ANSWERS, required=False
        )

    def add_candidates(self) -> None:
        """Add the names with their votes, and the lot among equals (KL 5:54)."""
        rows = [f"{row.label} {row.votes}" for row in self.round.options.all()]
        self.fields["names"] = forms.CharField(
            label=_("Name and number of votes, one a line"),
            widget=forms.Textarea(attrs={"rows": 4}),
            initial="\n".join(rows),
            help_text=_("Such as “Anna Ek 7”."),
        )
        self.fields["seats"] = forms.IntegerField(
            label=_("How many are elected"), min_value=1, initial=1
        )
        self.fields["blank"] = forms.IntegerField(
            label=_("Blank votes"),
            min_value=0,
            initial=self.round.abstain_count or 0,
        )
        self.fields["drawn"] = forms.CharField(
            label=_("Drawn by lot, one name a line"),
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean_names(self) -> list[tuple[str, int]]:
        """Return each name with its votes."""
        found = []
        for line in self.cleaned_data["names"].splitlines():
            name, _space, number = line.strip().rpartition(" ")
            if not line.strip():
                continue
            if not number.isdecimal() or not name:
                message = _("Write a name and a number of votes on each line.")
                raise forms.ValidationError(message)
            found.append((name.strip(), min(int(number[:5]), MOST_VOTES)))
        return found

    def clean_drawn(self) -> list[str]:
        """Return the names the lot gave."""
        lines = self.cleaned_data["drawn"].splitlines()
        return [line.strip() for line in lines if line.strip()]

    def count(self) -> Count:
        """Return the count of an election."""
        data = self.cleaned_data
        return Count(data["names"], data["seats"], data["blank"], data["drawn"])

    def votes(self) -> dict[int, VoteChoice]:
        """Return the votes that were given, by attendance."""
        return {
            int(name.removeprefix("vote_")): VoteChoice(choice)
            for name, choice in self.cleaned_data.items()
            if name.startswith("vote_") and choice
        }

    def totals(self) -> tuple[int, int, int]:
        """Return the totals of a closed vote."""
        data = self.cleaned_data
        return data["yes"], data["no"], data["abstain"]

"""The form that notes the votes of one question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minutes.item.enums import RoundMethod, VoteChoice
from minutes.item.forms import ANSWERS, PartForm
from minutes.item.models import PropositionRound


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

    def form_layout(self) -> list[Any]:
        """Make the fields before they are laid out."""
        if self.is_open:
            self.add_names()
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

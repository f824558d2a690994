"""What a reviewer says of a §, and what the secretary sends, answers and takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.shared.forms import ActionForm
from minutes.item.queries import kept_items, provisional_numbers
from minutes.review.actions import Said, usual_due
from minutes.review.enums import AnswerKind, Verdict
from minutes.review.queries import is_held

if TYPE_CHECKING:
    from minutes.meeting.models import Meeting
    from minutes.review.passages import Passage
    from minutes.review.queries import Reviewed

SIGNS_IN_A_LINE = 40
MOST_LINES = 16


class SendForm(ActionForm, forms.Form):
    """Which §§ are sent out, and by when they are to be looked through."""

    submit_label = _("Send out to be looked through")

    items = forms.TypedMultipleChoiceField(
        label=_("§§ to look through"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one § to send out.")},
        help_text=_(
            "Each § goes to those who will sign it. Nobody looks twice at a § that has"
            " not changed."
        ),
    )
    due_on = forms.DateField(label=_("To be looked through by"))

    def __init__(
        self, *args: Any, meeting: Meeting, rows: list[Reviewed], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        numbers = provisional_numbers(meeting)
        self.offered = {
            item.pk: item for item in kept_items(meeting) if not is_held(item)
        }
        field: Any = self.fields["items"]
        field.choices = [
            (pk, label_of(item, item.number or numbers[pk]))
            for pk, item in self.offered.items()
        ]
        known = {row.item.pk for row in rows}
        waiting = {
            row.item.pk
            for row in rows
            if not all(seat.has_looked for seat in row.seats)
        }
        self.initial["items"] = [pk for pk in self.offered if pk not in known] or [
            pk for pk in self.offered if pk in waiting
        ]
        self.initial["due_on"] = usual_due(meeting)

    def clean_items(self) -> list[Any]:
        """Return the §§ that were chosen."""
        return [self.offered[pk] for pk in self.cleaned_data["items"]]


def label_of(item: Any, number: int) -> str:
    """Return a § as the secretary chooses it."""
    text = f"§ {number} {item.heading}"
    return _("%(item)s (secret)") % {"item": text} if item.is_secret else text


class LookForm(forms.Form):
    """One § looked at: a view, a comment, other words for its sections."""

    shown_sha256 = forms.CharField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        required=False,
        choices=[
            (Verdict.OK, _("Ok, it says what was decided")),
            (Verdict.COMMENT, _("I have a comment")),
            (Verdict.WORDING, _("I propose other words")),
        ],
        widget=forms.RadioSelect,
    )
    comment = forms.CharField(
        label=_("Comment to the secretary"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, row: Reviewed, passages: list[Passage], **kwargs: Any
    ) -> None:
        kwargs.setdefault("prefix", f"i{row.item.pk}")
        super().__init__(*args, **kwargs)
        self.initial["shown_sha256"] = row.sha256
        # On the page of all §§ each group has to say which § it is about.
        self.fields["verdict"].label = _("Your view of § %(number)s") % {
            "number": row.number
        }
        self.passages = {f"words{one.pk}": one for one in passages}
        for name, passage in self.passages.items():
            self.fields[name] = forms.CharField(
                label=passage.heading or _("Text"),
                required=False,
                initial=passage.text,
                widget=forms.Textarea(attrs={"rows": rows_for(passage.text)}),
            )

    @property
    def wordings(self) -> list[forms.BoundField]:
        """The fields in which words can be changed."""
        return [self[name] for name in self.passages]

    @property
    def is_reworded(self) -> bool:
        """Whether words were changed: then they are shown when the page comes back."""
        return bool(
            self.is_bound
            and any(
                (self.data.get(self.add_prefix(name)) or one.text).split()
                != one.text.split()
                for name, one in self.passages.items()
            )
        )

    @property
    def is_sent(self) -> bool:
        """Whether the § was on the page that was sent in."""
        return self.is_bound and self.add_prefix("shown_sha256") in self.data

    def changed_words(self) -> dict[str, str]:
        """Return what was written in the sections that are worded otherwise."""
        return {
            name: self.cleaned_data[name]
            for name, passage in self.passages.items()
            if self.cleaned_data.get(name, "").split() != passage.text.split()
            and name in self.cleaned_data
        }

    def says_something(self) -> bool:
        """Say whether anything was chosen or written."""
        said = self.cleaned_data
        return bool(said["verdict"] or said["comment"].strip() or self.changed_words())

    def said(self) -> list[tuple[str, Said]]:
        """Return what is said, each with the field it belongs to.

        Changed words are a proposal, and words in the comment are one, whatever was
        chosen; only an ok is refused with them.
        """
        given = self.cleaned_data
        verdict = given["verdict"] or Verdict.COMMENT
        words = self.changed_words()
        if words and verdict != Verdict.OK:
            return [
                (name, self.one(Verdict.WORDING, name, text))
                for name, text in words.items()
            ]
        if words:
            name, text = next(iter(words.items()))
            return [("verdict", self.one(Verdict.OK, name, text))]
        if verdict == Verdict.WORDING and not self.passages:
            verdict = Verdict.COMMENT
        first = next(iter(self.passages), "")
        is_wording = verdict == Verdict.WORDING
        name = first if is_wording else ""
        text = self.passages[first].text if is_wording else ""
        return [("verdict", self.one(Verdict(verdict), name, text))]

    def one(self, verdict: Verdict, name: str, text: str) -> Said:
        """Return one thing that is said."""
        return Said(
            verdict=verdict,
            shown_sha256=self.cleaned_data["shown_sha256"],
            comment=self.cleaned_data["comment"],
            section=self.passages[name].pk if name else None,
            wording=text,
        )

    def show(self, sha256: str) -> None:
        """Let the form, as it is shown again, be about the § as it stands."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        data[self.add_prefix("shown_sha256")] = sha256
        self.data = data


def rows_for(text: str) -> int:
    """Return how many rows a text needs on a phone."""
    lines = sum(1 + len(line) // SIGNS_IN_A_LINE for line in text.splitlines())
    return min(lines + 1, MOST_LINES)


class AnswerForm(forms.Form):
    """The secretary's answer to a remark."""

    text = forms.CharField(
        label=_("Your answer"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    kind = forms.ChoiceField(
        choices=[(AnswerKind.ANSWERED, ""), (AnswerKind.CHANGED, "")],
        widget=forms.HiddenInput,
    )


class TakeOverForm(forms.Form):
    """The version of the section the secretary has before them."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(required=False, max_length=5000, widget=forms.HiddenInput)

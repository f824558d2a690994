"""The forms of reservations, notes, standing aside and jäv."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minutes.item.forms.base import (
    DocumentField,
    PartForm,
    PeopleField,
    RowField,
    choices_of,
    chosen_from,
    offered,
)
from minutes.item.models import MinutesNote
from minutes.item.points import numbered

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem, Reservation


class PointsField(forms.TypedMultipleChoiceField):
    """Some of the points of the decision, as check boxes."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, item: MinutesItem) -> None:
        """Let the points be chosen by their numbers."""
        points = list(numbered(item.decision_points.all()))
        by_key = {str(row.pk): row for _number, row in points}
        self.choices = [(str(row.pk), f"{number}. {row}") for number, row in points]
        self.coerce = chosen_from(by_key)


class ReservationForm(PartForm):
    """A reservation, announced before the meeting ends."""

    submit_label = _("Note the reservation")
    people = PeopleField(label=_("Made by"), required=False)
    on_behalf_of = forms.CharField(
        label=_("On behalf of"),
        max_length=80,
        required=False,
        help_text=_("A party group, for example."),
    )
    points = PointsField(
        label=_("Against the points"),
        required=False,
        help_text=_("None chosen: against the whole decision."),
    )
    in_favour_of = RowField(label=_("In favour of the proposal"))
    text = forms.CharField(
        label=_("In favour of, or the written text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The text may be written until the minutes are frozen."),
    )
    document = DocumentField(label=_("Written reservation"))

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        offered(self, "people").offer(self.service.serving)
        offered(self, "points").offer(item)
        offered(self, "document").offer(item)
        standing = [row for row in item.floor_proposals.all() if not row.withdrawn_at]
        offered(self, "in_favour_of").offer(standing)


class ReservationTextForm(PartForm):
    """The written text of a reservation."""

    text = forms.CharField(
        label=_("In favour of, or the written text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    document = DocumentField(label=_("Written reservation"))

    def __init__(
        self, *args: Any, item: MinutesItem, reservation: Reservation, **kwargs: Any
    ) -> None:
        written = {"text": reservation.text, "document": reservation.document_id}
        prefix = f"reservation{reservation.pk}"
        super().__init__(*args, item=item, prefix=prefix, initial=written, **kwargs)
        offered(self, "document").offer(item)


class NoteForm(PartForm):
    """A note, a separate statement or an opinion."""

    submit_label = _("Have it noted")
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=choices_of(MinutesNote, "kind"),
        help_text=_("Substitutes and others without a vote have an opinion noted."),
    )
    people = PeopleField(label=_("Made by"), required=False)
    on_behalf_of = forms.CharField(
        label=_("On behalf of"), max_length=80, required=False
    )
    text = forms.CharField(
        label=_("Text"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    dated_on = forms.DateField(label=_("Dated"), required=False)
    document = DocumentField(label=_("Attached statement"))

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        people = [*self.service.serving, *self.service.others]
        offered(self, "people").offer(people)
        offered(self, "document").offer(item)


class NoteTextForm(PartForm):
    """What is noted, in other words."""

    text = forms.CharField(
        label=_("Text"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, note: MinutesNote, **kwargs: Any) -> None:
        prefix, written = f"note{note.pk}", {"text": note.text}
        super().__init__(*args, prefix=prefix, initial=written, **kwargs)


class AsideForm(PartForm):
    """Those who take no part in the decision."""

    submit_label = _("Note that they take no part")
    people = PeopleField(
        label=_("Who"),
        required=False,
        help_text=_(
            "They count towards the quorum but decide nothing (KL 4:25). Who abstains "
            "in a vote is noted with the vote."
        ),
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        out = {row.attendance_id for row in item.non_participations.all()}
        people = [one for one in self.service.serving if one.pk not in out]
        offered(self, "people").offer(people)


class RecusalForm(PartForm):
    """Somebody with jäv."""

    submit_label = _("Note the conflict of interest")
    attendance: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        queryset=None, label=_("Who")
    )
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)
    is_finding = forms.BooleanField(
        label=_("Found by the board, not announced (KL 6:30)"), required=False
    )

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        people = item.meeting.attendances.filter(kind__in=["member", "substitute"])
        offered(self, "attendance").queryset = people

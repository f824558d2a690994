"""The forms of reservations and jäv."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minutes.item.forms.base import PartForm, PeopleField, offered

if TYPE_CHECKING:
    from minutes.item.models import MinutesItem, Reservation


class ReservationForm(PartForm):
    """A reservation, announced before the meeting ends."""

    submit_label = _("Note the reservation")
    people = PeopleField(label=_("Made by"), required=False)
    text = forms.CharField(
        label=_("In favour of, or the written text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The text may be written until the minutes are frozen."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered(self, "people").offer(self.service.serving)


class ReservationTextForm(PartForm):
    """The written text of a reservation."""

    text = forms.CharField(
        label=_("In favour of, or the written text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, reservation: Reservation, **kwargs: Any) -> None:
        super().__init__(
            *args,
            prefix=f"reservation{reservation.pk}",
            initial={"text": reservation.text},
            **kwargs,
        )


class RecusalForm(PartForm):
    """Somebody with jäv."""

    submit_label = _("Note the conflict of interest")
    attendance: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        queryset=None, label=_("Who")
    )
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)

    def __init__(self, *args: Any, item: MinutesItem, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        people = item.meeting.attendances.filter(kind__in=["member", "substitute"])
        offered(self, "attendance").queryset = people

"""What the secretary writes at the meeting: upprop, comings and goings, service."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.person.models import Person
from boards.shared.clock import local
from boards.shared.forms import ActionForm
from minutes.meeting.enums import AttendanceKind, AttendanceMode, ServingCause
from minutes.meeting.models import AgendaItem, Attendance, Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable

ABSENT = "absent"
PRESENCE = [
    (AttendanceMode.ON_SITE, _("On site")),
    (AttendanceMode.DISTANCE, _("At a distance")),
    (ABSENT, _("Absent")),
]
CAUSES = [
    (ServingCause.ABSENCE, _("Absence")),
    (ServingCause.RECUSAL, _("Conflict of interest")),
    (ServingCause.VACANCY, _("Vacant seat")),
]


def moment(meeting: Meeting, clock: time | None) -> datetime | None:
    """Return a clock time of the meeting day as a moment."""
    if clock is None:
        return None
    return local(meeting.held_on, clock.hour, clock.minute)


class PersonLabel(forms.ModelChoiceField):
    """People at the meeting, by name and party."""

    def label_from_instance(self, obj: Any) -> str:
        """Return name, party and what they are there as."""
        return f"{obj} – {obj.get_kind_display()}"


class RollCallForm(forms.Form):
    """The upprop: everybody on one page, one choice each."""

    def __init__(
        self, *args: Any, people: Iterable[Attendance], distance: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = list(people)
        for row in self.people:
            self.fields[f"p{row.pk}"] = forms.ChoiceField(
                label=row.name,
                widget=forms.Select(attrs={"class": "form-select"}),
                choices=self.choices_for(row, distance),
                initial=row.mode if row.presence.all() else ABSENT,
            )

    def choices_for(self, row: Attendance, distance: bool) -> list[tuple[str, Any]]:
        """Leave distance out for members unless the reglemente allows it (KL 6:24)."""
        staff = row.kind in {AttendanceKind.STAFF, AttendanceKind.GUEST}
        if staff or distance or row.mode == AttendanceMode.DISTANCE:
            return PRESENCE
        return [choice for choice in PRESENCE if choice[0] != AttendanceMode.DISTANCE]

    def rows(self) -> list[tuple[Attendance, forms.BoundField]]:
        """Return everybody with their field, for the template's table."""
        return [(row, self[f"p{row.pk}"]) for row in self.people]

    def changes(self) -> list[tuple[Attendance, bool, AttendanceMode]]:
        """Return those whose answer differs from what is written already."""
        found = []
        for row in self.people:
            name = f"p{row.pk}"
            if name in self.changed_data:
                answer = self.cleaned_data[name]
                mode = row.mode if answer == ABSENT else answer
                found.append((row, answer != ABSENT, AttendanceMode(mode)))
        return found


class AtMeetingForm(ActionForm, forms.Form):
    """The base of forms about people and points of one meeting."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        points = AgendaItem.objects.filter(meeting=meeting, withdrawn_at=None)
        any_field: Any
        for any_field in self.fields.values():
            queryset = getattr(any_field, "queryset", None)
            if queryset is not None and queryset.model is AgendaItem:
                any_field.queryset = points
            elif queryset is not None and queryset.model is Attendance:
                any_field.queryset = queryset.filter(meeting=meeting)


class ArrivalForm(AtMeetingForm):
    """Somebody came in."""

    submit_label = _("Write the arrival")

    person = PersonLabel(Attendance.objects.all(), label=_("Who came"))
    item = forms.ModelChoiceField(
        AgendaItem.objects.all(), label=_("Present from point")
    )
    clock = forms.TimeField(label=_("Clock"), required=False)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=300,
        help_text=_("Only when one who has left comes back to serve."),
    )


class DepartureForm(AtMeetingForm):
    """Somebody left."""

    submit_label = _("Write the departure")

    person = PersonLabel(Attendance.objects.all(), label=_("Who left"))
    item = forms.ModelChoiceField(AgendaItem.objects.all(), label=_("Left after point"))
    clock = forms.TimeField(label=_("Clock"), required=False)


class ServiceForm(AtMeetingForm):
    """A substitute serves for somebody, from a point to a point."""

    submit_label = _("Call in")

    substitute = PersonLabel(
        Attendance.objects.filter(kind=AttendanceKind.SUBSTITUTE), label=_("Substitute")
    )
    member = PersonLabel(
        Attendance.objects.filter(kind=AttendanceKind.MEMBER),
        label=_("In place of"),
        required=False,
        empty_label=_("A vacant seat"),
    )
    first = forms.ModelChoiceField(
        AgendaItem.objects.all(),
        label=_("From point"),
        required=False,
        empty_label=_("The start"),
    )
    last = forms.ModelChoiceField(
        AgendaItem.objects.all(),
        label=_("To point"),
        required=False,
        empty_label=_("The end"),
    )
    cause = forms.ChoiceField(label=_("Because of"), choices=CAUSES)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=300,
        help_text=_("Needed when the order of calling in is not followed."),
    )

    def clean_cause(self) -> ServingCause:
        """Return the cause as its enum."""
        return ServingCause(self.cleaned_data["cause"])


class ApproversForm(AtMeetingForm):
    """Who approves the minutes beside the chair (KL 5:69)."""

    submit_label = _("Save")

    approvers = forms.ModelMultipleChoiceField(
        Attendance.objects.filter(
            kind__in=[AttendanceKind.MEMBER, AttendanceKind.SUBSTITUTE]
        ),
        label=_("Approve the minutes"),
        widget=forms.CheckboxSelectMultiple,
    )


class AttendeeForm(AtMeetingForm):
    """Staff or a guest who is not on the board's list."""

    submit_label = _("Add")

    kind = forms.ChoiceField(
        label=_("As"),
        choices=[
            (AttendanceKind.STAFF, _("Staff")),
            (AttendanceKind.GUEST, _("Guest")),
        ],
    )
    person = forms.ModelChoiceField(Person.objects.all(), label=_("Person"))
    title = forms.CharField(label=_("Title"), max_length=80, required=False)
    belongs_to = forms.CharField(
        label=_("Municipality or employer"), max_length=120, required=False
    )

    def attendance(self) -> Attendance:
        """Return the row to add."""
        return Attendance(meeting=self.meeting, **self.cleaned_data)

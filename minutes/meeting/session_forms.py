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
from minutes.meeting.facts import ON_THE_ROLL
from minutes.meeting.models import AgendaItem, Attendance, Meeting
from minutes.meeting.rules.ranges import SOME_PART, Stay, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

ABSENT = "absent"
POINTS_HELP = _(
    "Such as 1, 3-14, or utom 5. Part of a point: 3-del av 5, or 5 p. 3. All: alla."
)
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


def points_of(meeting: Meeting) -> tuple[int, ...]:
    """Return the positions on the agenda that stand."""
    items = meeting.agenda_items.all()
    return tuple(item.position for item in items if item.withdrawn_at is None)


def label_of(row: Attendance) -> str:
    """Return name, party, home and what they are there as: names may be alike."""
    return " – ".join(
        part for part in (str(row), row.get_kind_display(), row.belongs_to) if part
    )


class PersonLabel(forms.ModelChoiceField):
    """People at the meeting, by name, party and home."""

    def label_from_instance(self, obj: Any) -> str:
        """Return who it is."""
        return label_of(obj)


class PeopleLabel(forms.ModelMultipleChoiceField):
    """Several people at the meeting."""

    def label_from_instance(self, obj: Any) -> str:
        """Return who it is."""
        return label_of(obj)


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


class WithinForm(AtMeetingForm):
    """Somebody moves, between two points or within one; `part` tells which."""

    field_order = ("person", "item", "within", "clock", "reason")

    within = forms.BooleanField(label=_("During the point"), required=False)

    def clean(self) -> dict[str, Any]:
        """Say `part` as the attendance keeps it: empty for the whole point."""
        said = super().clean() or self.cleaned_data
        said["part"] = SOME_PART if said.get("within") else ""
        return said


class ArrivalForm(WithinForm):
    """Somebody came in."""

    submit_label = _("Write the arrival")

    person = PersonLabel(Attendance.objects.all(), label=_("Who came"))
    item = forms.ModelChoiceField(
        AgendaItem.objects.all(), label=_("Present from point")
    )
    within = forms.BooleanField(
        label=_("Came during the point"),
        required=False,
        help_text=_("A substitute who handles the point serves it out."),
    )
    clock = forms.TimeField(label=_("Clock"), required=False)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=300,
        help_text=_("Only when one who has left comes back to serve."),
    )


class DepartureForm(WithinForm):
    """Somebody left."""

    submit_label = _("Write the departure")

    person = PersonLabel(Attendance.objects.all(), label=_("Who left"))
    item = forms.ModelChoiceField(AgendaItem.objects.all(), label=_("Left after point"))
    within = forms.BooleanField(
        label=_("Left during the point"),
        required=False,
        help_text=_("Was not there when the point was decided. Also a lost link."),
    )
    clock = forms.TimeField(label=_("Clock"), required=False)


class StaysForm(AtMeetingForm):
    """All the points somebody was there for, as text."""

    submit_label = _("Write the points")

    person = PersonLabel(Attendance.objects.all(), label=_("Person"))
    points = forms.CharField(
        label=_("Present for the points"), max_length=200, help_text=POINTS_HELP
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=300,
        help_text=_("Only when one who has left comes back to serve."),
    )

    def stays(self) -> tuple[Stay, ...]:
        """Return the stays that the text names."""
        return parse(self.cleaned_data["points"], points_of(self.meeting))


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


class SwapForm(AtMeetingForm):
    """The substitute who takes a seat over, and from which point."""

    substitute = forms.ModelChoiceField(
        Attendance.objects.filter(kind=AttendanceKind.SUBSTITUTE)
    )
    item = forms.ModelChoiceField(AgendaItem.objects.all())


class ChairForm(AtMeetingForm):
    """Who was chosen to preside where the presidium does not serve (KL 6:20)."""

    submit_label = _("Save")

    chair = PersonLabel(
        Attendance.objects.filter(kind__in=ON_THE_ROLL), label=_("Chosen to preside")
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


class ApproversForm(AtMeetingForm):
    """Who approves the minutes beside the chair (KL 5:69)."""

    submit_label = _("Save")

    approvers = PeopleLabel(
        Attendance.objects.filter(kind__in=ON_THE_ROLL),
        label=_("Approve the minutes"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reserves = PeopleLabel(
        Attendance.objects.filter(kind__in=ON_THE_ROLL),
        label=_("In reserve"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    for_item = forms.ModelChoiceField(
        AgendaItem.objects.all(),
        label=_("Approve"),
        required=False,
        empty_label=_("The whole meeting"),
        help_text=_(
            "Choose a point when an approver had a conflict of interest in it."
        ),
    )

    def __init__(self, *args: Any, choosable: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        any_field: Any
        for any_field in (self.fields["approvers"], self.fields["reserves"]):
            any_field.queryset = any_field.queryset.filter(pk__in=list(choosable))


class AttendeeForm(AtMeetingForm):
    """Staff, union, an observer or a guest who is not on the board's list."""

    submit_label = _("Add")

    kind = forms.ChoiceField(
        label=_("As"),
        choices=[
            (AttendanceKind.STAFF, _("Staff")),
            (AttendanceKind.UNION, _("Staff representative (KL 7:10)")),
            (AttendanceKind.OBSERVER, _("Elected with a right to attend (KL 4:28)")),
            (AttendanceKind.GUEST, _("Guest")),
        ],
    )
    person = forms.ModelChoiceField(Person.objects.all(), label=_("Person"))
    title = forms.CharField(label=_("Title"), max_length=80, required=False)
    belongs_to = forms.CharField(
        label=_("Municipality or employer"), max_length=120, required=False
    )
    admitted_by = forms.CharField(
        label=_("Present by the decision in"),
        max_length=80,
        required=False,
        help_text=_("Such as § 139, when the board decided that they may be present."),
    )
    points = forms.CharField(
        label=_("Present for the points"),
        max_length=200,
        required=False,
        help_text=POINTS_HELP,
    )

    def attendance(self) -> Attendance:
        """Return the row to add."""
        said = {k: v for k, v in self.cleaned_data.items() if k != "points"}
        return Attendance(meeting=self.meeting, **said)

    def stays(self) -> tuple[Stay, ...] | None:
        """Return the stays that the text names; none said is all the time."""
        said = self.cleaned_data["points"]
        return parse(said, points_of(self.meeting)) if said.strip() else None

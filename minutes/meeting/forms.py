"""What the secretary writes about a meeting and its agenda."""

from __future__ import annotations

from typing import Any

from crispy_forms.bootstrap import StrictButton
from django import forms
from django.utils.translation import gettext_lazy as _

from boards.access.enums import Role
from boards.board.enums import BoardKind
from boards.board.models import Board
from boards.person.models import User
from boards.shared.forms import ActionForm
from minutes.meeting.enums import AgendaKind, MeetingKind
from minutes.meeting.models import AgendaItem, Meeting
from minutes.meeting.queries import cases_to_add, papers_to_add
from minutes.meeting.rules.agenda import blocks_kind

KIND_LABELS = [
    (AgendaKind.DECISION, _("Decision")),
    (AgendaKind.INFORMATION, _("Information")),
    (AgendaKind.COMMUNICATIONS, _("Communications")),
    (AgendaKind.ELECTION, _("Election")),
    (AgendaKind.DELEGATIONS, _("Delegated decisions")),
    (AgendaKind.INTERPELLATION, _("Interpellation")),
    (AgendaKind.QUESTION, _("Question")),
    (AgendaKind.QUESTION_TIME, _("Question time")),
    (AgendaKind.OPENING, _("Opening (no §)")),
]
MEETING_KINDS = [
    (MeetingKind.ORDINARY, _("Ordinary")),
    (MeetingKind.EXTRA, _("Extra")),
]


def kinds_for(board: Board) -> list[tuple[AgendaKind, Any]]:
    """Return the kinds of points a board may have (KL 5:59)."""
    is_assembly = board.kind == BoardKind.ASSEMBLY
    return [
        (kind, label)
        for kind, label in KIND_LABELS
        if not blocks_kind(kind, is_assembly=is_assembly)
    ]


class MeetingForm(ActionForm, forms.Form):
    """When and where a board meets."""

    submit_label = _("Plan the meeting")

    starts_at = forms.DateTimeField(label=_("Day and time"))
    place = forms.CharField(label=_("Place"), max_length=200)
    secretary = forms.ModelChoiceField(
        User.objects.none(), label=_("Secretary"), required=False
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        secretaries = User.objects.filter(
            roles__board=board, roles__role=Role.SECRETARY, is_active=True
        )
        field: Any = self.fields["secretary"]
        field.queryset = secretaries.select_related("person").distinct()


class MeetingPlanForm(MeetingForm):
    """When and where a board meets, and whether it is an extra meeting."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=MEETING_KINDS,
        initial=MeetingKind.ORDINARY,
        required=False,
    )

    def clean_kind(self) -> MeetingKind:
        """Take an ordinary meeting when nothing was said."""
        return MeetingKind(self.cleaned_data["kind"] or MeetingKind.ORDINARY)


class MeetingChangeForm(MeetingForm):
    """Time, place and secretary of a meeting that has not begun."""

    submit_label = _("Save")


class ContinueForm(ActionForm, forms.Form):
    """When and where a meeting goes on that did not finish."""

    form_tag = False
    submit_label = _("Plan the continuation")

    starts_at = forms.DateTimeField(label=_("Day and time"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)


class PauseForm(ActionForm, forms.Form):
    """A pause, with its end when it is known."""

    form_tag = False
    submit_label = _("Note the pause")

    from_at = forms.TimeField(label=_("Paused at"))
    to_at = forms.TimeField(
        label=_("Resumed at"),
        required=False,
        help_text=_("Empty while the meeting is paused."),
    )
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)


class ResumeForm(ActionForm, forms.Form):
    """When the meeting went on."""

    form_tag = False
    submit_label = _("The meeting goes on")

    to_at = forms.TimeField(label=_("Resumed at"))


class PlannedApprovalForm(ActionForm, forms.Form):
    """Where and when the minutes are to be approved (P-02)."""

    submit_label = _("Save")

    approval_place = forms.CharField(
        label=_("Place of the approval"), max_length=200, required=False
    )
    approval_planned_at = forms.DateTimeField(
        label=_("Time of the approval"), required=False
    )
    minutes_number = forms.CharField(
        label=_("Number of the minutes"),
        max_length=40,
        required=False,
        help_text=_("Only if the board numbers its minutes within the year."),
    )


class CancelForm(ActionForm, forms.Form):
    """Why a meeting is called off."""

    form_tag = False

    reason = forms.CharField(label=_("Reason"), max_length=500)


class AgendaItemForm(ActionForm, forms.Form):
    """A point about an ärende, or a free one."""

    submit_label = _("Add the point")

    case: Any = forms.ModelChoiceField(
        None,
        label=_("Case"),
        required=False,
        empty_label=_("None: a free point"),
        help_text=_("The open cases of the board that are not on the agenda."),
    )
    heading = forms.CharField(
        label=_("Heading"),
        max_length=200,
        required=False,
        help_text=_("Left empty, the heading is the title of the case."),
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=KIND_LABELS, initial=AgendaKind.DECISION
    )
    rapporteur = forms.CharField(label=_("Rapporteur"), max_length=120, required=False)
    section = forms.CharField(
        label=_("Part of the agenda"),
        max_length=80,
        required=False,
        help_text=_("A heading the points stand under, such as Information."),
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = kinds_for(meeting.board)
        self.helper.layout.append(
            StrictButton(
                _("Add and write another"),
                type="submit",
                name="more",
                value="1",
                css_class="btn-secondary",
            )
        )
        field: Any = self.fields["case"]
        field.queryset = cases_to_add(meeting)

    def clean_kind(self) -> AgendaKind:
        """Return the kind as its enum."""
        return AgendaKind(self.cleaned_data["kind"])


class AgendaItemChangeForm(ActionForm, forms.Form):
    """Heading, rapporteur and kind of a point."""

    heading = forms.CharField(label=_("Heading"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=KIND_LABELS)
    rapporteur = forms.CharField(label=_("Rapporteur"), max_length=120, required=False)
    section = forms.CharField(
        label=_("Part of the agenda"), max_length=80, required=False
    )

    def clean_kind(self) -> AgendaKind:
        """Return the kind as its enum."""
        return AgendaKind(self.cleaned_data["kind"])


class PaperForm(ActionForm, forms.Form):
    """A handling to put under a point."""

    form_tag = False
    submit_label = _("Add the document")

    document: Any = forms.ModelChoiceField(None, label=_("Document"))
    note = forms.CharField(
        label=_("Why the board needs it"),
        required=False,
        max_length=500,
        help_text=_("Only for a document with secrecy."),
    )

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["document"]
        field.queryset = papers_to_add(item)


class SummonsForm(ActionForm, forms.Form):
    """The last look before the kallelse goes."""

    submit_label = _("Send the summons")

    is_late_confirmed = forms.BooleanField(
        label=_("Send it although it is late"), required=False
    )

    def __init__(self, *args: Any, is_late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_late:
            field = self.fields["is_late_confirmed"]
            field.widget = forms.HiddenInput()


class OpeningForm(ActionForm, forms.Form):
    """When the meeting was opened."""

    form_tag = False
    submit_label = _("Open the meeting")

    starts_at = forms.DateTimeField(label=_("Opened"))


class ClosingForm(ActionForm, forms.Form):
    """When the meeting ended."""

    form_tag = False
    submit_label = _("Close the meeting")

    ends_at = forms.DateTimeField(label=_("Ended"))

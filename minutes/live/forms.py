"""The forms that only the live view has."""

from django import forms
from django.utils.translation import gettext_lazy as _

from minutes.meeting.session_forms import AtMeetingForm


class AdjournForm(AtMeetingForm):
    """The meeting pauses."""

    submit_label = _("Adjourn now")

    reason = forms.CharField(label=_("Reason"), required=False, max_length=200)


class ResumeForm(AtMeetingForm):
    """The meeting goes on."""

    submit_label = _("Resume the meeting")

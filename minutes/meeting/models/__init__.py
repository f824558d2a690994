"""The sammanträde: agenda, summons, and who was there for which points."""

from minutes.meeting.models.agenda import (
    AgendaItem,
    AgendaPaper,
    AgendaVersion,
    FurtherCase,
    StandingItem,
)
from minutes.meeting.models.announcement import Announcement
from minutes.meeting.models.attendance import (
    Attendance,
    ChosenApprover,
    ChosenChair,
    PresenceSpan,
    ServingSpan,
)
from minutes.meeting.models.meeting import (
    Adjournment,
    Meeting,
    MeetingQuerySet,
)
from minutes.meeting.models.summons import (
    Summons,
    SummonsRecipient,
)

__all__ = [
    "Adjournment",
    "AgendaItem",
    "AgendaPaper",
    "AgendaVersion",
    "Announcement",
    "Attendance",
    "ChosenApprover",
    "ChosenChair",
    "FurtherCase",
    "Meeting",
    "MeetingQuerySet",
    "PresenceSpan",
    "ServingSpan",
    "StandingItem",
    "Summons",
    "SummonsRecipient",
]

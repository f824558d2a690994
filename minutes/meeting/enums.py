"""States of a sammanträde and kinds of its agenda, attendance and spans."""

from enum import StrEnum


class MeetingState(StrEnum):
    """Where a meeting itself stands; its minutes have states of their own."""

    PLANNED = "planned"
    CALLED = "called"
    IN_SESSION = "in_session"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class MeetingVerb(StrEnum):
    """What moves a meeting on."""

    SUMMON = "summon"
    OPEN = "open"
    CLOSE = "close"
    CANCEL = "cancel"


MEETING_TRANSITIONS = {
    (MeetingState.PLANNED, MeetingVerb.SUMMON): MeetingState.CALLED,
    (MeetingState.CALLED, MeetingVerb.SUMMON): MeetingState.CALLED,
    (MeetingState.PLANNED, MeetingVerb.CANCEL): MeetingState.CANCELLED,
    (MeetingState.CALLED, MeetingVerb.CANCEL): MeetingState.CANCELLED,
    (MeetingState.CALLED, MeetingVerb.OPEN): MeetingState.IN_SESSION,
    (MeetingState.IN_SESSION, MeetingVerb.CLOSE): MeetingState.CLOSED,
}


class AgendaKind(StrEnum):
    """What a point of the agenda is for; opening points get no §."""

    OPENING = "opening"
    DECISION = "decision"
    INFORMATION = "information"
    COMMUNICATIONS = "communications"


class AttendanceKind(StrEnum):
    """As what somebody is at the meeting."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"
    STAFF = "staff"
    GUEST = "guest"


class AttendanceMode(StrEnum):
    """How somebody takes part (KL 6:24)."""

    ON_SITE = "on_site"
    DISTANCE = "distance"


class ServingCause(StrEnum):
    """Why a substitute serves."""

    ABSENCE = "absence"
    RECUSAL = "recusal"
    VACANCY = "vacancy"

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
    DELEGATIONS = "delegations"
    ELECTION = "election"
    INTERPELLATION = "interpellation"
    QUESTION = "question"
    QUESTION_TIME = "question_time"


class AgendaCause(StrEnum):
    """Why a point is on the agenda; what law forces there cannot be put off."""

    CHOSEN = "chosen"
    STANDING = "standing"
    POSTPONED = "postponed"
    REFERRED_BACK = "referred_back"
    URGENT_DECISION = "urgent_decision"
    DELEGATION = "delegation"
    REFERRED_MINUTES = "referred_minutes"


# A 6:39 decision is reported at the very next meeting, a list of others as decided.
FORCED_CAUSES = frozenset({AgendaCause.URGENT_DECISION, AgendaCause.DELEGATION})


class MeetingKind(StrEnum):
    """Whether a meeting was in the year's plan, is extra, or goes on with another."""

    ORDINARY = "ordinary"
    EXTRA = "extra"
    CONTINUED = "continued"


class AttendanceKind(StrEnum):
    """As what somebody is at the meeting."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"
    STAFF = "staff"
    UNION = "union"
    OBSERVER = "observer"
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

"""States, kinds and grades of internal control."""

from enum import StrEnum


class PlanState(StrEnum):
    """Whether the board has adopted the plan."""

    DRAFT = "draft"
    ADOPTED = "adopted"


class DecisionKind(StrEnum):
    """What a beslut did with the plan."""

    ADOPT = "adopt"
    CHANGE = "change"


class Interval(StrEnum):
    """How often a control is carried out."""

    ONCE = "once"
    YEAR = "year"
    HALF_YEAR = "half_year"
    TERTIAL = "tertial"
    QUARTER = "quarter"
    MONTH = "month"
    ONGOING = "ongoing"


class Level(StrEnum):
    """How grave a risk is on the board's own scale."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Grade(StrEnum):
    """What a control showed (I-05)."""

    WORKS = "works"
    DEVELOP = "develop"
    UNDOCUMENTED = "undocumented"
    NOT_PERFORMED = "not_performed"


class SendingState(StrEnum):
    """How far a report has come to a kommunstyrelse."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


class ReminderKind(StrEnum):
    """What somebody is reminded of."""

    INCOMPLETE = "incomplete"
    MEASURE = "measure"
    NO_REPORT = "no_report"

"""States of plans and disposals, and what a rule of a plan may say."""

from enum import StrEnum


class PlanState(StrEnum):
    """Where a dokumenthanteringsplan stands."""

    DRAFT = "draft"
    ADOPTED = "adopted"


class Outcome(StrEnum):
    """What becomes of handlingar of a kind (R-02)."""

    PRESERVE = "preserve"
    YEARS = "years"
    INACTIVE = "inactive"


class StartEvent(StrEnum):
    """From when the years of a rule are counted."""

    CASE_CLOSED = "case_closed"
    MINUTES_APPROVED = "minutes_approved"
    REGISTERED = "registered"


class HoldKind(StrEnum):
    """Why nothing may be disposed of for the time being."""

    SECRECY_REVIEW = "secrecy_review"
    DISPUTE = "dispute"
    REQUEST = "request"
    OTHER = "other"


class DisposalState(StrEnum):
    """Where a disposal stands between the two who see to it."""

    PROPOSED = "proposed"
    CARRIED_OUT = "carried_out"
    WITHDRAWN = "withdrawn"


class RowState(StrEnum):
    """What became of one handling of a disposal."""

    PROPOSED = "proposed"
    CARRIED_OUT = "carried_out"
    LEFT_OUT = "left_out"
    WITHDRAWN = "withdrawn"

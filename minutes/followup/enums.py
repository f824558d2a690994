"""What became of a beslutspunkt, and which ones somebody has to see to."""

from enum import StrEnum

from minutes.item.enums import PointOutcome


class FollowUpKind(StrEnum):
    """What has been done about a beslutspunkt."""

    CARRIED_OUT = "carried_out"
    REPORTED_BACK = "reported_back"


# A decision with one of these is to be carried out by somebody.
FOLLOWED = (PointOutcome.ADOPTED, PointOutcome.PARTLY, PointOutcome.REMITTED)

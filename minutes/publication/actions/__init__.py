"""Publishing: live rows go in, masked snapshots come out; never the other way."""

from minutes.publication.actions.follow_ups import publish_follow_up
from minutes.publication.actions.masked import masked_pdf
from minutes.publication.actions.meetings import publish_meeting
from minutes.publication.actions.minutes import publish_minutes
from minutes.publication.actions.municipalities import publish_municipality
from minutes.publication.actions.papers import publish_paper, withdraw_paper
from minutes.publication.actions.people import publish_person
from minutes.publication.actions.registers import publish_registers

__all__ = [
    "masked_pdf",
    "publish_follow_up",
    "publish_meeting",
    "publish_minutes",
    "publish_municipality",
    "publish_paper",
    "publish_person",
    "publish_registers",
    "withdraw_paper",
]

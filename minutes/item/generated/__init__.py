"""What the minutes say by themselves: Swedish wording made from the data of a §.

Pure functions: facts in, text out. Rich text is HTML of the kind the editor makes, so
that the secretary can go on writing in it.
"""

from minutes.item.generated.attendance import (
    AttendanceFact,
    CameFact,
    LeftFact,
    RecusalFact,
    SeatFact,
    attendance,
    recusal_text,
    recusals,
)
from minutes.item.generated.dissent import (
    NoteFact,
    ReservationFact,
    notes,
    reservation,
    reservations,
)
from minutes.item.generated.floor import (
    FloorFact,
    floor,
    floor_lead,
    proposal_name,
    suggested_question,
)
from minutes.item.generated.lists import dispatch
from minutes.item.generated.procedure import procedure
from minutes.item.generated.prose import counted, genitive, listed
from minutes.item.generated.votes import OptionFact, RoundFact, VoteFact

__all__ = [
    "AttendanceFact",
    "CameFact",
    "FloorFact",
    "LeftFact",
    "NoteFact",
    "OptionFact",
    "RecusalFact",
    "ReservationFact",
    "RoundFact",
    "SeatFact",
    "VoteFact",
    "attendance",
    "counted",
    "dispatch",
    "floor",
    "floor_lead",
    "genitive",
    "listed",
    "notes",
    "procedure",
    "proposal_name",
    "recusal_text",
    "recusals",
    "reservation",
    "reservations",
    "suggested_question",
]

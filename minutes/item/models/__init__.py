"""The paragraf: its sections, what was proposed, asked, voted and decided."""

from minutes.item.models.decision import (
    DecisionPoint,
    Elected,
)
from minutes.item.models.dissent import (
    MinutesNote,
    NonParticipation,
    NoteMaker,
    Recusal,
    Reservation,
    ReservedPoint,
    Reservist,
)
from minutes.item.models.floor import (
    BallotOption,
    FloorProposal,
    ProposalAbout,
    ProposalTarget,
    ProposedDecision,
    Proposer,
    PropositionRound,
    RoundTarget,
    Vote,
)
from minutes.item.models.item import (
    ItemSection,
    MinutesItem,
)
from minutes.item.models.parts import (
    Appendix,
    AskedQuestion,
    BasisDocument,
    EarlierHandling,
    ItemCommunication,
    ItemRecipient,
    ReportedDecision,
)

__all__ = [
    "Appendix",
    "AskedQuestion",
    "BallotOption",
    "BasisDocument",
    "DecisionPoint",
    "EarlierHandling",
    "Elected",
    "FloorProposal",
    "ItemCommunication",
    "ItemRecipient",
    "ItemSection",
    "MinutesItem",
    "MinutesNote",
    "NonParticipation",
    "NoteMaker",
    "ProposalAbout",
    "ProposalTarget",
    "ProposedDecision",
    "Proposer",
    "PropositionRound",
    "Recusal",
    "ReportedDecision",
    "Reservation",
    "ReservedPoint",
    "Reservist",
    "RoundTarget",
    "Vote",
]

"""The app's models, gathered where Django looks."""

from boards.access.models import RoleAssignment
from boards.board.models import Board, Municipality, Recipient, Regulations
from boards.integrity.models import ChainLink, ChainSeal, IntegrityRun
from boards.membership.models import Membership, Party, SubstitutionOrder
from boards.person.models import Passkey, Person, PersonIdentity, StaffPost, User
from boards.shared.issued.models import IssuedDocument
from boards.shared.models import (
    HistoryEvent,
    NumberSeries,
    OutboxMessage,
    RowChange,
    StoredFile,
)
from boards.shared.published.models import PublicationVersion, SentForm

__all__ = [
    "Board",
    "ChainLink",
    "ChainSeal",
    "HistoryEvent",
    "IntegrityRun",
    "IssuedDocument",
    "Membership",
    "Municipality",
    "NumberSeries",
    "OutboxMessage",
    "Party",
    "Passkey",
    "Person",
    "PersonIdentity",
    "PublicationVersion",
    "Recipient",
    "Regulations",
    "RoleAssignment",
    "RowChange",
    "SentForm",
    "StaffPost",
    "StoredFile",
    "SubstitutionOrder",
    "User",
]

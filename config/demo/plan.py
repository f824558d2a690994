"""What a demo meeting is to hold: plain data that `chain` carries out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from minutes.item.enums import ProposalKind, SectionKind, VoteChoice
from minutes.meeting.enums import AgendaKind


class Reach(IntEnum):
    """How far a meeting is taken."""

    PLANNED = 1
    CALLED = 2
    IN_SESSION = 3
    DRAFTING = 4
    AT_APPROVAL = 5
    ON_BOARD = 6
    EXPIRED = 7
    FINAL = 8
    ARCHIVED = 9


@dataclass(frozen=True)
class Paper:
    """A handling of the point's ärende, registered before the meeting."""

    subject: str
    label: str
    dated: str
    text: str = ""
    is_appendix: bool = False


@dataclass(frozen=True)
class Floor:
    """A yrkande by people named by family name."""

    kind: ProposalKind
    text: str
    by: tuple[str, ...]


@dataclass(frozen=True)
class Ask:
    """A question of the chair: acclamation, or a vote with who said what."""

    text: str
    answer: bool = True
    yes_means: str = ""
    no_means: str = ""
    votes: dict[str, VoteChoice] = field(default_factory=dict)


@dataclass(frozen=True)
class Point:
    """One point of the agenda and what became of it."""

    heading: str
    kind: AgendaKind = AgendaKind.DECISION
    case: str = ""
    rapporteur: str = ""
    sections: tuple[tuple[SectionKind, str, str], ...] = ()
    papers: tuple[Paper, ...] = ()
    proposed: tuple[str, ...] = ()
    floor: tuple[Floor, ...] = ()
    asked: tuple[Ask, ...] = ()
    decided: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    reservation: tuple[str, str] | None = None
    recused: str = ""
    messages: tuple[tuple[str, str], ...] = ()
    is_late: bool = False


@dataclass(frozen=True)
class Plan:
    """A meeting: when, where, who came, what was handled, how far it went."""

    board: str
    starts: datetime
    ends: datetime
    place: str
    secretary: str
    approver: str
    points: tuple[Point, ...]
    reach: Reach
    approved: datetime | None = None
    absent: tuple[str, ...] = ()
    substitutes: dict[str, str] = field(default_factory=dict)
    distant: tuple[str, ...] = ()
    approval_place: str = ""

"""Kinds of municipalities and boards."""

from enum import IntEnum, StrEnum


class BoardKind(StrEnum):
    """What a board is in law: the rules for it differ."""

    BOARD = "board"
    EXECUTIVE = "executive"
    ASSEMBLY = "assembly"
    SUBCOMMITTEE = "subcommittee"
    JOINT = "joint"


class VoteLayout(StrEnum):
    """How the minutes show who voted for what."""

    TABLE = "table"
    RUNNING = "running"


class Assurance(IntEnum):
    """How sure it is who somebody is (DIGG's tillitsnivåer; 1 is one's own word)."""

    OWN_WORD = 1
    LOW = 2
    SUBSTANTIAL = 3
    HIGH = 4

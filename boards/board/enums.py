"""Kinds of municipalities and boards."""

from enum import StrEnum


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

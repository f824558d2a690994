"""States and kinds of a budget."""

from enum import StrEnum


class BudgetState(StrEnum):
    """Whether the board, or whoever decides, has adopted it."""

    DRAFT = "draft"
    ADOPTED = "adopted"


class BudgetKind(StrEnum):
    """What a version is: the year's budget, a change of it, money carried over."""

    FIRST = "first"
    REVISION = "revision"
    CARRY_OVER = "carry_over"

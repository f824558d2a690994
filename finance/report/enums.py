"""Kinds and states of an interim report, its tables and their rows."""

from enum import StrEnum


class ReportState(StrEnum):
    """Whether the figures may still change."""

    DRAFT = "draft"
    FROZEN = "frozen"


class TableKind(StrEnum):
    """What a table shows; the measures of its columns follow from it."""

    INCOME = "income"
    INVESTMENT = "investment"
    SUMMARY = "summary"


class RowKind(StrEnum):
    """What a row is in its table."""

    LINE = "line"
    SUM = "sum"
    GRANT = "grant"
    RESULT = "result"


class SumState(StrEnum):
    """How a printed sum stands to the rows above it (F-03)."""

    EXACT = "exact"
    ROUNDED = "rounded"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"

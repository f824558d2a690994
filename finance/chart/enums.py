"""What a row of the board's report holds."""

from enum import StrEnum


class LineKind(StrEnum):
    """Revenue is negative in the ledger and in the report, a cost positive (F-02)."""

    REVENUE = "revenue"
    COST = "cost"

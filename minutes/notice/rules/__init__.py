"""When what is on a board goes up and comes down, and what follows from that."""

from minutes.notice.rules.periods import (
    AppealWindow,
    ApprovalFacts,
    NoticeFacts,
    NotRunning,
    PeriodState,
    appeal_window,
    blocks_confirming_final,
    blocks_posting,
    blocks_proof,
    blocks_taking_down,
    days_left,
    notice_due,
    period_state,
)
from minutes.notice.rules.proclamations import (
    ProclamationFacts,
    ProclamationTime,
    blocks_proclaiming,
    blocks_taking_proclamation_down,
    blocks_withdrawing,
    time_on_board,
)

__all__ = [
    "AppealWindow",
    "ApprovalFacts",
    "NotRunning",
    "NoticeFacts",
    "PeriodState",
    "ProclamationFacts",
    "ProclamationTime",
    "appeal_window",
    "blocks_confirming_final",
    "blocks_posting",
    "blocks_proclaiming",
    "blocks_proof",
    "blocks_taking_down",
    "blocks_taking_proclamation_down",
    "blocks_withdrawing",
    "days_left",
    "notice_due",
    "period_state",
    "time_on_board",
]

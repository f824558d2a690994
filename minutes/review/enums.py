"""What a reviewer says of a §, where that leaves it, and how the secretary answers."""

from enum import StrEnum


class Verdict(StrEnum):
    """What somebody who is to sign says of a draft."""

    OK = "ok"
    COMMENT = "comment"
    WORDING = "wording"


class Standing(StrEnum):
    """Where a § stands with one of its reviewers."""

    UNSEEN = "unseen"
    OK = "ok"
    REMARKED = "remarked"
    CHANGED = "changed"


class AnswerKind(StrEnum):
    """What the secretary did about a remark."""

    ANSWERED = "answered"
    TAKEN_OVER = "taken_over"
    CHANGED = "changed"


class ReviewerRole(StrEnum):
    """As what somebody is to sign the §."""

    CHAIR = "chair"
    APPROVER = "approver"

"""States of a justering and the parts people sign in."""

from enum import StrEnum


class ApprovalState(StrEnum):
    """Where a justering stands."""

    PREPARING = "preparing"
    FROZEN = "frozen"
    APPROVED = "approved"
    RETURNED = "returned"


class ApprovalVerb(StrEnum):
    """What moves a justering on."""

    FREEZE = "freeze"
    SIGN_LAST = "sign_last"
    RETURN = "return"


APPROVAL_TRANSITIONS = {
    (ApprovalState.PREPARING, ApprovalVerb.FREEZE): ApprovalState.FROZEN,
    (ApprovalState.FROZEN, ApprovalVerb.SIGN_LAST): ApprovalState.APPROVED,
    (ApprovalState.FROZEN, ApprovalVerb.RETURN): ApprovalState.RETURNED,
}


class SignerRole(StrEnum):
    """As what somebody signs."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    APPROVER = "approver"

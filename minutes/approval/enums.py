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


class ReturnKind(StrEnum):
    """Why minutes were sent back unsigned."""

    MISTAKE = "mistake"
    DISSENT = "dissent"
    REFERRED = "referred"
    RESERVE = "reserve"


class SignerRole(StrEnum):
    """As what somebody signs."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    APPROVER = "approver"


class AttemptState(StrEnum):
    """Where one go at signing stands."""

    STARTED = "started"
    PROVED = "proved"
    SIGNED = "signed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class AttemptVerb(StrEnum):
    """What moves a go at signing on."""

    PROVE = "prove"
    SIGN = "sign"
    FAIL = "fail"
    CANCEL = "cancel"


ATTEMPT_TRANSITIONS = {
    (AttemptState.STARTED, AttemptVerb.PROVE): AttemptState.PROVED,
    (AttemptState.STARTED, AttemptVerb.FAIL): AttemptState.FAILED,
    (AttemptState.STARTED, AttemptVerb.CANCEL): AttemptState.CANCELLED,
    (AttemptState.PROVED, AttemptVerb.SIGN): AttemptState.SIGNED,
    (AttemptState.PROVED, AttemptVerb.FAIL): AttemptState.FAILED,
}


class StepOutcome(StrEnum):
    """What a method says of a go at signing."""

    WAITING = "waiting"
    ANSWERED = "answered"
    FAILED = "failed"


class EvidenceKind(StrEnum):
    """What a file of evidence shows."""

    VALIDATION = "validation"
    CERTIFICATES = "certificates"
    REVOCATION = "revocation"
    TIMESTAMP = "timestamp"
    MANDATE = "mandate"
    EID_SIGNATURE = "eid_signature"
    EID_STATUS = "eid_status"
    EID_ASSERTION = "eid_assertion"

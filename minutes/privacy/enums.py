"""What the gate finds in a text, what is done about it, and where a document stands."""

from enum import StrEnum


class FindingKind(StrEnum):
    """What a stretch of text looks like."""

    PERSONAL_NUMBER = "personal_number"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    NAME = "name"
    SECRECY = "secrecy"
    SECRET_DOCUMENT = "secret_document"  # noqa: S105  no password
    UNREADABLE = "unreadable"


class Choice(StrEnum):
    """What somebody chose to do about a finding; none while nobody has."""

    NONE = ""
    PUBLISH = "publish"
    MASK = "mask"


class GateState(StrEnum):
    """Where a document stands on its way to the public."""

    WAITING = "waiting"
    CHECKING = "checking"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What a decision does with a document."""

    PUBLISH = "publish"
    CONFIRM = "confirm"
    WITHDRAW = "withdraw"
    END = "end"


class Ground(StrEnum):
    """Why personal data in a document may be public (GDPR art. 6, D-17)."""

    STANDING = "standing"
    EARLIER = "earlier"
    PUBLIC_TASK = "public_task"
    LEGAL_DUTY = "legal_duty"
    CONSENT = "consent"


# What a person may give as the ground; the others are the gate's own.
CHOSEN_GROUNDS = (Ground.PUBLIC_TASK, Ground.LEGAL_DUTY, Ground.CONSENT)
# Where each step may be taken from, and where it leads.
TRANSITIONS: dict[tuple[GateState, Step], GateState] = {
    (GateState.WAITING, Step.PUBLISH): GateState.PUBLISHED,
    (GateState.CHECKING, Step.PUBLISH): GateState.PUBLISHED,
    (GateState.WITHDRAWN, Step.PUBLISH): GateState.PUBLISHED,
    (GateState.CHECKING, Step.CONFIRM): GateState.PUBLISHED,
    (GateState.PUBLISHED, Step.WITHDRAW): GateState.WITHDRAWN,
    (GateState.PUBLISHED, Step.END): GateState.PUBLISHED,
}

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

"""What an uppdrag makes of somebody."""

from enum import StrEnum


class MemberRole(StrEnum):
    """The seat or post an uppdrag gives."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECOND_VICE_CHAIR = "second_vice_chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"


SEATED = frozenset(set(MemberRole) - {MemberRole.SUBSTITUTE})
PRESIDIUM = (MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.SECOND_VICE_CHAIR)

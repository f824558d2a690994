"""What a notice board may carry besides justeringar and announced meetings."""

from enum import StrEnum


class ProclamationKind(StrEnum):
    """The rest of the closed list: nothing else goes on the board (KL 8:10–11; A-02).

    Justeringar and protokoll are `Notice`, fullmäktige's meetings `Announcement`, and
    how to appeal stands on every board for good.
    """

    OTHER_LAW = "other_law"
    DELEGATION = "delegation"

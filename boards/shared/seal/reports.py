"""What one signature in a file is worth, as a report."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from boards.shared.seal.authentication import Authentication


class Level(StrEnum):
    """How long a signature can be checked without us (EN 319 142-1)."""

    B = "B-B"
    T = "B-T"
    LT = "B-LT"
    LTA = "B-LTA"


class Change(StrEnum):
    """What was added to a file after a signature."""

    NOTHING = "nothing"
    ARCHIVED = "archived"
    SIGNED = "signed"
    FILLED_IN = "filled_in"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """What one signature in a file is worth.

    `intact`: the bytes it covers are the bytes that were signed.
    `covers_whole_revision`: it covers all there was at its time.
    `covers_file`: nothing follows it but archive stamps of ours.
    `trusted`: this authority issued its certificate. `length`: the size of the file as
    it was right after signing, so that its bytes can be compared with those stored.
    `timestamp`: when it was there at the latest, by a time stamp that holds.
    """

    field: str
    signer: str
    role: str
    at: datetime | None
    intact: bool
    covers_whole_revision: bool
    covers_file: bool
    trusted: bool
    length: int
    level: Level = Level.B
    timestamp: datetime | None = None
    stamp_is_broken: bool = False
    authentication: Authentication | None = None
    change: Change = Change.UNKNOWN

    @property
    def valid(self) -> bool:
        """Return whether nothing speaks against the signature."""
        return (
            self.intact
            and self.covers_whole_revision
            and self.trusted
            and not self.stamp_is_broken
        )

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain JSON, to be kept."""
        by = self.authentication
        return {
            "field": self.field,
            "signer": self.signer,
            "role": self.role,
            "at": _text(self.at),
            "timestamp": _text(self.timestamp),
            "level": self.level.value,
            "valid": self.valid,
            "intact": self.intact,
            "covers_whole_revision": self.covers_whole_revision,
            "covers_file": self.covers_file,
            "trusted": self.trusted,
            "stamp_is_broken": self.stamp_is_broken,
            "change": self.change.value,
            "length": self.length,
            "authentication": by
            and {
                "method": by.method,
                "loa": by.loa,
                "at": _text(by.at),
                "identity_provider": by.identity_provider,
            },
        }


def untouched(reports: list[SignatureReport]) -> bool:
    """Return whether all signatures are valid and nothing follows the last of them."""
    return (
        bool(reports)
        and all(report.valid for report in reports)
        and any(report.covers_file for report in reports)
    )


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None

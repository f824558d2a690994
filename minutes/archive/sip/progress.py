"""How far a package has come: files, bytes, and what time is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from minutes.archive.sip.facts import PackageFile


@dataclass(frozen=True)
class Come:
    """How far it has come; `began_at` bytes were there from an earlier time."""

    files: int
    of_files: int
    size: int
    of_size: int
    began_at: int = 0

    @property
    def percent(self) -> int:
        """How much of the bytes, rounded down: a hundred is the end and not before."""
        return 100 * self.size // self.of_size if self.of_size else 100

    def time_left(self, since: datetime, moment: datetime) -> timedelta | None:
        """Return what is left at the pace so far, `None` before there is a pace."""
        done, passed = self.size - self.began_at, moment - since
        if done <= 0 or passed <= timedelta(0):
            return None
        return passed * ((self.of_size - self.size) / done)


Tell = Callable[[Come], None]


def untold(_come: Come) -> None:
    """Tell nobody."""


class Progress:
    """Counts what is written and tells of it."""

    def __init__(
        self, files: Sequence[PackageFile], kept: int, tell: Tell = untold
    ) -> None:
        self.files, self.size = kept, sum(file.size for file in files[:kept])
        self.of_files, self.of_size = len(files), sum(file.size for file in files)
        self.began_at, self.tell = self.size, tell
        self.say()

    def more(self, size: int) -> None:
        """Count some bytes of a file."""
        self.size += size
        self.say()

    def done(self) -> None:
        """Count a whole file."""
        self.files += 1
        self.say()

    def say(self) -> None:
        """Tell how far it has come."""
        come = Come(self.files, self.of_files, self.size, self.of_size, self.began_at)
        self.tell(come)

"""What a delivery is about, as plain facts: no clock and no database."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import BinaryIO

Opens = Callable[[], AbstractContextManager[BinaryIO]]
# So long that every file system takes it, with room for a number before it.
LONGEST_NAME = 80
UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Format:
    """What a file is by its content; the note says why it is kept as it is."""

    name: str
    puid: str = ""
    note: str = ""


@dataclass(frozen=True)
class Made:
    """From which file of the delivery a copy was made, and with which program."""

    source: str
    tool: str


@dataclass(frozen=True)
class PackageFile:
    """A file of the delivery: where it lies, what it is, and how to read it."""

    path: str
    title: str
    media_type: str
    size: int
    sha256: str
    created: datetime
    opens: Opens = field(repr=False, compare=False)
    # Facts of an e-signature in the file, for PREMIS and ERMS.
    signed: tuple[Signing, ...] = ()
    format: Format | None = None
    made: Made | None = None


@dataclass(frozen=True)
class Signing:
    """Somebody signed: as what and when; no personal numbers (S-06)."""

    name: str
    role: str
    at: datetime


@dataclass(frozen=True)
class Restriction:
    """A secrecy mark with its legal ground and day (TF 2:20)."""

    regulation: str
    since: date | None = None


@dataclass(frozen=True)
class Party:
    """Whom a handling came from or went to; a protected name is never written."""

    name: str
    kind: str
    is_protected: bool = False


@dataclass(frozen=True)
class Record:
    """One handling, or the minutes of one justering."""

    key: str
    number: int
    title: str
    kind: str
    direction: str
    dates: tuple[tuple[str, date | datetime], ...]
    files: tuple[PackageFile, ...] = ()
    parties: tuple[Party, ...] = ()
    restriction: Restriction | None = None
    # Why the file is not here: disposed of, or left out because it is secret.
    absence: str = ""
    # What it is to other records beside it: the relation, and the other's key.
    relations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Decision:
    """A § that decided something here."""

    citation: str
    decided_on: date
    points: tuple[str, ...]


@dataclass(frozen=True)
class Aggregation:
    """One ärende, or one sammanträde with its minutes."""

    key: str
    kind: str
    title: str
    dates: tuple[tuple[str, date], ...]
    records: tuple[Record, ...]
    decisions: tuple[Decision, ...] = ()
    officer: str = ""
    restriction: Restriction | None = None


@dataclass(frozen=True)
class Event:
    """Something that happened to a file or to all of it, for PREMIS."""

    kind: str
    at: datetime
    detail: str
    by: str = ""
    about: str = ""


@dataclass(frozen=True)
class Agreement:
    """Who delivers what to whom, and under which agreement."""

    creator: str
    creator_number: str
    submitter: str
    submitter_number: str
    agreement: str = ""
    leaves_out_secret: bool = False


@dataclass(frozen=True)
class Profile:
    """Which profile the package says it follows, and which version of ERMS."""

    address: str = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
    content_type: str = "citserms_v2_1"


@dataclass(frozen=True)
class Delivery:
    """Everything a package is made of."""

    name: str
    title: str
    made_at: datetime
    agreement: Agreement
    aggregations: tuple[Aggregation, ...]
    documentation: tuple[PackageFile, ...]
    events: tuple[Event, ...]
    profile: Profile = Profile()

    def records(self) -> Iterator[Record]:
        """Walk every record."""
        for aggregation in self.aggregations:
            yield from aggregation.records

    def data(self) -> list[PackageFile]:
        """Return the files of the records, in the order of their paths."""
        found = [file for record in self.records() for file in record.files]
        return sorted(found, key=lambda file: file.path)


def of_bytes(
    path: str, title: str, media_type: str, created: datetime, content: bytes
) -> PackageFile:
    """Return a file whose bytes are at hand."""
    return PackageFile(
        path=path,
        title=title,
        media_type=media_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        created=created,
        opens=lambda: nullcontext(BytesIO(content)),
    )


def safe_name(name: str) -> str:
    """Return a name every file system takes: ASCII, no folders, not too long.

    What it was called stands in the metadata; the path only has to be found.
    """
    plain = unicodedata.normalize("NFKD", re.split(r"[\\/]", name)[-1])
    kept = UNSAFE.sub("-", plain.encode("ascii", "ignore").decode()).strip("-.")
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending) > LONGEST_NAME // 4:
        return kept[:LONGEST_NAME] or "fil"
    return f"{(stem or 'fil')[: LONGEST_NAME - len(ending) - 1]}.{ending.lower()}"

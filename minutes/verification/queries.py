"""Reads of what was issued and what is published: the only ones an answer rests on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from boards.shared.clock import today
from boards.shared.issued.identity import identifiers
from boards.shared.issued.models import IssuedDocument
from minutes.publication.models import PublishedMinutes
from minutes.publication.queries import versions_of
from minutes.verification import rules
from minutes.verification.enums import Problem, Verdict
from minutes.verification.reading import Reading, read_foreign, read_own
from minutes.verification.signatures import SignatureSaid

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Appeal:
    """Until when the decisions can be appealed, by one municipality's notice."""

    municipality: str
    last_day: date
    is_over: bool


@dataclass(frozen=True, slots=True)
class Found:
    """An issued document with all that may be told of it."""

    row: IssuedDocument
    is_newest: bool
    minutes: PublishedMinutes | None = None
    newer: PublishedMinutes | None = None
    corrections: Sequence[dict[str, str]] = ()
    appeals: Sequence[Appeal] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check came to.

    `is_closed`: it is ours, and nothing more is told of it. `extra`: how many bytes
    follow the part that is whole.
    """

    verdict: Verdict
    sha256: str = ""
    length: int = 0
    whole: int = 0
    found: Found | None = None
    is_closed: bool = False
    problem: Problem = Problem.NONE
    signatures: Sequence[SignatureSaid] = field(default_factory=tuple)

    @property
    def extra(self) -> int:
        """How much was added."""
        return self.length - self.whole if self.whole else 0


def check_code(code: str) -> Answer | None:
    """Return what may be told by the code alone; `None` for what is not public."""
    row = IssuedDocument.objects.filter(code=code).first()
    found = tell(row) if row else None
    if row is None or found is None:
        return None
    return Answer(
        Verdict.IDENTICAL,
        sha256=row.sha256,
        length=row.length,
        whole=row.length,
        found=found,
        signatures=signers_of(row, found),
    )


def signers_of(row: IssuedDocument, found: Found) -> tuple[SignatureSaid, ...]:
    """Return who signed as it was noted; without names where a name is protected."""
    hides = bool(found.minutes and found.minutes.is_masked)
    return tuple(
        SignatureSaid(
            name="" if hides else one["name"],
            role=one["role"],
            at=one["at"],
            is_ours=True,
            holds=True,
        )
        for one in row.signers
    )


def check_file(content: bytes) -> Answer:
    """Return what the file is; it is read, and forgotten with the answer."""
    sha256, length = hashlib.sha256(content).hexdigest(), len(content)
    if not rules.is_pdf(content):
        return Answer(Verdict.UNREADABLE, sha256, length, problem=Problem.NOT_PDF)
    states = rules.revisions(content)
    row = longest_whole(states)
    whole = row.length if row else 0
    # The part that is whole is ours: what was added to it is not read at all.
    reading = read_own(content[:whole]) if whole else read_foreign(content)
    if row is None:
        row = related(content)
    facts = rules.FileFacts(
        length=length,
        whole=whole,
        is_newest=bool(row and is_newest(row)),
        is_related=row is not None or carries_moved_signature(reading),
        problem=reading.problem,
    )
    found = tell(row) if row else None
    is_closed = row is not None and found is None
    return Answer(
        rules.verdict(facts),
        sha256,
        length,
        whole=whole,
        found=found,
        is_closed=is_closed,
        problem=reading.problem,
        signatures=() if is_closed else reading.signatures,
    )


def longest_whole(states: dict[str, int]) -> IssuedDocument | None:
    """Return the longest issued document that the file begins with."""
    rows = IssuedDocument.objects.filter(sha256__in=list(states))
    return rows.order_by("-length").first()


def related(content: bytes) -> IssuedDocument | None:
    """Return the last issued document that has the file's identifier."""
    rows = IssuedDocument.objects.filter(identifier__in=identifiers(content))
    return rows.order_by("-revision", "-pk").first()


def is_newest(row: IssuedDocument) -> bool:
    """Say whether no later revision of the same document was issued."""
    later = IssuedDocument.objects.filter(
        source_model=row.source_model,
        source_id=row.source_id,
        kind=row.kind,
        revision__gt=row.revision,
    )
    return not later.exists()


def carries_moved_signature(reading: Reading) -> bool:
    """Say whether a signature made here does not fit the content it is found in."""
    return any(one.is_ours and not one.holds for one in reading.signatures)


def tell(row: IssuedDocument) -> Found | None:
    """Return what may be told of a document; `None` for what the public may not know.

    What is published decides: secret, unpublished and withdrawn minutes are silent.
    """
    if not row.is_public:
        return None
    if row.minutes_id is None:
        return Found(row, is_newest(row))
    minutes = (
        PublishedMinutes.objects.filter(
            source_id=row.minutes_id, withdrawn_at__isnull=True, is_secret=False
        )
        .select_related("meeting__board")
        .first()
    )
    return told(row, minutes) if minutes else None


def told(row: IssuedDocument, minutes: PublishedMinutes) -> Found:
    """Return a document of published minutes with their later versions and appeals."""
    versions = list(versions_of(minutes))
    later = [one for one in versions if one.version > minutes.version]
    first = versions[0]
    return Found(
        row,
        is_newest(row),
        minutes=minutes,
        newer=later[-1] if later else None,
        corrections=[said for one in later for said in one.corrections],
        appeals=[
            Appeal(str(one.municipality), day, rules.is_appeal_over(day, today()))
            for one in first.notices.all()
            if (day := one.last_appeal_day)
        ],
    )

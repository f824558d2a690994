"""What a file is, told from hashes alone: exact, and as quick as reading it once."""

import hashlib
from dataclasses import dataclass
from datetime import date

from minutes.verification.enums import Problem, Verdict

END = b"%%EOF"
# What may stand after the mark that ends a revision.
LINE_ENDS = (b"", b"\n", b"\r", b"\r\n")
# A file with more ends than that is made to keep us busy; ours come first in it.
MOST_ENDS = 400
HEADER = b"%PDF-"
HEADER_WITHIN = 1024


def is_pdf(content: bytes) -> bool:
    """Say whether the content calls itself a PDF."""
    return HEADER in content[:HEADER_WITHIN]


def revisions(content: bytes) -> dict[str, int]:
    """Return the SHA-256 of all the file may have been, with its length, whole last.

    A PDF grows by revisions, each ending with a mark: what was issued earlier is the
    beginning of what was made of it.
    """
    found: dict[str, int] = {}
    digest, read = hashlib.sha256(), 0
    for end in _ends(content):
        digest.update(memoryview(content)[read:end])
        read = end
        found[digest.hexdigest()] = end
    return found


def _ends(content: bytes) -> list[int]:
    ends: set[int] = {len(content)}
    at = content.find(END)
    for _number in range(MOST_ENDS):
        if at < 0:
            break
        after = at + len(END)
        ends |= {
            after + len(line)
            for line in LINE_ENDS
            if content[after : after + len(line)] == line
        }
        at = content.find(END, after)
    return sorted(ends)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file as the rule asks about it.

    `whole`: the length of the longest issued document it begins with, 0 for none.
    `is_newest`: nothing of ours was made of that one later. `is_related`: it carries
    the identifier, or a signature of ours that does not fit its content.
    """

    length: int
    whole: int = 0
    is_newest: bool = False
    is_related: bool = False
    problem: Problem = Problem.NONE


def verdict(facts: FileFacts) -> Verdict:
    """Say what the file is: ours, ours with something added, altered, or foreign."""
    if facts.whole and facts.whole == facts.length:
        return Verdict.IDENTICAL
    if facts.whole:
        return Verdict.APPENDED if facts.is_newest else Verdict.ALTERED
    if facts.is_related:
        return Verdict.ALTERED
    return Verdict.UNREADABLE if facts.problem else Verdict.FOREIGN


def is_appeal_over(last_day: date, today: date) -> bool:
    """Say whether the time to appeal has passed: after its last day (KL 13:5)."""
    return today > last_day

"""When approved minutes may go to the archive."""

from dataclasses import dataclass

from boards.shared.refusals import Refusal


@dataclass(frozen=True)
class PackageFacts:
    """A justering somebody wants to put into a package."""

    is_approved: bool
    boards_up: tuple[str, ...] = ()
    boards_without_certificate: tuple[str, ...] = ()
    is_built: bool = False
    is_ordered: bool = False


def blocks_packaging(facts: PackageFacts) -> list[Refusal]:
    """Find what a package would still lack (arkivlagen 3, 5 §§; R-01, S-06)."""
    found = []
    if not facts.is_approved:
        found.append(Refusal("archive.not_approved", "KL 5:69"))
    if facts.boards_up:
        values = {"boards": ", ".join(facts.boards_up)}
        found.append(Refusal("archive.notice_up", "KL 8:12", values))
    if facts.boards_without_certificate:
        values = {"boards": ", ".join(facts.boards_without_certificate)}
        found.append(Refusal("archive.no_certificate", "", values))
    if facts.is_built:
        found.append(Refusal("archive.built_already"))
    elif facts.is_ordered:
        found.append(Refusal("archive.ordered_already"))
    return found

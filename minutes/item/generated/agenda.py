"""What the meeting changed in the agenda that the kallelse sent out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from minutes.item import sentences


@dataclass(frozen=True, slots=True)
class PointFact:
    """A point of an agenda, the same in both by its key."""

    key: int
    heading: str


def changes(before: Sequence[PointFact], after: Sequence[PointFact]) -> list[str]:
    """Return a sentence for each point added, withdrawn or moved."""
    sent = {point.key for point in before}
    kept = {point.key for point in after}
    made = [
        sentences.AGENDA_ADDED.format(heading=point.heading)
        for point in after
        if point.key not in sent
    ]
    made += [
        sentences.AGENDA_WITHDRAWN.format(heading=point.heading)
        for point in before
        if point.key not in kept
    ]
    return [*made, *_moved(before, after)]


def _moved(before: Sequence[PointFact], after: Sequence[PointFact]) -> Iterator[str]:
    """Return the points that do not stand in the order they were sent in."""
    kept = {point.key for point in after}
    old = [point.key for point in before if point.key in kept]
    now = [point.key for point in after if point.key in set(old)]
    matcher = SequenceMatcher(None, old, now, autojunk=False)
    still: set[int] = set()
    for block in matcher.get_matching_blocks():
        still |= set(old[block.a : block.a + block.size])
    for ahead, point in zip([None, *after], after, strict=False):
        if point.key in still or point.key not in old:
            continue
        if ahead is None:
            yield sentences.AGENDA_MOVED_FIRST.format(heading=point.heading)
        else:
            yield sentences.AGENDA_MOVED.format(
                heading=point.heading, before=ahead.heading
            )

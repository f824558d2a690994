"""Which points somebody was there for, as the secretary writes them: "1, 3-14"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from boards.shared.refusals import Refusal, Refused

ALL, NONE, EXCEPT = "alla", "ingen", ("utom", "ej")
SOME_PART = "del"

END = (
    r"(?P<{0}_some>del av\s+)?(?P<{0}>\d{{1,4}})(?:\s*p\.?\s*(?P<{0}_part>\w{{1,10}}))?"
)
PIECE = re.compile(f"{END.format('first')}(?:\\s*[-–]\\s*{END.format('last')})?")


@dataclass(frozen=True, order=True)
class Stay:
    """From a point to a point, both included; a part is "del" or such as "p. 3".

    Who comes within the first point has a `from_part`, who leaves within the last one a
    `to_part`.
    """

    first: int
    last: int
    from_part: str = ""
    to_part: str = ""


def unreadable(code: str, said: str) -> Refused:
    """Return the no to what is no list of points."""
    return Refused([Refusal(code, values={"said": said}, field="points")])


def parse(text: str, positions: Sequence[int]) -> tuple[Stay, ...]:
    """Return the stays that a text names: "alla", "170, 172-184", "utom 47".

    "71-del av 80" is gone when 80 is decided, "del av 60-61" came within 60, and
    "5 p. 3" was there for one part of 5 only.
    """
    said = " ".join(text.replace("§", " ").lower().split()).strip(" .,")
    if said in {"", NONE} or not positions:
        return ()
    if said == ALL:
        return (Stay(min(positions), max(positions)),)
    word, _, rest = said.partition(" ")
    if word in EXCEPT:
        holes = parse(rest, positions)
        if any(hole.from_part or hole.to_part for hole in holes):
            raise unreadable("ranges.part_of_exception", text)
        rest_of = [place for place in positions if not is_in(place, holes)]
        return joined(runs(rest_of), positions)
    pieces = [piece.strip() for piece in said.replace(" och ", ",").split(",")]
    stays = sorted(_piece(piece, positions) for piece in pieces if piece)
    if any(_overlap(*pair) for pair in pairwise(stays)):
        raise unreadable("ranges.overlap", text)
    return joined(stays, positions)


def as_text(stays: Iterable[Stay], positions: Sequence[int]) -> str:
    """Return the shortest text that `parse` reads as the same stays."""
    found = joined(sorted(stays), positions)
    if not found:
        return NONE
    if found == (Stay(min(positions), max(positions)),):
        return ALL
    listed = ", ".join(_written(stay) for stay in found)
    if any(stay.from_part or stay.to_part for stay in found):
        return listed
    holes = runs(position for position in positions if not is_in(position, found))
    excepted = f"utom {', '.join(_written(stay) for stay in holes)}"
    return min((listed, excepted), key=len) if holes else listed


def runs(positions: Iterable[int]) -> tuple[Stay, ...]:
    """Return single positions as unbroken stays."""
    found: list[Stay] = []
    for position in sorted(set(positions)):
        if found and found[-1].last == position - 1:
            found[-1] = Stay(found[-1].first, position)
        else:
            found.append(Stay(position, position))
    return tuple(found)


def joined(stays: Iterable[Stay], positions: Sequence[int]) -> tuple[Stay, ...]:
    """Return the stays in order, those without a point between them as one."""
    found: list[Stay] = []
    for stay in stays:
        before = found[-1] if found else None
        is_next = before and not any(
            before.last < position < stay.first for position in positions
        )
        if before and is_next and not before.to_part and not stay.from_part:
            found[-1] = Stay(before.first, stay.last, before.from_part, stay.to_part)
        else:
            found.append(stay)
    return tuple(found)


def is_in(position: int, stays: Iterable[Stay]) -> bool:
    """Say whether one of the stays covers a position."""
    return any(stay.first <= position <= stay.last for stay in stays)


def _piece(piece: str, positions: Sequence[int]) -> Stay:
    """Read one piece between commas."""
    match = PIECE.fullmatch(piece)
    if match is None:
        raise unreadable("ranges.unreadable", piece)
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if last < first:
        raise unreadable("ranges.backwards", piece)
    if first not in positions or last not in positions:
        raise unreadable("ranges.no_such_point", piece)
    from_part, to_part = _part(match, "first"), _part(match, "last")
    if match["last"] is None:
        # Part of a single point: "p. 3" from its beginning to its end, "del av 5" left.
        to_part, from_part = from_part, "" if from_part == SOME_PART else from_part
    return Stay(first, last, from_part, to_part)


def _part(match: re.Match[str], end: str) -> str:
    """Return which part of a point one end of a piece means, empty for the whole."""
    if match[f"{end}_part"]:
        return f"p. {match[f'{end}_part']}"
    return SOME_PART if match[f"{end}_some"] else ""


def _overlap(one: Stay, other: Stay) -> bool:
    """Say whether two stays in order cover the same; a lost link may split a point."""
    if one.last == other.first:
        return not (one.to_part and other.from_part)
    return one.last > other.first


def _written(stay: Stay) -> str:
    """Write one stay."""
    parts = (stay.from_part, stay.to_part)
    is_short = parts in {("", ""), ("", SOME_PART)} or (
        stay.from_part == stay.to_part != SOME_PART
    )
    if stay.first == stay.last and is_short:
        return _end(stay.last, stay.to_part)
    return f"{_end(stay.first, stay.from_part)}-{_end(stay.last, stay.to_part)}"


def _end(position: int, part: str) -> str:
    """Write one end: "80", "del av 80" or "5 p. 3"."""
    if not part:
        return str(position)
    return f"del av {position}" if part == SOME_PART else f"{position} {part}"

"""What a board's register entries must hold to."""

from __future__ import annotations

from string import Formatter

from boards.shared.refusals import Refusal

PARTS = frozenset({"prefix", "number", "year"})
NEEDED = frozenset({"number", "year"})


def blocks_pattern(pattern: str) -> list[Refusal]:
    """Say what is wrong with a pattern of case numbers.

    Without number and year two ärenden could get the same; anything else in braces
    cannot be filled in.
    """
    refusal = Refusal("board.bad_dnr_pattern", field="dnr_pattern")
    try:
        parsed = list(Formatter().parse(pattern))
    except ValueError:
        return [refusal]
    names = {name for _text, name, _spec, _conversion in parsed if name is not None}
    plain = all(not spec and not conversion for _t, _n, spec, conversion in parsed)
    # 1/2020 and 12/020 must not be written alike: something parts the two numbers.
    apart = all(separates(text) for text, name, *_rest in parsed[1:] if name)
    is_fit = plain and apart and NEEDED <= names <= PARTS
    return [] if is_fit else [refusal]


def separates(text: str) -> bool:
    """Say whether a text keeps the two parts beside it from running together."""
    return bool(text) and not (text[0].isdigit() or text[-1].isdigit())


def dnr(pattern: str, *, prefix: str, number: int, year: int) -> str:
    """Return the case number as the board writes it: `ITVT 4/2020`, `MBN 2026/12`."""
    return pattern.format(prefix=prefix, number=number, year=year)


def blocks_partners(
    *, is_joint: bool, host: int | None, partners: frozenset[int]
) -> list[Refusal]:
    """Refuse partners of another board than a gemensam nämnd, and one without any."""
    if partners and not is_joint:
        return [Refusal("board.partners_only_joint", "KL 9:19", field="partners")]
    if is_joint and not partners:
        return [Refusal("board.joint_needs_partner", "KL 9:19", field="partners")]
    if host in partners:
        return [Refusal("board.host_is_no_partner", "KL 9:20", field="partners")]
    return []

"""Which part of a file is asked for (RFC 9110, 14); pure text."""

from __future__ import annotations

import re

ASKED = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})", re.ASCII)


def part(header: str, size: int) -> tuple[int, int] | None:
    """Return first and last byte; nothing when the whole is to be sent.

    `ValueError` for a part that the file does not have. Several parts at once are
    answered with the whole, as a server may.
    """
    match = ASKED.fullmatch(header.strip())
    if match is None or match.groups() == ("", ""):
        return None
    if not match[1]:
        length = min(int(match[2]), size)
        if not length:
            raise ValueError(header)
        return size - length, size - 1
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    if match[2] and int(match[2]) < first:
        return None
    if first >= size:
        raise ValueError(header)
    return first, last

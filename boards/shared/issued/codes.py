"""The code printed on a document: fifteen characters by chance and one that checks.

The alphabet is Crockford's: no letter that looks like a figure, read in either case.
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
GROUP = 4
# What people write for a figure, and between groups.
READ_AS = str.maketrans("ILO", "110", " -\u2010\u2011\u2013\u00a0\t")
BITS = 5
# x^5 + x^2 + 1: with it, doubling walks through every value but nought.
POLYNOMIAL = 0b100101


def new_code() -> str:
    """Return a code nobody can guess: 75 bits by chance."""
    chosen = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return chosen + ALPHABET[_doubled(_sum(chosen))]


def read_code(typed: str) -> str | None:
    """Return the code somebody typed or scanned, `None` when it holds an error.

    One wrong character, or two that changed places, never pass.
    """
    code = typed.strip().upper().translate(READ_AS)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        return None
    return None if _sum(code) else code


def printed(code: str) -> str:
    """Return the code in groups of four."""
    groups = (code[at : at + GROUP] for at in range(0, len(code), GROUP))
    return "-".join(groups)


def _sum(code: str) -> int:
    total = 0
    for character in code:
        total = _doubled(total) ^ ALPHABET.index(character)
    return total


def _doubled(value: int) -> int:
    twice = value << 1
    return twice ^ POLYNOMIAL if twice >> BITS else twice

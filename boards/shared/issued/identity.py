"""The identifier a PDF keeps through later changes (ISO 32000-1, 14.4)."""

import re

# What we write is always hexadecimal; others' may be anything.
IDENTIFIER = re.compile(rb"/ID\s{0,9}\[\s{0,9}<([0-9A-Fa-f]{16,64})>")
# A file with more trailers than that is made to keep us busy.
MOST = 50


def identifiers(pdf: bytes) -> list[str]:
    """Return the identifiers its trailers name, the latest first."""
    found = dict.fromkeys(
        one.group(1).decode().lower() for one in IDENTIFIER.finditer(pdf)
    )
    return list(reversed(found))[:MOST]

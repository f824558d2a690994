"""When something may carry a secrecy mark."""

from __future__ import annotations

import re

from boards.shared.refusals import Refusal

# Chapter and section of a law: "OSL 21:1", "OSL 21:3 a", "TF 2:20".
LEGAL_GROUND = re.compile(r"[A-ZÅÄÖ]{2,10} \d{1,3}:\d{1,3}( [a-z])?( \d st)?")


def blocks_mark(legal_ground: str) -> list[Refusal]:
    """Refuse a mark that cites no section of a law (TF 2:20, OSL 5:5; D-12)."""
    if LEGAL_GROUND.fullmatch(legal_ground.strip()):
        return []
    return [Refusal("secrecy.no_ground", "OSL 5:5", field="legal_ground")]

"""When something may carry a secrecy mark."""

from __future__ import annotations

import re

from boards.shared.refusals import Refusal

# Chapter and section of a law: "OSL 21:1", "OSL 21:3 a", "TF 2:20".
LEGAL_GROUND = re.compile(r"[A-ZÅÄÖ]{2,10} \d{1,3}:\d{1,3}( [a-z])?( \d st)?")


def blocks_mark(legal_ground: str, *, is_draft: bool = False) -> list[Refusal]:
    """Refuse a mark without its section, or on a draft (TF 2:20, OSL 5:5; D-04, D-12).

    What is secret is always registered, so a draft is registered first.
    """
    found = []
    if not LEGAL_GROUND.fullmatch(legal_ground.strip()):
        found.append(Refusal("secrecy.no_ground", "OSL 5:5", field="legal_ground"))
    if is_draft:
        found.append(Refusal("secrecy.register_first", "OSL 5:1", field="legal_ground"))
    return found


def blocks_lifting(*, is_marked: bool, reason: str) -> list[Refusal]:
    """Refuse to lift a mark that is not there, or without saying why (D-13)."""
    found = [] if is_marked else [Refusal("secrecy.not_marked")]
    if not reason.strip():
        found.append(Refusal("secrecy.no_reason", field="reason"))
    return found

"""What may be delivered to an e-archive."""

from __future__ import annotations

from collections.abc import Sequence

from boards.shared.refusals import Refusal

# So many are named that somebody can begin with them; the rest are more of the same.
NAMED = 5


def blocks_case(*, is_closed: bool, documents: int) -> list[Refusal]:
    """Refuse an ärende that is still handled, and one with nothing to keep (R-04)."""
    found = []
    if not is_closed:
        found.append(Refusal("sip.case_open", "arkivlagen 3 §"))
    if not documents:
        found.append(Refusal("sip.no_documents"))
    return found


def blocks_year(
    *, is_over: bool, packages: int, missing: Sequence[str]
) -> list[Refusal]:
    """Refuse a year that goes on, and one whose minutes are not all packed."""
    if not is_over:
        return [Refusal("sip.year_goes_on", "arkivlagen 3 §")]
    if missing:
        more = ["…"] if len(missing) > NAMED else []
        values = {"items": ", ".join([*missing[:NAMED], *more])}
        return [Refusal("sip.year_unfinished", "arkivlagen 3 §", values)]
    return [] if packages else [Refusal("sip.no_minutes")]

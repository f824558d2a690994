"""What may be delivered to an e-archive."""

from __future__ import annotations

from collections.abc import Sequence

from boards.shared.refusals import Refusal


def blocks_case(*, is_closed: bool, documents: int) -> list[Refusal]:
    """Refuse an ärende that is still handled, and one with nothing to keep (R-04)."""
    found = []
    if not is_closed:
        found.append(Refusal("sip.case_open", "arkivlagen 3 §"))
    if not documents:
        found.append(Refusal("sip.no_documents"))
    return found


def blocks_year(*, packages: int, missing: Sequence[str]) -> list[Refusal]:
    """Refuse a year whose minutes are not all approved and packed."""
    if missing:
        values = {"items": ", ".join(missing)}
        return [Refusal("sip.year_unfinished", "arkivlagen 3 §", values)]
    return [] if packages else [Refusal("sip.no_minutes")]

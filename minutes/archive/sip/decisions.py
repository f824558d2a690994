"""documentation/beslut.json: what each § of a delivery says, as data.

ERMS has room for the words of a decision, not for how it came about: what was proposed,
put to the vote and by whom. The §§ are frozen with their minutes, so it never changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from boards.shared.masking import mask_names
from minutes.approval.enums import ApprovalState
from minutes.approval.models import Correction
from minutes.publication.facts import PARTS, facts_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from minutes.archive.sip.facts import Agreement
    from minutes.item.models import MinutesItem


def decided(
    items: QuerySet[MinutesItem], names: list[str], agreement: Agreement
) -> list[dict[str, Any]]:
    """Return each §; what is secret is left out where that is agreed, and told."""
    rows = items.select_related("board", "meeting", "agenda_item__case")
    rows = rows.prefetch_related(*PARTS).order_by("meeting__starts_at", "number")
    found = list(rows)
    slips = corrections(found)
    said = []
    for item in found:
        row = about(item)
        if item.legal_ground and agreement.leaves_out_secret:
            row["utelämnad"] = f"sekretess enligt {item.legal_ground}"
        else:
            row |= {"innehåll": facts_of(item), "rättelser": slips[item.pk]}
        said.append(row)
    masked: list[dict[str, Any]] = mask_names(said, names)
    return masked


def about(item: MinutesItem) -> dict[str, Any]:
    """Return which § it is, of which day, about what."""
    return {
        "paragraf": item.citation,
        "sammanträde": f"{item.meeting.held_on:%Y-%m-%d}",
        "rubrik": item.heading,
        "dnr": item.case.dnr if item.case else "",
        "sekretess": item.legal_ground,
    }


def corrections(items: Iterable[MinutesItem]) -> dict[int, list[dict[str, str]]]:
    """Return what approved later versions put right, by § (P-05)."""
    rows = Correction.objects.filter(
        item__in=[item.pk for item in items], approval__state=ApprovalState.APPROVED
    )
    found: dict[int, list[dict[str, str]]] = defaultdict(list)
    for row in rows.order_by("pk"):
        slip = {"fel": row.wrong, "rätt": row.right, "grund": row.ground}
        found[row.item_id or 0].append(slip)
    return found

"""What the minutes have against the disposal of handlingar, and when they began."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from boards.shared.refusals import Refusal
from minutes.approval.enums import ApprovalState
from minutes.item.models import Appendix, MinutesItem
from minutes.meeting.enums import MeetingState
from minutes.privacy.enums import GateState
from minutes.privacy.models import Publication
from minutes.publication.models import PublishedPaper

Found = Mapping[int, Sequence[Refusal]]


def items_about(cases: Collection[int]) -> QuerySet[MinutesItem]:
    """Return the §§ about ärenden, as their own or as one of several."""
    return (
        MinutesItem.objects.filter(
            Q(agenda_item__case__in=cases) | Q(agenda_item__furthercase__case__in=cases)
        )
        .exclude(meeting__state=MeetingState.CANCELLED)
        .filter(agenda_item__withdrawn_at__isnull=True)
        .select_related("approval__final", "agenda_item", "board", "meeting")
        .prefetch_related("agenda_item__furthercase_set", "approval__notices")
        .distinct()
    )


def by_case(cases: Collection[int]) -> Iterator[tuple[int, MinutesItem]]:
    """Give each ärende with each § about it."""
    for item in items_about(cases):
        point = item.agenda_item
        rows = {point.case_id, *(row.case_id for row in point.furthercase_set.all())}
        for case in rows & set(cases):
            yield case, item


def held_cases(cases: Collection[int]) -> Found:
    """Hold an ärende while a § about it can be appealed (KL 8:12, 13:14; R-02)."""
    found: dict[int, list[Refusal]] = defaultdict(list)
    for case, item in by_case(cases):
        found[case] += blocks_by(item)
    return found


def blocks_by(item: MinutesItem) -> list[Refusal]:
    """Say what of a § stands against disposals in its ärende."""
    day = f"{item.board.prefix} {item.meeting.held_on:%Y-%m-%d}"
    values = {"item": item.citation if item.number else day}
    approval = item.approval
    if approval is None or approval.state != ApprovalState.APPROVED:
        return [Refusal("archive.item_not_approved", "KL 5:69", values)]
    if any(one.taken_down_on is None for one in approval.notices.all()):
        return [Refusal("archive.item_notice_up", "KL 8:12", values)]
    # Minutes moved here from elsewhere have no notice of ours and none to confirm.
    if not (approval.migrated_from or hasattr(approval, "final")):
        return [Refusal("archive.item_not_final", "KL 13:14", values)]
    return []


def approved_cases(cases: Collection[int]) -> Mapping[int, date]:
    """Return the day the last § about an ärende was approved, where all are."""
    days: dict[int, list[date | None]] = defaultdict(list)
    for case, item in by_case(cases):
        days[case].append(item.approval.approved_on if item.approval else None)
    return {
        case: max(day for day in rows if day)
        for case, rows in days.items()
        if all(rows)
    }


def held_documents(documents: Collection[int]) -> Found:
    """Hold what is part of minutes, what is published and what may become so."""
    found: dict[int, list[Refusal]] = defaultdict(list)
    parts = Appendix.objects.filter(document__in=documents)
    for pk in set(parts.values_list("document", flat=True)):
        found[pk].append(Refusal("archive.is_appendix", "arkivlagen 10 §"))
    shown = PublishedPaper.objects.filter(
        source_id__in=documents, withdrawn_at__isnull=True
    )
    gate = Publication.objects.filter(document__in=documents)
    # Decided on is as good as published: the worker is about to show it.
    decided = gate.filter(state=GateState.PUBLISHED)
    keys = {
        *shown.values_list("source_id", flat=True),
        *decided.values_list("document", flat=True),
    }
    for pk in keys:
        found[pk].append(Refusal("archive.is_published"))
    waiting = gate.filter(state__in=[GateState.WAITING, GateState.CHECKING])
    for pk in waiting.values_list("document", flat=True):
        found[pk].append(Refusal("archive.at_the_gate", "OSL"))
    return found

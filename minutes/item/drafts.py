"""The draft of a §, in step with its point on the agenda."""

from minutes.item.enums import SectionKind
from minutes.item.models import ItemSection, MinutesItem
from minutes.item.queries import tables_of
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import AgendaItem


def create_draft(agenda_item: AgendaItem) -> MinutesItem | None:
    """Begin the § of a point with an empty summary; opening points have no § (P-09).

    A secret ärende makes a secret §: the mark and its ground come along.
    """
    if agenda_item.kind == AgendaKind.OPENING:
        return None
    meeting, case = agenda_item.meeting, agenda_item.case
    item = MinutesItem(
        agenda_item=agenda_item,
        meeting=meeting,
        board_id=meeting.board_id,
        year=meeting.held_on.year,
        heading=agenda_item.heading,
        is_information=agenda_item.kind == AgendaKind.INFORMATION,
    )
    if case is not None and case.is_secret:
        item.legal_ground = case.legal_ground
        item.marked_on = case.marked_on
        item.marked_by_id = case.marked_by_id
    item.save()
    ItemSection.objects.create(item=item, kind=SectionKind.SUMMARY, position=1)
    if tables_of([agenda_item.case_id]):
        ItemSection.objects.create(item=item, kind=SectionKind.TABLES, position=2)
    return item


def start_from(agenda_item: AgendaItem, proposal: str) -> None:
    """Let the § of a standing point start from its proposed decision."""
    item = MinutesItem.objects.filter(agenda_item=agenda_item).first()
    if item is not None:
        item.proposed.create(text=proposal.strip(), position=1)


class Drafts:
    """What the meeting asks of the drafts."""

    def create(self, agenda_item: AgendaItem) -> None:
        """Begin the draft of a point."""
        create_draft(agenda_item)

    def follow(self, agenda_item: AgendaItem, was: str) -> None:
        """Take over a new heading unless the draft has got its own."""
        for item in MinutesItem.objects.filter(agenda_item=agenda_item, heading=was):
            item.heading = agenda_item.heading
            item.save(update_fields=["heading"])

    def remove(self, agenda_item: AgendaItem) -> None:
        """Take the draft away with its point; the row history keeps its text."""
        MinutesItem.objects.filter(agenda_item=agenda_item).delete()

    def is_decided(self, agenda_item: AgendaItem) -> bool:
        """Say whether the point has been decided or is part of frozen minutes."""
        items = MinutesItem.objects.filter(agenda_item=agenda_item)
        return (
            items.filter(decided_at__isnull=False).exists()
            or items.filter(approval__isnull=False).exists()
            # Numbered with a later § that was approved at once: it can never go (P-09).
            or items.filter(number__isnull=False).exists()
            or items.filter(decision_points__isnull=False).exists()
        )

"""Building the föredragningslista."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from django.db import transaction
from django.db.models import F

from boards.access.permissions import require
from boards.board.enums import BoardKind
from boards.shared.clock import now
from boards.shared.history import record
from boards.shared.outbox import enqueue
from boards.shared.refusals import Refusal, refuse_if
from cases.case.enums import CaseState
from minutes.meeting import registry
from minutes.meeting.actions.steps import lock_item, lock_meeting
from minutes.meeting.agenda_snapshot import snapshot
from minutes.meeting.enums import AgendaKind, MeetingState
from minutes.meeting.models import AgendaItem, AgendaPaper, AgendaVersion
from minutes.meeting.rules.agenda import (
    PaperFacts,
    blocks_agenda,
    blocks_case,
    blocks_kind,
    blocks_paper,
    blocks_settling_agenda,
    blocks_taking_off,
)

if TYPE_CHECKING:
    from typing import Unpack

    from boards.person.models import User
    from cases.case.models import Case
    from cases.document.models import Document
    from minutes.meeting.models import Meeting


class ItemValues(TypedDict, total=False):
    """What may be changed of a point."""

    heading: str
    rapporteur: str
    kind: AgendaKind
    section: str


@transaction.atomic
def add_agenda_item(
    *,
    meeting: Meeting,
    heading: str,
    kind: AgendaKind,
    by: User | None,
    case: Case | None = None,
    rapporteur: str = "",
    section: str = "",
) -> AgendaItem:
    """Put a point last on the agenda, with the draft of its § unless it is an opening.

    An ärende lends its title; a point added after the kallelse is marked late.
    """
    require(by, "meeting.plan", meeting)
    meeting = lock_meeting(meeting.pk)
    refuse_if(
        [
            *blocks_agenda(meeting.state),
            *about_case(meeting, case),
            *blocks_kind(kind, is_assembly=is_assembly(meeting)),
        ]
    )
    heading = heading or (case.title if case else "")
    refuse_if([] if heading else [Refusal("agenda.no_heading", field="heading")])
    item = AgendaItem.objects.create(
        meeting=meeting,
        position=meeting.agenda_items.count() + 1,
        kind=kind,
        heading=heading,
        case=case,
        rapporteur=rapporteur,
        section=section.strip(),
        is_late=meeting.state != MeetingState.PLANNED,
    )
    for keeper in registry.draft_keepers:
        keeper.create(item)
    record(item, "agenda.item_added", by=by, heading=public_heading(item))
    publish_anew(item.meeting)
    return item


def publish_anew(meeting: Meeting) -> None:
    """Have the public see a change of an agenda it has been shown."""
    if meeting.state not in {MeetingState.PLANNED, MeetingState.CANCELLED}:
        enqueue("publication.meeting", meeting)


def about_case(meeting: Meeting, case: Case | None) -> list[Refusal]:
    """Ask the rules about the ärende of a point, if it has one."""
    if case is None:
        return []
    return blocks_case(
        same_board=case.board_id == meeting.board_id,
        is_open=case.state == CaseState.OPEN,
    )


def public_heading(item: AgendaItem) -> str:
    """Return the heading for places that outlive a secrecy mark, such as events."""
    return item.case.dnr if item.case and item.case.is_secret else item.heading


@transaction.atomic
def change_agenda_item(
    *, item: AgendaItem, by: User | None, **values: Unpack[ItemValues]
) -> AgendaItem:
    """Change heading, rapporteur or kind; the draft follows."""
    require(by, "meeting.plan", item.meeting)
    item = lock_item(item.pk)
    refuse_if([*blocks_agenda(item.meeting.state), *decided(item)])
    wanted = values.get("kind", AgendaKind(item.kind))
    refuse_if(blocks_kind(wanted, is_assembly=is_assembly(item.meeting)))
    was, was_kind = item.heading, item.kind
    for name, value in values.items():
        setattr(item, name, value)
    item.save(update_fields=list(values))
    for keeper in registry.draft_keepers:
        if AgendaKind.OPENING in {was_kind, item.kind} and was_kind != item.kind:
            keeper.remove(item)
            keeper.create(item)
        keeper.follow(item, was)
    record(item, "agenda.item_changed", by=by)
    publish_anew(item.meeting)
    return item


def decided(item: AgendaItem) -> list[Refusal]:
    """Refuse to touch a point that has been decided on."""
    if any(keeper.is_decided(item) for keeper in registry.draft_keepers):
        return [Refusal("agenda.item_is_decided")]
    return []


@transaction.atomic
def move_agenda_item(
    *, item: AgendaItem, to_position: int, by: User | None
) -> AgendaItem:
    """Move a point; the positions stay 1..n without a gap."""
    require(by, "meeting.plan", item.meeting)
    item = lock_item(item.pk)
    refuse_if([*blocks_agenda(item.meeting.state), *decided(item)])
    points = item.meeting.agenda_items
    target = max(1, min(to_position, points.count()))
    if target == item.position:
        return item
    if target < item.position:
        points.filter(position__gte=target, position__lt=item.position).update(
            position=F("position") + 1
        )
    else:
        points.filter(position__gt=item.position, position__lte=target).update(
            position=F("position") - 1
        )
    item.position = target
    item.save(update_fields=["position"])
    record(item, "agenda.item_moved", by=by, position=target)
    publish_anew(item.meeting)
    return item


@transaction.atomic
def withdraw_agenda_item(*, item: AgendaItem, by: User | None) -> AgendaItem:
    """Take a point off the agenda: for good while planning, as "utgår" once called."""
    require(by, "meeting.plan", item.meeting)
    item = lock_item(item.pk)
    meeting = item.meeting
    refuse_if(
        [
            *blocks_agenda(meeting.state),
            *blocks_taking_off(item.cause),
            *decided(item),
        ]
    )
    for keeper in registry.draft_keepers:
        keeper.remove(item)
    record(item, "agenda.item_withdrawn", by=by, heading=public_heading(item))
    publish_anew(item.meeting)
    if meeting.state == MeetingState.PLANNED:
        later = meeting.agenda_items.filter(position__gt=item.position)
        item.delete()
        later.update(position=F("position") - 1)
        return item
    item.withdrawn_at = now()
    item.save(update_fields=["withdrawn_at"])
    return item


@transaction.atomic
def add_paper(
    *, item: AgendaItem, document: Document, by: User | None, note: str = ""
) -> AgendaPaper:
    """Put a handling under a point; a secret one with a note of why the board needs it.

    The note stays in the history of the point.
    """
    require(by, "meeting.plan", item.meeting)
    item = lock_item(item.pk)
    facts = PaperFacts(
        same_board=document.case.board_id == item.meeting.board_id,
        is_secret=document.is_secret or document.case.is_secret,
        has_note=bool(note.strip()),
    )
    refuse_if([*blocks_agenda(item.meeting.state), *blocks_paper(facts)])
    paper, is_new = AgendaPaper.objects.get_or_create(
        agenda_item=item, document=document
    )
    if is_new:
        record(item, "agenda.paper_added", by=by, reason=note, document=document.pk)
    return paper


@transaction.atomic
def remove_paper(*, paper: AgendaPaper, by: User | None) -> None:
    """Take a handling from a point; a kallelse already sent still lists it."""
    require(by, "meeting.plan", paper.agenda_item.meeting)
    item = lock_item(paper.agenda_item_id)
    refuse_if(blocks_agenda(item.meeting.state))
    record(item, "agenda.paper_removed", by=by, document=paper.document_id)
    paper.delete()


@transaction.atomic
def settle_agenda(*, meeting: Meeting, by: User | None) -> AgendaVersion:
    """Keep the agenda as the meeting settled it, beside the kallelse that was sent."""
    require(by, "meeting.run", meeting)
    meeting = lock_meeting(meeting.pk)
    refuse_if(blocks_settling_agenda(meeting.state))
    version = AgendaVersion.objects.create(
        meeting=meeting,
        number=meeting.agenda_versions.count() + 1,
        made_at=now(),
        made_by=by,
        agenda=snapshot(meeting),
    )
    record(meeting, "agenda.settled", by=by, version=version.number)
    return version


def is_assembly(meeting: Meeting) -> bool:
    """Say whether the board is a fullmäktige, for which the law differs."""
    return meeting.board.kind == BoardKind.ASSEMBLY

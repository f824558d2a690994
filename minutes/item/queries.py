"""Reading §§: whole for the minutes, with the numbers they will get."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q, QuerySet

from boards.shared.enums import SeriesKind
from boards.shared.numbers import last_number
from cases.case import registry
from cases.case.models import Case
from cases.communication.models import Communication
from cases.delegation.models import DelegatedDecision
from cases.document.models import Document
from minutes.item.checks import Missing, missing_at_meeting, missing_in
from minutes.item.models import (
    DecisionPoint,
    FloorProposal,
    ItemSection,
    MinutesItem,
    MinutesNote,
    NonParticipation,
    Proposer,
    PropositionRound,
    Recusal,
    ReportedDecision,
    Reservation,
    Vote,
)
from minutes.item.rules import numbering
from minutes.item.service import Service, ServiceMap
from minutes.meeting.enums import MeetingState

if TYPE_CHECKING:
    from boards.board.models import Board, Regulations
    from minutes.meeting.models import Meeting
    from minutes.meeting.rules.facts import RollFacts

WHOLE = (
    "sections",
    "agenda_item__other_cases",
    "earlier_handlings__earlier",
    "asked_questions__document__case",
    Prefetch(
        "reported_decisions",
        ReportedDecision.objects.select_related("decision__case"),
    ),
    Prefetch(
        "floor_proposals",
        FloorProposal.objects.prefetch_related(
            "proposers",
            Prefetch("proposer_set", Proposer.objects.select_related("attendance")),
            "targets",
            "about",
        ),
    ),
    "proposed",
    "basis__document__case",
    Prefetch(
        "rounds",
        PropositionRound.objects.select_related(
            "asked_by", "yes_proposal", "no_proposal"
        ).prefetch_related(
            Prefetch("votes", Vote.objects.select_related("attendance")),
            "options",
            "targets",
        ),
    ),
    Prefetch(
        "decision_points",
        DecisionPoint.objects.select_related(
            "round__yes_proposal", "round__no_proposal"
        ).prefetch_related("elected"),
    ),
    Prefetch(
        "reservations",
        Reservation.objects.select_related(
            "document__case", "in_favour_of"
        ).prefetch_related("people", "points"),
    ),
    Prefetch("recusals", Recusal.objects.select_related("attendance")),
    Prefetch(
        "non_participations", NonParticipation.objects.select_related("attendance")
    ),
    Prefetch(
        "notes",
        MinutesNote.objects.select_related("document__case").prefetch_related("people"),
    ),
    "recipients__recipient",
    "appendices__document__file",
    "appendices__document__case",
    "communications__communication__case",
)


def tables_of(cases: Iterable[int | None]) -> dict[int, str]:
    """Return the tables of ärenden as rich text, those of several rooms together."""
    keys = {case for case in cases if case}
    found: dict[int, str] = {}
    for ask in registry.tables if keys else ():
        for case, table in ask(keys).items():
            found[case] = found.get(case, "") + table
    return found


@dataclass(frozen=True)
class Record:
    """Everything the minutes of some §§ say, in a constant number of queries."""

    meeting: Meeting
    board: Board
    regulations: Regulations
    items: tuple[MinutesItem, ...]
    numbers: dict[int, int]
    service: ServiceMap
    positions: tuple[int, ...] = ()
    points: dict[int, int] = field(default_factory=dict)

    def number(self, item: MinutesItem) -> int:
        """Return the § number, provisional until it is frozen (P-09)."""
        return item.number or self.numbers[item.pk]

    def citation(self, item: MinutesItem) -> str:
        """Return how others cite the §: `ITVT § 12/2020-09-29`."""
        day = self.meeting.held_on
        return f"{self.board.prefix} § {self.number(item)}/{day:%Y-%m-%d}"

    @cached_property
    def roll(self) -> RollFacts:
        """The roll as if nobody had jäv: who had come and gone (KL 6:28)."""
        return replace(self.service.roll, recusals=())

    @cached_property
    def tables(self) -> dict[int, str]:
        """The tables that other rooms give the §§ of an ärende, by ärende."""
        return tables_of(item.agenda_item.case_id for item in self.items)

    def before(self, item: MinutesItem) -> int | None:
        """Return the position of the § before, also one this record leaves out."""
        here = item.agenda_item.position
        return max((one for one in self.positions if one < here), default=None)

    def at(self, item: MinutesItem) -> Service:
        """Return who served in the §."""
        return self.service.at(item)


def kept_items(meeting: Meeting) -> QuerySet[MinutesItem]:
    """§§ of a meeting in agenda order; points that were withdrawn give none."""
    return (
        MinutesItem.objects.filter(
            meeting=meeting, agenda_item__withdrawn_at__isnull=True
        )
        .select_related("agenda_item__case", "approval", "board", "meeting__board")
        .order_by("agenda_item__position")
    )


def whole(items: QuerySet[MinutesItem]) -> QuerySet[MinutesItem]:
    """Load the §§ with all their parts."""
    return items.prefetch_related(*WHOLE)


def provisional_numbers(meeting: Meeting) -> dict[int, int]:
    """Return the number of every § of a meeting: its own, or the one it would get.

    Drafts of the year's earlier meetings come first, as they are frozen first.
    """
    year = meeting.held_on.year
    drafts = MinutesItem.objects.filter(
        board_id=meeting.board_id,
        year=year,
        number__isnull=True,
        agenda_item__withdrawn_at__isnull=True,
        meeting__starts_at__lt=meeting.starts_at,
    ).exclude(meeting__state=MeetingState.CANCELLED)
    own = kept_items(meeting).values_list("pk", "number")
    last = last_number(board=meeting.board, kind=SeriesKind.ITEM, year=year)
    return dict(numbering.provisional_numbers(last, drafts.count(), list(own)))


def record_of(meeting: Meeting, items: Iterable[MinutesItem] | None = None) -> Record:
    """Load the meeting with the named §§, or all of them."""
    kept = kept_items(meeting)
    wanted = kept
    if items is not None:
        wanted = kept.filter(pk__in=[item.pk for item in items])
    return Record(
        meeting=meeting,
        board=meeting.board,
        regulations=meeting.board.regulations_on(meeting.held_on),
        items=tuple(whole(wanted)),
        numbers=provisional_numbers(meeting),
        service=ServiceMap(meeting),
        positions=tuple(kept.values_list("agenda_item__position", flat=True)),
        points=dict(meeting.agenda_items.values_list("pk", "position")),
    )


def neighbours(item: MinutesItem) -> tuple[MinutesItem | None, MinutesItem | None]:
    """Return the § before and the § after in the same meeting."""
    items = kept_items(item.meeting)
    position = item.agenda_item.position
    before = items.filter(agenda_item__position__lt=position).last()
    after = items.filter(agenda_item__position__gt=position).first()
    return before, after


def choosable_documents(item: MinutesItem) -> QuerySet[Document]:
    """Registered handlingar of the §'s ärenden: for beslutsunderlag and bilagor."""
    return (
        Document.objects.registered()
        .filter(case__in=case_keys(item))
        .select_related("case")
        .order_by("case__year", "case__number", "act_number")
    )


def case_keys(item: MinutesItem) -> list[int]:
    """Return the keys of the §'s ärenden, its own first."""
    agenda_item = item.agenda_item
    further = [case.pk for case in agenda_item.other_cases.all()]
    return [agenda_item.case_id, *further] if agenda_item.case_id else further


def earlier_items(item: MinutesItem) -> QuerySet[MinutesItem]:
    """Numbered §§ of earlier meetings about one of the same ärenden, oldest first."""
    cases = case_keys(item)
    return (
        MinutesItem.objects.filter(
            Q(agenda_item__case__in=cases) | Q(agenda_item__other_cases__in=cases),
            number__isnull=False,
            meeting__starts_at__lt=item.meeting.starts_at,
        )
        .distinct()
        .select_related("board", "meeting")
        .order_by("meeting__starts_at", "number")
    )


def further_cases(item: MinutesItem) -> QuerySet[Case]:
    """Ärenden of the board that the § may be about beside its own; chosen ones too."""
    return (
        Case.objects.filter(board=item.board_id)
        .filter(Q(closed_on__isnull=True) | Q(pk__in=case_keys(item)))
        .exclude(pk=item.agenda_item.case_id)
        .order_by("-year", "-number")
    )


def unreported_decisions(item: MinutesItem) -> QuerySet[DelegatedDecision]:
    """Delegated decisions until the meeting that no other § reports (KL 6:39–40)."""
    return (
        DelegatedDecision.objects.filter(
            Q(reported_in__isnull=True) | Q(reported_in__item=item),
            board=item.board_id,
            decided_on__lte=item.meeting.held_on,
        )
        .select_related("case")
        .order_by("decided_on", "pk")
    )


def unreported_communications(item: MinutesItem) -> QuerySet[Communication]:
    """Communications of the board that no other § reports."""
    reported_elsewhere = Communication.objects.filter(
        reported_in__isnull=False, reported_in__item__board=item.board
    ).exclude(reported_in__item=item)
    return (
        Communication.objects.filter(board=item.board)
        .exclude(pk__in=reported_elsewhere.values("pk"))
        .select_related("case")
        .order_by("received_on", "pk")
    )


def section_now(section: ItemSection) -> ItemSection:
    """Return the section as it stands in the database, with who wrote it last."""
    return ItemSection.objects.select_related("updated_by__person").get(pk=section.pk)


def missing(meeting: Meeting, record: Record | None = None) -> list[Missing]:
    """Return everything the law still misses in a meeting's minutes (P-01)."""
    record = record or record_of(meeting)
    found = missing_at_meeting(record)
    for item in record.items:
        found += missing_in(item, record.at(item))
    return found


@dataclass(frozen=True)
class MinutesRow:
    """One § in the list of a meeting's minutes."""

    item: MinutesItem
    number: int
    service: Service
    missing: list[Missing]


def minutes_rows(record: Record) -> list[MinutesRow]:
    """Return every § with its number, who serves and what it misses."""
    rows = []
    for item in record.items:
        service = record.at(item)
        row = MinutesRow(item, record.number(item), service, missing_in(item, service))
        rows.append(row)
    return rows

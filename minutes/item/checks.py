"""What the law still misses before a § may go to justering (P-01)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boards.shared.refusals import Refusal
from boards.shared.texts import sentence
from minutes.item.enums import AppealRegime
from minutes.item.facts import (
    abstained,
    answer_of,
    is_authority,
    needs_agreement,
    stood_aside,
)
from minutes.item.rules.agreement import blocks_contradiction
from minutes.meeting.enums import AgendaCause, AgendaKind, MeetingState

if TYPE_CHECKING:
    from cases.document.models import Document
    from minutes.item.models import DecisionPoint, MinutesItem, Reservation
    from minutes.item.queries import Record
    from minutes.item.service import Service

# Points that are there because somebody asks, and those that law forces there.
ASKS = frozenset({AgendaKind.INTERPELLATION, AgendaKind.QUESTION})
REPORTS: dict[str, str] = {
    AgendaCause.URGENT_DECISION: "KL 6:39",
    AgendaCause.DELEGATION: "KL 6:40",
}


@dataclass(frozen=True)
class Missing:
    """One thing that is missing, and the part of the page where it is mended."""

    refusal: Refusal
    anchor: str = ""
    item: MinutesItem | None = None

    is_met = False

    @property
    def text(self) -> str:
        """What is missing, in words with the law."""
        return sentence(self.refusal)

    @property
    def url(self) -> str:
        """Where it is mended."""
        where = self.item.get_absolute_url() if self.item else ""
        return f"{where}#{self.anchor}" if self.anchor else where


def missing_in(item: MinutesItem, service: Service) -> list[Missing]:
    """Return what one § misses; its parts are loaded already."""
    return [
        Missing(refusal, anchor, item)
        for is_missing, refusal, anchor in conditions(item, service)
        if is_missing
    ]


def conditions(
    item: MinutesItem, service: Service
) -> Iterator[tuple[bool, Refusal, str]]:
    """Return every condition of KL 5:65–67 and 6:27, in the order of the page."""
    counts = {"present": service.present, "needed": service.needed}
    rounds = list(item.rounds.all())
    standing = [row for row in item.floor_proposals.all() if not row.withdrawn_at]
    yield (
        not service.is_quorate,
        Refusal("missing.quorum", "KL 6:27", counts),
        "service",
    )
    yield service.presiding is None, Refusal("missing.presiding", "KL 6:20"), "service"
    yield (
        bool(standing) and not rounds,
        Refusal("missing.proposal_unput", "KL 5:67"),
        "rounds",
    )
    yield (
        any(row.is_yes is None for row in rounds),
        Refusal("missing.round", "KL 5:67"),
        "rounds",
    )
    yield (
        not item.is_information and not item.decision_points.all(),
        Refusal("missing.decision", "KL 5:66"),
        "decision",
    )
    yield (
        any(lacks_words(row) for row in item.reservations.all()),
        Refusal("missing.reservation_text", "KL 5:67"),
        "reservations",
    )
    yield from what_is_asked_for(item)
    yield from what_cannot_be(item, service)
    yield from secrecy_conditions(item)


def what_is_asked_for(item: MinutesItem) -> Iterator[tuple[bool, Refusal, str]]:
    """Return what a § of its kind is to hold (KL 5:68, 6:39–40, FL 33)."""
    appeals = {point.appeal for point in item.decision_points.all()}
    yield (
        is_authority(item) and AppealRegime.LEGALITY in appeals,
        Refusal("missing.authority_appeal", "FL 33"),
        "decision",
    )
    yield (
        item.agenda_item.kind in ASKS and not item.asked_questions.all(),
        Refusal("missing.question", "KL 5:68"),
        "asked",
    )
    law = REPORTS.get(item.agenda_item.cause)
    yield (
        law is not None and not item.reported_decisions.all(),
        Refusal("missing.report", law or ""),
        "reported",
    )


def what_cannot_be(
    item: MinutesItem, service: Service
) -> Iterator[tuple[bool, Refusal, str]]:
    """Return what was right when it was noted, until something else was changed."""
    points = list(item.decision_points.all())
    yield (
        bool(points) and needs_agreement(item),
        Refusal("decision.not_announced", "KL 5:15"),
        "decision",
    )
    yield (
        any(contradicts(point) for point in points),
        Refusal("missing.agreement", "KL 5:53"),
        "decision",
    )
    yield (
        is_authority(item) and bool(stood_aside(item) | abstained(item)),
        Refusal("missing.kept_out", "KL 4:26"),
        "aside",
    )
    reserved = {row.pk for one in item.reservations.all() for row in one.people.all()}
    yield (
        not reserved <= service.ids - stood_aside(item),
        Refusal("missing.reservist", "KL 4:27"),
        "reservations",
    )


def contradicts(point: DecisionPoint) -> bool:
    """Say whether a point says otherwise than the question that settled it."""
    if point.round is None:
        return False
    return bool(blocks_contradiction(0, point.outcome, answer_of(point.round)))


def cannot_be(item: MinutesItem, service: Service) -> tuple[Refusal, ...]:
    """Return what no justering can hold, for the rule that freezes (KL 5:69)."""
    found = what_cannot_be(item, service)
    return tuple(refusal for is_so, refusal, _anchor in found if is_so)


def secrecy_conditions(item: MinutesItem) -> Iterator[tuple[bool, Refusal, str]]:
    """Return what an open § must not show of what is secret (OSL 5:5; D-12)."""
    for document in withheld_papers(item):
        values = {"document": document.designation}
        refusal = Refusal("missing.secret_document", "OSL 5:5", values)
        yield True, refusal, "basis"
    yield (
        shows_secret_title(item),
        Refusal("missing.secret_heading", "OSL 5:5"),
        "secrecy",
    )


def lacks_words(reservation: Reservation) -> bool:
    """Say whether nothing tells what a reservation is for (KL 5:67 p. 6)."""
    said = reservation.text.strip() or reservation.document_id
    return not (said or reservation.in_favour_of_id)


def is_withheld(document: Document) -> bool:
    """Say whether a handling is secret, by its own mark or its ärende's."""
    return document.is_secret or document.case.is_secret


def withheld_papers(item: MinutesItem) -> list[Document]:
    """Return the secret handlingar that an open § would publish."""
    if item.is_secret:
        return []
    papers = [row.document for row in item.basis.all() if row.document]
    papers += [row.document for row in item.appendices.all()]
    for parts in (item.reservations, item.notes, item.asked_questions):
        papers += [row.document for row in parts.all() if row.document]
    return [paper for paper in dict.fromkeys(papers) if is_withheld(paper)]


def shows_secret_title(item: MinutesItem) -> bool:
    """Say whether an open § has the title of a secret ärende as its heading."""
    case = item.agenda_item.case
    if item.is_secret or case is None or not case.is_secret:
        return False
    return case.title.casefold() in item.heading.casefold()


def missing_at_meeting(record: Record) -> list[Missing]:
    """Return what the meeting itself misses (KL 5:69)."""
    meeting = record.meeting
    counts = {
        "chosen": len(
            [
                row
                for row in meeting.chosen_approvers.all()
                if row.for_item_id is None and not row.is_reserve
            ]
        ),
        "needed": record.regulations.approver_count,
    }
    asked = (
        (
            meeting.state != MeetingState.CLOSED,
            Refusal("missing.meeting_open", "KL 5:69"),
        ),
        (
            counts["chosen"] < counts["needed"],
            Refusal("missing.approvers", "KL 5:69", counts),
        ),
        (meeting.secretary_id is None, Refusal("missing.secretary")),
    )
    return [Missing(refusal) for is_missing, refusal in asked if is_missing]

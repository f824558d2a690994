"""Reads of review: who looks through which §, and where each § stands with whom."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from boards.shared.paper.store import to_json
from minutes.item.changes import Stretch, differences
from minutes.item.queries import record_of
from minutes.meeting.queries import approvers_for
from minutes.review.content import content_of, digest, shown, words_of
from minutes.review.enums import ReviewerRole, Standing, Verdict
from minutes.review.models import Look, Reviewer, ReviewItem
from minutes.review.rules import TO_LOOK_AT, standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from minutes.item.models import MinutesItem
    from minutes.item.queries import Record
    from minutes.meeting.models import Attendance, Meeting
    from minutes.review.models import Review

# States of a justering that hold its §§: what is read then is what is signed.
HELD = frozenset({"frozen", "approved"})
# So many words stand beside a change.
NEARBY = 8


@dataclass(frozen=True)
class Seat:
    """One reviewer of one §, with everything they have said of it."""

    reviewer: Reviewer
    looks: tuple[Look, ...]
    standing: Standing

    @property
    def last(self) -> Look | None:
        """What they said last."""
        return self.looks[-1] if self.looks else None

    @property
    def has_looked(self) -> bool:
        """Whether they have looked at the § as it stands."""
        return self.standing not in TO_LOOK_AT


@dataclass(frozen=True)
class Reviewed:
    """One § that was sent out, as it stands, and its reviewers."""

    item: MinutesItem
    number: int
    content: str
    sha256: str
    seats: tuple[Seat, ...]
    record: Record
    review: Review
    # What was said by those who are not to sign it any more.
    others: tuple[Look, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether a justering holds it: then it is signed or sent back."""
        return is_held(self.item)

    @property
    def remarks(self) -> list[Look]:
        """What was remarked of the §, the oldest first."""
        looks = [*self.others, *(look for seat in self.seats for look in seat.looks)]
        rows = [look for look in looks if look.verdict != Verdict.OK]
        return sorted(rows, key=lambda look: (look.at, look.pk))

    @property
    def unanswered(self) -> list[Look]:
        """Remarks the secretary has not answered."""
        return [look for look in self.remarks if not hasattr(look, "answer")]

    @cached_property
    def paper(self) -> dict[str, Any]:
        """The § as the minutes will print it."""
        return to_json(shown(self.record, self.item))

    def changes_since(self, look: Look) -> list[Stretch]:
        """Return what changed since somebody looked at it, and the words around it."""
        before, after = words_of(look.content), words_of(self.content)
        return shortened(list(differences(before, after)))


def shortened(stretches: list[Stretch]) -> list[Stretch]:
    """Return a difference with only some words of what stayed the same."""
    last = len(stretches) - 1
    return [
        Stretch(one.kind, nearby(one.text, at > 0, at < last))
        if one.kind == "same"
        else one
        for at, one in enumerate(stretches)
    ]


def nearby(text: str, after: bool, before: bool) -> str:
    """Return the words after one change and before the next, the rest left out."""
    words = [word for word in re.split(r"[^\S\n]+", text) if word]
    kept = NEARBY * (after + before)
    if len(words) <= kept:
        return text
    head = " ".join(words[:NEARBY]) if after else ""
    tail = " ".join(words[-NEARBY:]) if before else ""
    return f"{head} … {tail}".strip()


def is_held(item: MinutesItem) -> bool:
    """Say whether a justering holds the §."""
    return bool(item.approval and item.approval.state in HELD)


def last_sent(meetings: Iterable[Meeting]) -> QuerySet[ReviewItem]:
    """Return the last sending of each §: it says who looks through it."""
    return (
        ReviewItem.objects.filter(
            review__meeting__in=meetings, item__agenda_item__withdrawn_at__isnull=True
        )
        .select_related("review", "item__approval")
        .prefetch_related("reviewers__person")
        .order_by("item_id", "-review_id")
        .distinct("item_id")
    )


def looks_at(meeting: Meeting) -> dict[tuple[int, int], list[Look]]:
    """Return everything said of the meeting's §§, by § and person, oldest first."""
    rows = Look.objects.filter(reviewer__review_item__review__meeting=meeting)
    found: dict[tuple[int, int], list[Look]] = defaultdict(list)
    for look in rows.select_related(
        "reviewer__review_item", "answer__by__person", "section"
    ).order_by("at", "pk"):
        reviewer = look.reviewer
        found[reviewer.review_item.item_id, reviewer.person_id].append(look)
    return found


def reviewed(meeting: Meeting, person: int | None = None) -> list[Reviewed]:
    """Return the §§ that were sent out; with a person only theirs, and their looks.

    A secret § is thus shown to those alone who are to sign it (OSL 8:1, 10:2).
    """
    sent = {row.item_id: row for row in last_sent([meeting])}
    if person is not None:
        sent = {pk: row for pk, row in sent.items() if seat_of(row, person)}
    if not sent:
        return []
    record = record_of(meeting, [row.item for row in sent.values()])
    said = looks_at(meeting)
    return [
        reviewed_item(record, item, sent[item.pk], said, person)
        for item in record.items
    ]


def seat_of(row: ReviewItem, person: int) -> Reviewer | None:
    """Return somebody's place among the reviewers of a §."""
    return next((one for one in row.reviewers.all() if one.person_id == person), None)


def reviewed_item(
    record: Record,
    item: MinutesItem,
    row: ReviewItem,
    said: dict[tuple[int, int], list[Look]],
    person: int | None = None,
) -> Reviewed:
    """Return one § with where it stands with each reviewer."""
    content = content_of(record, item)
    sha256 = digest(content)
    seats = []
    for reviewer in row.reviewers.all():
        if person in {None, reviewer.person_id}:
            looks = tuple(said.get((item.pk, reviewer.person_id), ()))
            seen = [(look.verdict, look.content_sha256) for look in looks]
            seats.append(Seat(reviewer, looks, standing(seen, sha256)))
    return Reviewed(
        item=item,
        number=record.number(item),
        content=content,
        sha256=sha256,
        seats=tuple(seats),
        record=record,
        review=row.review,
        others=() if person else looks_of_others(row, said),
    )


def looks_of_others(
    row: ReviewItem, said: dict[tuple[int, int], list[Look]]
) -> tuple[Look, ...]:
    """Return what those said of a § who were asked before, and are not any more."""
    now = {reviewer.person_id for reviewer in row.reviewers.all()}
    return tuple(
        look
        for (item, person), looks in said.items()
        if item == row.item_id and person not in now
        for look in looks
    )


def reviewers_of(record: Record) -> dict[int, list[tuple[ReviewerRole, Attendance]]]:
    """Return who will sign each §, the secretary apart: its chair and its approvers."""
    chosen = list(record.meeting.chosen_approvers.select_related("attendance__person"))
    people = {row.attendance.person_id: row.attendance for row in chosen}
    found = {}
    for item in record.items:
        chair = record.at(item).presiding
        own = approvers_for(chosen, item.agenda_item_id)
        rows = [(ReviewerRole.CHAIR, chair)] if chair else []
        rows += [
            (ReviewerRole.APPROVER, people[person])
            for person in own or approvers_for(chosen, None)
            if not chair or person != chair.person_id
        ]
        found[item.pk] = rows
    return found


def to_look_at(meeting: Meeting, person: int) -> list[Reviewed]:
    """Return the §§ somebody has still to look at: unseen, or changed since."""
    return [
        row
        for row in reviewed(meeting, person)
        if not row.is_held and not all(seat.has_looked for seat in row.seats)
    ]

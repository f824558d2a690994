"""What the pages of review show, to those who look through and to the secretary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from boards.access.permissions import may
from boards.shared.legal_dates import approval_deadline
from boards.shared.refusals import Refusal
from boards.shared.texts import sentence
from minutes.item.changes import Stretch, differences
from minutes.item.numbers import labelled
from minutes.meeting.enums import MeetingState
from minutes.review.enums import Standing, Verdict
from minutes.review.forms import AnswerForm, LookForm, SendForm, TakeOverForm
from minutes.review.passages import passages_of
from minutes.review.queries import Reviewed, Seat, reviewed

if TYPE_CHECKING:
    from collections.abc import Collection

    from boards.person.models import User
    from minutes.meeting.models import Meeting
    from minutes.review.models import Look, Reviewer
    from minutes.review.passages import Passage

# How a § stands with a reviewer: colour and words, to themselves and to the secretary.
OWN_WORDS = {
    Standing.UNSEEN: ("waiting", _("To look at")),
    Standing.OK: ("done", _("Ok")),
    Standing.REMARKED: ("active", _("You have remarked")),
    Standing.CHANGED: ("alarm", _("Changed since you looked")),
}
WORDS = {
    Standing.UNSEEN: ("waiting", _("not looked at")),
    Standing.OK: ("done", _("ok")),
    Standing.REMARKED: ("active", _("has remarked")),
    Standing.CHANGED: ("alarm", _("changed since")),
}
FROZEN = ("calm", _("Frozen for approval"))
BEGUN = frozenset({MeetingState.IN_SESSION, MeetingState.CLOSED})


@dataclass(frozen=True)
class LookPart:
    """One § as its reviewer sees it."""

    row: Reviewed
    form: LookForm | None
    tone: str
    label: Any
    changes: list[Stretch]

    @property
    def seat(self) -> Seat:
        """The reviewer's own place."""
        return self.row.seats[0]

    @property
    def said(self) -> list[tuple[Look, list[Stretch]]]:
        """What they remarked, with what each wording would change."""
        return [
            (look, list(differences(look.before, look.wording)) if look.wording else [])
            for look in self.row.remarks
        ]

    @property
    def is_left(self) -> bool:
        """Whether the § is still to be looked at."""
        return not self.row.is_held and not self.seat.has_looked

    @property
    def key(self) -> str:
        """Under which the page keeps what is typed, until something was said."""
        last = self.seat.last.pk if self.seat.last else 0
        return f"review-{self.seat.reviewer.person_id}-{self.row.item.pk}-{last}"


def look_part(row: Reviewed, form: LookForm | None = None) -> LookPart:
    """Return one § with its form, empty unless one was sent in."""
    seat = row.seats[0]
    if form is not None:
        form.show(row.sha256)
    tone, label = FROZEN if row.is_held else OWN_WORDS[seat.standing]
    is_changed = seat.standing == Standing.CHANGED and seat.last
    return LookPart(
        row=row,
        form=None if row.is_held else form or form_of(row),
        tone=tone,
        label=label,
        changes=row.changes_since(seat.last) if is_changed and seat.last else [],
    )


def form_of(row: Reviewed, data: Any = None) -> LookForm:
    """Return the form of one §, with what was sent in."""
    return LookForm(data, row=row, passages=passages_of(row.record, row.item))


def read_page(meeting: Meeting, rows: list[Reviewed], **bound: Any) -> dict[str, Any]:
    """Return what a reviewer sees of all §§ that are theirs."""
    parts = [look_part(row) for row in rows]
    left = [part for part in parts if part.is_left]
    return {
        "meeting": meeting,
        "parts": parts,
        "left": left,
        "done": len(parts) - len(left),
        "due_on": max((row.review.due_on for row in rows), default=None),
        "is_all_held": all(row.is_held for row in rows),
    } | bound


def own_rows(meeting: Meeting, user: User) -> list[Reviewed]:
    """Return the §§ the user was asked to look through."""
    return reviewed(meeting, user.person_id or 0)


@dataclass(frozen=True)
class Progress:
    """How far one reviewer has come."""

    reviewer: Reviewer
    done: int
    total: int

    @property
    def is_done(self) -> bool:
        """Whether they have looked at all of it as it stands."""
        return self.done == self.total


def progress_of(rows: list[Reviewed]) -> list[Progress]:
    """Return how many of their §§ each reviewer has looked at, as these stand."""
    seats: dict[int, list[Seat]] = {}
    for row in rows:
        for seat in row.seats:
            seats.setdefault(seat.reviewer.person_id, []).append(seat)
    return [
        Progress(mine[0].reviewer, sum(seat.has_looked for seat in mine), len(mine))
        for mine in seats.values()
    ]


@dataclass(frozen=True)
class Remark:
    """One remark as the secretary sees it, with what can be done about it."""

    look: Look
    stretches: list[Stretch]
    answering: AnswerForm | None
    taking: TakeOverForm | None
    is_moved_on: bool
    is_gone: bool = False
    theirs: dict[str, Any] | None = None


@dataclass(frozen=True)
class ItemPart:
    """One § as the secretary sees it."""

    row: Reviewed
    seats: list[tuple[Seat, str, Any]]
    remarks: list[Remark]


def item_part(row: Reviewed, bound: dict[str, Any]) -> ItemPart:
    """Return one § with its reviewers and their remarks."""
    passages = {one.pk: one for one in passages_of(row.record, row.item)}
    return ItemPart(
        row=row,
        seats=[(seat, *WORDS[seat.standing]) for seat in row.seats],
        remarks=[
            remark_of(row, look, passages.get(look.section_id or 0), bound)
            for look in row.remarks
        ],
    )


def remark_of(
    row: Reviewed, look: Look, passage: Passage | None, bound: dict[str, Any]
) -> Remark:
    """Return one remark; a proposed wording against the section as it stands."""
    is_open = not hasattr(look, "answer")
    is_wording = look.verdict == Verdict.WORDING
    # What was taken over or changed since is shown as it was proposed.
    before = passage.text if passage and is_open else look.before
    can_take = is_open and is_wording and passage is not None and not row.is_held
    version = passage.version if passage else 0
    return Remark(
        look=look,
        stretches=list(differences(before, look.wording)) if is_wording else [],
        answering=bound.get(f"answer{look.pk}", AnswerForm(auto_id=f"a{look.pk}-%s"))
        if is_open
        else None,
        taking=taking_form(look, version, bound) if can_take else None,
        is_moved_on=bool(is_open and is_wording and passage)
        and before.split() != look.before.split(),
        is_gone=is_open and is_wording and passage is None,
        theirs=bound.get(f"theirs{look.pk}"),
    )


def taking_form(look: Look, version: int, bound: dict[str, Any]) -> TakeOverForm:
    """Return the form that takes a wording over, with why it was refused."""
    fresh = TakeOverForm(initial={"version": version}, auto_id=f"t{look.pk}-%s")
    form: TakeOverForm = bound.get(f"taking{look.pk}", fresh)
    return form


def review_page(meeting: Meeting, user: User, **bound: Any) -> dict[str, Any]:
    """Return what the secretary sees: who has come how far, and all remarks per §."""
    rows = reviewed(meeting)
    sending = bound.get("sending") or SendForm(meeting=meeting, rows=rows)
    return {
        "meeting": meeting,
        "progress": progress_of(rows),
        "parts": [item_part(row, bound) for row in rows],
        "sending": sending,
        "may_send": bool(sending.offered) and may(user, "review.send", meeting),
        "deadline": approval_deadline(meeting.held_on),
        "unanswered": sum(len(row.unanswered) for row in rows),
    }


def warnings_before_freezing(meeting: Meeting, items: Collection[int]) -> list[str]:
    """Return what is left of the review of some §§; it stops nobody (KL 5:69)."""
    rows = [row for row in reviewed(meeting) if row.item.pk in items]
    unlooked = [
        row.number for row in rows if not all(seat.has_looked for seat in row.seats)
    ]
    unanswered = [row.number for row in rows if row.unanswered]
    found = {"review.left_unlooked": unlooked, "review.left_unanswered": unanswered}
    return [
        sentence(Refusal(code, "", {"items": labelled(numbers)}))
        for code, numbers in found.items()
        if numbers
    ]


def review_panel(meeting: Meeting, user: User) -> dict[str, Any] | None:
    """Return the panel of review on the meeting's page."""
    if meeting.state not in BEGUN or not may(user, "review.view", meeting):
        return None
    rows = reviewed(meeting)
    is_open = meeting.items.filter(approval__isnull=True).exists()
    if not rows and not is_open:
        return None
    return {
        "meeting": meeting,
        "progress": progress_of(rows),
        "unanswered": sum(len(row.unanswered) for row in rows),
        "is_sent": bool(rows),
        "is_open": is_open,
    }

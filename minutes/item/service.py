"""Who served in each § of a meeting, who led it, and whether it was quorate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from boards.membership.enums import MemberRole
from minutes.meeting.enums import AttendanceKind
from minutes.meeting.facts import roll_facts
from minutes.meeting.rules.facts import RecusalFacts, Serving
from minutes.meeting.rules.serving import serving_at

if TYPE_CHECKING:
    from boards.shared.refusals import Refusal
    from minutes.item.models import MinutesItem
    from minutes.meeting.models import Attendance, Meeting

MAY_SPEAK = frozenset({AttendanceKind.SUBSTITUTE, AttendanceKind.OBSERVER})


@dataclass(frozen=True)
class Service:
    """Who took part in deciding one §, as attendances (KL 5:66, 6:27).

    `aside` serve and count for the quorum but take no part in the decision (KL 4:25);
    `waiting` came within the § and take their seats back at the next one.
    """

    serving: tuple[Attendance, ...]
    presiding: Attendance | None
    replacements: tuple[tuple[Attendance, Attendance | None], ...]
    recused: tuple[Attendance, ...]
    needed: int
    refusals: tuple[Refusal, ...]
    # There without deciding: substitutes who do not serve, others elected (KL 4:28).
    others: tuple[Attendance, ...] = ()
    waiting: tuple[Attendance, ...] = ()
    aside: tuple[Attendance, ...] = ()
    counted: int = 0

    @property
    def present(self) -> int:
        """How many of those who may decide are there."""
        return len(self.serving)

    @property
    def is_quorate(self) -> bool:
        """Whether enough are there to decide the § (KL 6:27)."""
        return not any("not_quorate" in refusal.code for refusal in self.refusals)

    @property
    def ids(self) -> frozenset[int]:
        """Keys of the attendances that serve."""
        return frozenset(attendance.pk for attendance in self.serving)

    @property
    def roll(self) -> tuple[Attendance, ...]:
        """Those who vote, in the order they answer: whoever presides is last."""
        others = [one for one in self.serving if one != self.presiding]
        return (*others, self.presiding) if self.presiding else tuple(others)


class ServiceMap:
    """The service of every § of one meeting, from the same few queries."""

    def __init__(self, meeting: Meeting) -> None:
        """Load the meeting's roll, and everybody who was there."""
        self.roll = roll_facts(meeting)
        self.attendances = list(
            meeting.attendances.select_related("person").prefetch_related("presence")
        )
        self.by_pk = {attendance.pk: attendance for attendance in self.attendances}

    @property
    def usual_chair(self) -> Attendance | None:
        """The chair of the board, if at the meeting: the minutes name any other."""
        chairs = (one for one in self.attendances if one.role == MemberRole.CHAIR)
        return next(chairs, None)

    def at(self, item: MinutesItem) -> Service:
        """Return who serves in a §; jäv of that § is taken into account (KL 6:28)."""
        position = item.agenda_item.position
        out = tuple(
            RecusalFacts(recusal.attendance_id, position)
            for recusal in item.recusals.all()
        )
        known = {one for one in self.roll.recusals if one.position == position}
        roll = self.roll if known == set(out) else replace(self.roll, recusals=out)
        return self.as_service(serving_at(roll, position), out, item)

    def as_service(
        self,
        serving: Serving,
        out: tuple[RecusalFacts, ...],
        item: MinutesItem | None = None,
    ) -> Service:
        """Return the rule's answer with the attendances instead of their keys.

        A point that is no § has nobody who stands aside from its decision.
        """
        deciders = set(serving.deciders)
        rows = item.non_participations.all() if item else ()
        aside = {row.attendance_id for row in rows}
        replaced = set(serving.serving_for.values())
        kept = [pk for pk in serving.recused if self.is_seated(pk, replaced)]
        return Service(
            serving=tuple(one for one in self.attendances if one.pk in deciders),
            presiding=self.by_pk.get(serving.presiding or 0),
            replacements=tuple(
                (self.by_pk[substitute], self.by_pk.get(member or 0))
                for substitute, member in serving.serving_for.items()
            ),
            recused=tuple(self.by_pk[one.member] for one in out),
            needed=serving.needed,
            refusals=serving.refusals,
            others=tuple(
                one
                for one in self.attendances
                if one.kind in MAY_SPEAK
                and one.pk not in deciders
                and one.pk not in {row.member for row in out}
                and self.roll.is_present(one.pk, serving.position)
            ),
            waiting=tuple(self.by_pk[pk] for pk in serving.waiting),
            aside=tuple(self.by_pk[pk] for pk in serving.deciders if pk in aside),
            counted=len(deciders) + (len(kept) if self.roll.is_assembly else 0),
        )

    def is_seated(self, pk: int, replaced: set[int | None]) -> bool:
        """Say whether somebody with jäv holds a seat that no substitute fills."""
        return self.by_pk[pk].kind == AttendanceKind.MEMBER and pk not in replaced

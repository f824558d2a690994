"""Who served in each § of a meeting, who led it, and whether it was quorate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from boards.board.enums import BoardKind
from boards.membership.enums import MemberRole
from minutes.meeting.enums import AttendanceKind, AttendanceMode
from minutes.meeting.models import AgendaItem, Attendance
from minutes.meeting.rules.facts import (
    MemberFacts,
    PresenceFacts,
    RecusalFacts,
    RollFacts,
    Serving,
    Span,
    SubstitutionFacts,
)
from minutes.meeting.rules.serving import serving_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boards.shared.refusals import Refusal
    from minutes.item.models import MinutesItem, Recusal
    from minutes.meeting.models import Meeting, PresenceSpan, ServingSpan

ELECTED = frozenset({AttendanceKind.MEMBER, AttendanceKind.SUBSTITUTE})


@dataclass(frozen=True)
class Service:
    """Who took part in deciding one §, as attendances (KL 5:66, 6:27)."""

    serving: tuple[Attendance, ...]
    presiding: Attendance | None
    replacements: tuple[tuple[Attendance, Attendance | None], ...]
    recused: tuple[Attendance, ...]
    needed: int
    refusals: tuple[Refusal, ...]

    @property
    def present(self) -> int:
        """How many of those who may decide are there."""
        return len(self.serving)

    @property
    def is_quorate(self) -> bool:
        """Whether enough are there to decide the § (KL 6:27)."""
        return self.present >= self.needed

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
        """Load the meeting's attendance and spans."""
        board = meeting.board
        self.attendances = list(
            meeting.attendances.select_related("person").prefetch_related(
                "presence__from_item", "presence__to_item"
            )
        )
        self.by_pk = {attendance.pk: attendance for attendance in self.attendances}
        spans = meeting.serving_spans.select_related("from_item", "to_item")
        self.roll = RollFacts(
            seats=board.seats,
            positions=(),
            members=tuple(member_facts(self.attendances)),
            presences=tuple(
                PresenceFacts(
                    member=attendance.pk,
                    span=span_facts(presence),
                    by_distance=attendance.mode == AttendanceMode.DISTANCE,
                )
                for attendance in self.attendances
                for presence in attendance.presence.all()
            ),
            substitutions=tuple(
                SubstitutionFacts(
                    substitute=span.substitute_id,
                    member=span.in_place_of_id,
                    span=span_facts(span),
                    cause=span.cause,
                )
                for span in spans
            ),
            distance_allowed=board.regulations_on(meeting.held_on).distance_allowed,
            is_assembly=board.kind == BoardKind.ASSEMBLY,
        )

    @property
    def usual_chair(self) -> Attendance | None:
        """The chair of the board, if at the meeting: the minutes name any other."""
        chairs = (one for one in self.attendances if one.role == MemberRole.CHAIR)
        return next(chairs, None)

    def at(self, item: MinutesItem) -> Service:
        """Return who serves in a §; jäv of that § is taken into account (KL 6:28)."""
        return self.at_point(item.agenda_item, item.recusals.all())

    def at_point(self, point: AgendaItem, recusals: Iterable[Recusal] = ()) -> Service:
        """Return who serves at a point of the agenda."""
        out = tuple(
            RecusalFacts(recusal.attendance_id, point.position) for recusal in recusals
        )
        return self.service(
            serving_at(replace(self.roll, recusals=out), point.position), out
        )

    def service(self, serving: Serving, out: tuple[RecusalFacts, ...]) -> Service:
        """Return the rule's answer with the attendances instead of their keys."""
        return Service(
            serving=tuple(
                one for one in self.attendances if one.pk in set(serving.deciders)
            ),
            presiding=self.by_pk.get(serving.presiding or 0),
            replacements=tuple(
                (self.by_pk[substitute], self.by_pk.get(member or 0))
                for substitute, member in serving.serving_for.items()
            ),
            recused=tuple(self.by_pk[one.member] for one in out),
            needed=serving.needed,
            refusals=serving.refusals,
        )


def member_facts(attendances: Iterable[Attendance]) -> Iterable[MemberFacts]:
    """Return the elected on the roll; a member without a post is a plain member."""
    for attendance in attendances:
        if attendance.kind not in ELECTED:
            continue
        is_member = attendance.kind == AttendanceKind.MEMBER
        role = MemberRole.MEMBER if is_member else MemberRole.SUBSTITUTE
        yield MemberFacts(
            pk=attendance.pk,
            role=attendance.role or role if is_member else role,
            party=attendance.party,
        )


def span_facts(span: PresenceSpan | ServingSpan) -> Span:
    """Return a span as positions on the agenda."""
    return Span(
        first=span.from_item.position if span.from_item else None,
        last=span.to_item.position if span.to_item else None,
    )

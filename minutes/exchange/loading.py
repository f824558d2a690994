"""Writes the meeting of a file: people, agenda, who was there and for whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from boards.membership.enums import SEATED
from boards.membership.models import Membership
from minutes.exchange import fields
from minutes.item.models import MinutesItem
from minutes.meeting import actions as meetings
from minutes.meeting.enums import AgendaKind, MeetingState, ServingCause
from minutes.meeting.facts import roll_facts
from minutes.meeting.models import (
    Adjournment,
    AgendaItem,
    AgendaPaper,
    Attendance,
    FurtherCase,
    Meeting,
    PresenceSpan,
)
from minutes.meeting.rules.facts import PresenceFacts
from minutes.meeting.rules.serving import blocks_presence
from minutes.meeting.rules.session import blocks_closing, blocks_stay, blocks_stays

if TYPE_CHECKING:
    from collections.abc import Callable

    from boards.person.models import User
    from minutes.exchange.problems import Problems
    from minutes.exchange.registers import Registers

BEGUN = frozenset({"in_session", "closed", "approved"})
ENDED = frozenset({"closed", "approved"})


@dataclass
class Loading:
    """A file being written: its data, the registers, and the rows by the file's keys.

    `by` stands in the history of everything that is written.
    """

    data: dict[str, Any]
    meeting: Meeting
    registers: Registers
    problems: Problems
    by: User | None = None
    people: dict[str, Attendance] = field(default_factory=dict)
    points: dict[str, AgendaItem] = field(default_factory=dict)
    items: dict[str, tuple[MinutesItem, str]] = field(default_factory=dict)
    is_whole: bool = True

    @property
    def has_begun(self) -> bool:
        """Whether anything has happened at the meeting."""
        return self.data["meeting"]["state"] in BEGUN

    def rows(self, name: str) -> list[tuple[str, dict[str, Any]]]:
        """Return the parts of the file of a name, each with its pointer."""
        listed = self.data.get(name, [])
        return [(f"/{name}/{place}", row) for place, row in enumerate(listed)]

    def named(self, known: dict[str, Any], key: str | None, pointer: str) -> Any | None:
        """Return what a key of the file names; a key that names nothing is wrong."""
        if key is None:
            return None
        if key not in known:
            self.problems.add(pointer, "exchange.unknown_key", key=key)
            self.is_whole = False
        return known.get(key)

    def person(self, key: str | None, pointer: str) -> Attendance | None:
        """Return somebody at the meeting."""
        return self.named(self.people, key, pointer)

    def everybody(self, keys: list[str], pointer: str) -> list[Attendance]:
        """Return several people, each once."""
        found = [
            self.person(key, f"{pointer}/{place}") for place, key in enumerate(keys)
        ]
        if len(set(keys)) < len(keys):
            self.problems.add(pointer, "exchange.named_twice")
        return list(dict.fromkeys(row for row in found if row))

    def point(self, key: str | None, pointer: str) -> AgendaItem | None:
        """Return a point of the agenda."""
        return self.named(self.points, key, pointer)

    def span(
        self, said: dict[str, Any], pointer: str
    ) -> tuple[AgendaItem | None, AgendaItem | None]:
        """Return from which point to which; it never runs backwards."""
        first = self.point(said.get("from"), f"{pointer}/from")
        last = self.point(said.get("to"), f"{pointer}/to")
        if first and last and last.position < first.position:
            self.problems.add(pointer, "exchange.runs_backwards")
            return first, first
        return first, last

    def attempt(self, pointer: str, action: Callable[[], Any]) -> Any:
        """Do something by the product's own rules; a no is kept with its place."""
        return self.problems.attempt(pointer, action)


def load_people(loading: Loading) -> None:
    """Write everybody at the meeting as they were that day (KL-14)."""
    seen: set[int] = set()
    for place, (pointer, said) in enumerate(loading.rows("people"), start=1):
        if said["key"] in loading.people:
            loading.problems.add(
                f"{pointer}/key", "exchange.key_twice", key=said["key"]
            )
        holder = loading.registers.holder(said, pointer)
        if holder is None:
            loading.is_whole = False
            continue
        membership = holder if isinstance(holder, Membership) else None
        person = membership.person if membership else holder
        if person.pk in seen:
            values = {"name": said["name"]}
            loading.problems.add(pointer, "exchange.person_twice", **values)
            continue
        seen.add(person.pk)
        loading.people[said["key"]] = Attendance.objects.create(
            meeting=loading.meeting,
            person=person,
            membership=membership,
            position=place,
            **fields.load(Attendance, said, fields.PERSON),
        )
    check_roster(loading)


def check_roster(loading: Loading) -> None:
    """Note every seat of that day whose holder the file forgets: absent ones too."""
    if not loading.has_begun:
        if loading.data["people"]:
            loading.problems.add("/people", "attendance.not_in_session")
        return
    listed = {row.membership_id for row in loading.people.values()}
    for row in loading.registers.memberships:
        if row.role in SEATED and row.pk not in listed and loading.is_whole:
            values = {"name": row.person.name, "party": row.party_label}
            loading.problems.add("/people", "exchange.seat_forgotten", **values)


def load_agenda(loading: Loading) -> None:
    """Write the points in order, each with its papers and the row of its §."""
    for place, (pointer, said) in enumerate(loading.rows("agenda"), start=1):
        if said["key"] in loading.points:
            loading.problems.add(
                f"{pointer}/key", "exchange.key_twice", key=said["key"]
            )
            continue
        values = fields.load(AgendaItem, said, fields.POINT)
        point = AgendaItem.objects.create(
            meeting=loading.meeting,
            position=place,
            case=loading.registers.case(said.get("case"), f"{pointer}/case"),
            follows=followed(loading, said.get("follows"), f"{pointer}/follows"),
            **values,
        )
        loading.points[said["key"]] = point
        load_cases_and_papers(loading, point, said, pointer)
        load_item_row(loading, point, said, pointer)


def followed(
    loading: Loading, said: dict[str, Any] | None, pointer: str
) -> AgendaItem | None:
    """Return the point of an earlier meeting that sent the matter here."""
    if said is None:
        return None
    point = AgendaItem.objects.filter(
        meeting__board=loading.meeting.board,
        meeting__starts_at=fields.moment(said["meeting"]),
        position=said["position"],
    ).first()
    if point is None:
        loading.problems.add(pointer, "exchange.no_meeting", day=said["meeting"])
    return point


def load_cases_and_papers(
    loading: Loading, point: AgendaItem, said: dict[str, Any], pointer: str
) -> None:
    """Write what a point is about besides its own ärende, and its handlingar."""
    for place, dnr in enumerate(said.get("other_cases", [])):
        where = f"{pointer}/other_cases/{place}"
        case = loading.registers.case(dnr, where)
        if case:
            FurtherCase.objects.get_or_create(agenda_item=point, case=case)
    for place, paper in enumerate(said.get("papers", [])):
        where = f"{pointer}/papers/{place}"
        document = loading.registers.document(paper, where)
        if document:
            AgendaPaper.objects.get_or_create(agenda_item=point, document=document)


def load_item_row(
    loading: Loading, point: AgendaItem, said: dict[str, Any], pointer: str
) -> None:
    """Write the § itself; a point that opens the meeting or was withdrawn has none."""
    has_none = point.kind == AgendaKind.OPENING or point.withdrawn_at is not None
    item = said.get("item")
    where = f"{pointer}/item"
    if has_none != (item is None):
        code = "exchange.no_item_here" if has_none else "exchange.item_missing"
        loading.problems.add(where, code, "KL 5:65", heading=point.heading)
    if item is None or has_none:
        return
    values = fields.load(MinutesItem, item, fields.ITEM)
    values.pop("decided_at", None)
    values.pop("number", None)
    secrecy = item.get("secrecy") or {}
    if point.case and point.case.is_secret and not secrecy:
        loading.problems.add(where, "exchange.secret_case", "OSL 5:5")
    row = MinutesItem.objects.create(
        agenda_item=point,
        meeting=loading.meeting,
        board=loading.meeting.board,
        year=loading.meeting.held_on.year,
        **values,
        **fields.load(MinutesItem, secrecy, ("legal_ground", "marked_on")),
    )
    loading.items[said["key"]] = (row, where)


def load_presence(loading: Loading) -> None:
    """Write who was there for which points, and whether the law lets them (KL 6:24)."""
    for pointer, said in loading.rows("people"):
        attendance = loading.people.get(said["key"])
        if attendance is None:
            continue
        for place, stay in enumerate(said.get("presence", [])):
            where = f"{pointer}/presence/{place}"
            first, last = loading.span(stay, where)
            PresenceSpan.objects.create(
                attendance=attendance,
                from_item=first,
                to_item=last,
                **fields.load(PresenceSpan, stay, fields.STAY),
            )
    check_presence(loading)


def check_presence(loading: Loading) -> None:
    """Ask the rules of attendance about every stay."""
    facts = roll_facts(loading.meeting)
    by_pk: dict[int, list[PresenceFacts]] = {row.member: [] for row in facts.presences}
    for row in facts.presences:
        by_pk[row.member].append(row)
    for pointer, said in loading.rows("people"):
        attendance = loading.people.get(said["key"])
        if attendance is None:
            continue
        stays: list[PresenceFacts] = by_pk.get(attendance.pk, [])
        for place, stay in enumerate(stays):
            where = f"{pointer}/presence/{place}"
            loading.problems.refuse(where, blocks_stay(stay, stays[:place]))
            if attendance.membership_id:
                loading.problems.refuse(pointer, blocks_presence(facts, stay))
        # Why somebody came back to serve is in no file; an assembly forbids it.
        resumed = blocks_stays(facts, attendance.pk, "–")
        loading.problems.refuse(f"{pointer}/presence", resumed)


def load_services(loading: Loading) -> None:
    """Let substitutes serve and chosen chairs preside, by the rules (KL 6:16–20)."""
    for pointer, said in loading.rows("serving"):
        substitute = loading.person(said["substitute"], f"{pointer}/substitute")
        member = loading.person(said.get("in_place_of"), f"{pointer}/in_place_of")
        span = loading.span(said, pointer)
        if substitute is None or (said.get("in_place_of") and member is None):
            continue
        cause = ServingCause(said.get("cause", ServingCause.ABSENCE))
        loading.attempt(
            pointer,
            lambda who=substitute, whose=member, span=span, cause=cause, said=said: (
                meetings.call_in_substitute(
                    substitute=who,
                    in_place_of=whose,
                    span=span,
                    cause=cause,
                    reason=said.get("reason", ""),
                    by=loading.by,
                )
            ),
        )
    for pointer, said in loading.rows("chairs"):
        chair = loading.person(said["person"], f"{pointer}/person")
        span = loading.span(said, pointer)
        if chair:
            loading.attempt(
                pointer,
                lambda chair=chair, span=span: meetings.choose_chair(
                    attendance=chair, span=span, by=loading.by
                ),
            )


def load_approvers(loading: Loading) -> None:
    """Write who was chosen to approve, of the meeting and of single points."""
    groups: dict[str | None, list[tuple[str, dict[str, Any]]]] = {}
    for pointer, said in loading.rows("approvers"):
        groups.setdefault(said.get("for_point"), []).append((pointer, said))
    for key, group in groups.items():
        pointer = group[0][0]
        for_item = loading.point(key, f"{pointer}/for_point")
        people: dict[bool, list[Attendance]] = {False: [], True: []}
        for where, said in group:
            row = loading.person(said["person"], f"{where}/person")
            if row:
                people[bool(said.get("is_reserve"))].append(row)
        if people[False] or people[True]:
            loading.attempt(
                pointer,
                lambda people=people, for_item=for_item: meetings.choose_approvers(
                    meeting=loading.meeting,
                    chosen=people[False],
                    reserves=people[True],
                    for_item=for_item,
                    by=loading.by,
                ),
            )


def load_adjournments(loading: Loading) -> None:
    """Write when the meeting paused."""
    ends = loading.data["meeting"].get("ends_at")
    for pointer, said in loading.rows("adjournments"):
        values = fields.load(Adjournment, said, fields.ADJOURNMENT)
        until = values.get("to_at")
        begins, over = loading.meeting.starts_at, fields.moment(ends) if ends else None
        is_wrong = (until is not None and until <= values["from_at"]) or (
            values["from_at"] < begins
            or (over is not None and (until or values["from_at"]) > over)
        )
        if is_wrong:
            loading.problems.add(pointer, "exchange.pause_outside")
            continue
        point = loading.point(said.get("point"), f"{pointer}/point")
        loading.attempt(
            pointer,
            lambda values=values, point=point: loading.meeting.adjournments.create(
                item=point, **values
            ),
        )


def finish_meeting(loading: Loading) -> None:
    """Write the state the meeting has come to."""
    said, meeting = loading.data["meeting"], loading.meeting
    if said["state"] in ENDED:
        if said.get("ends_at") is None:
            loading.problems.add("/meeting", "exchange.no_end")
            return
        meeting.ends_at = fields.moment(said["ends_at"])
        wrong = blocks_closing(meeting.starts_at, meeting.ends_at)
        loading.problems.refuse("/meeting", wrong)
        if wrong:
            return
        meeting.state = MeetingState.CLOSED
    elif said.get("ends_at"):
        loading.problems.add("/meeting/ends_at", "exchange.not_over")
        return
    point = said.get("current_point")
    meeting.current_item = loading.point(point, "/meeting/current_point")
    loading.attempt("/meeting", meeting.save)

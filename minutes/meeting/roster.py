"""The roster of a day as attendance rows: name, party, home and title are copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boards.membership.enums import MemberRole
from boards.person.models import StaffPost
from minutes.meeting.enums import AttendanceKind
from minutes.meeting.models import Attendance

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from boards.membership.models import MembershipQuerySet
    from minutes.meeting.models import Meeting

SEAT_ORDER = {role: place for place, role in enumerate(MemberRole)}
KINDS_OF_PLACE = ("kommun", "region", "stad")


def member_rows(meeting: Meeting, members: MembershipQuerySet) -> list[Attendance]:
    """Return the presidium, the members and the substitutes, in the roll's order."""
    rows = members.select_related("person", "party", "municipality").order_by(
        "call_order", "person__family_name", "pk"
    )
    return [
        Attendance(
            meeting=meeting,
            person=row.person,
            membership=row,
            kind=kind_of(row.role),
            name=row.person.name,
            role=row.role,
            party=row.party_label,
            belongs_to=with_kind_of_place(row.municipality.name),
        )
        for row in sorted(rows, key=lambda row: SEAT_ORDER[MemberRole(row.role)])
    ]


def kind_of(role: str) -> AttendanceKind:
    """Say whether a role gives a seat or a substitute's place."""
    if role == MemberRole.SUBSTITUTE:
        return AttendanceKind.SUBSTITUTE
    return AttendanceKind.MEMBER


def with_kind_of_place(name: str) -> str:
    """Return `Alby kommun` for Alby; a name that already says so stays."""
    return name if name.lower().endswith(KINDS_OF_PLACE) else f"{name} kommun"


def staff_rows(meeting: Meeting, posts: QuerySet[StaffPost]) -> list[Attendance]:
    """Return the staff of the board whose post runs on the meeting day."""
    day = meeting.held_on
    return [
        Attendance(
            meeting=meeting,
            person=post.person,
            kind=AttendanceKind.STAFF,
            name=post.person.name,
            title=post.title,
            belongs_to=post.employer,
        )
        for post in posts.select_related("person")
        if post.valid_from <= day and (post.valid_to is None or post.valid_to >= day)
    ]

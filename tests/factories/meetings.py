"""Boards with a roster and meetings in every state, made by the product's actions."""

from datetime import date, datetime, timedelta

from boards.access.enums import Role
from boards.access.models import RoleAssignment
from boards.board.models import Board, Municipality, Regulations
from boards.membership.enums import MemberRole
from boards.membership.models import Membership, Party
from boards.person.models import Person, StaffPost, User
from boards.shared.clock import local
from minutes.meeting import actions
from minutes.meeting.enums import AgendaKind
from minutes.meeting.models import AgendaItem, Attendance, Meeting

MEETING_DAY = date(2020, 9, 29)
TERM = date(2019, 1, 1)
ROSTER = (
    ("Göran", "Ekström", "M", MemberRole.CHAIR, "Alby"),
    ("Birgitta", "Lindqvist", "C", MemberRole.VICE_CHAIR, "Berga"),
    ("Mats", "Åhlund", "S", MemberRole.SUBSTITUTE, "Alby"),
    ("Tora", "Wikman", "S", MemberRole.SUBSTITUTE, "Berga"),
)


def municipality(name: str) -> Municipality:
    slug = name.lower()
    return Municipality.objects.get_or_create(
        slug=slug, defaults={"name": name, "email": f"kommun@{slug}.example"}
    )[0]


def party(abbreviation: str) -> Party:
    return Party.objects.get_or_create(abbreviation=abbreviation, name=abbreviation)[0]


def person(given: str, family: str, email: str | None = None) -> Person:
    address = f"{given}.{family}@alby.example".lower() if email is None else email
    return Person.objects.create(given_name=given, family_name=family, email=address)


def user_for(owner: Person, username: str = "") -> User:
    name = username or f"{owner.given_name}.{owner.family_name}".lower()
    return User.objects.create_user(name, password="ett-bra-losenord", person=owner)


def board_with_roster(slug: str = "itvt", **rules: object) -> Board:
    """A gemensam nämnd of two seats and two substitutes, as in the model."""
    board = Board.objects.create(
        host=municipality("Alby"),
        kind="joint",
        name=f"Servicenämnden {slug}",
        genitive=f"Servicenämnden {slug}s",
        prefix=slug.upper(),
        slug=slug,
        seats=2,
        email=f"{slug}@alby.example",
        valid_from=TERM,
    )
    board.partners.add(municipality("Berga"))
    Regulations.objects.create(
        board=board, valid_from=TERM, storage_place="Kommunhuset, Alby", **rules
    )
    for order, (given, family, short, role, home) in enumerate(ROSTER):
        Membership.objects.create(
            board=board,
            person=person(given, family),
            role=role,
            party=party(short),
            municipality=municipality(home),
            valid_from=TERM,
            call_order=order,
        )
    StaffPost.objects.create(
        board=board,
        person=person("Jan", "Hedlund"),
        title="IT-chef",
        employer="Alby och Berga kommuner",
        valid_from=TERM,
    )
    return board


def secretary_of(board: Board) -> User:
    user = user_for(
        person("Fatima", f"Sundell {board.slug}"), f"sekreterare-{board.slug}"
    )
    RoleAssignment.objects.create(
        user=user, board=board, role=Role.SECRETARY, valid_from=TERM
    )
    return user


def planned(board: Board | None = None, starts_at: datetime | None = None) -> Meeting:
    board = board or board_with_roster()
    return actions.plan_meeting(
        board=board,
        starts_at=starts_at or local(MEETING_DAY, 9),
        place="Stora Lindås, kommunhuset, Berga",
        by=secretary_of(board),
    )


def planned_again(meeting: Meeting) -> Meeting:
    """Another meeting of the same board, in the afternoon."""
    return actions.plan_meeting(
        board=meeting.board,
        starts_at=local(MEETING_DAY, 13),
        place=meeting.place,
        by=meeting.secretary,
    )


def with_points(meeting: Meeting, count: int = 3) -> list[AgendaItem]:
    return [
        actions.add_agenda_item(
            meeting=meeting,
            heading=f"Ärende {number}",
            kind=AgendaKind.DECISION,
            by=meeting.secretary,
        )
        for number in range(1, count + 1)
    ]


def called(meeting: Meeting | None = None, points: int = 3) -> Meeting:
    meeting = meeting or planned()
    if not meeting.agenda_items.exists():
        with_points(meeting, points)
    actions.send_summons(meeting=meeting, by=meeting.secretary, is_late_confirmed=True)
    meeting.refresh_from_db()
    return meeting


def opened(meeting: Meeting | None = None, *, all_present: bool = True) -> Meeting:
    meeting = actions.open_meeting(
        meeting=called(meeting), by=meeting and meeting.secretary
    )
    if all_present:
        for row in meeting.attendances.all():
            actions.set_attendance(attendance=row, is_present=True, by=None)
    return meeting


def closed(meeting: Meeting | None = None) -> Meeting:
    meeting = opened(meeting)
    actions.choose_approvers(
        meeting=meeting, chosen=[attendance(meeting, "Lindqvist")], by=None
    )
    return actions.close_meeting(
        meeting=meeting, ends_at=meeting.starts_at + timedelta(minutes=70), by=None
    )


def attendance(meeting: Meeting, family_name: str) -> Attendance:
    return meeting.attendances.get(person__family_name=family_name)

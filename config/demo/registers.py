"""The registers of the demo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from boards.access.enums import Role
from boards.board.enums import BoardKind
from boards.board.models import Board, Municipality
from boards.membership.models import Party
from boards.person.models import Person, User
from boards.registers.actions import (
    add_board,
    add_membership,
    add_municipality,
    add_party,
    add_person,
    add_recipient,
    add_staff_post,
    add_user,
    assign_role,
    set_personal_number,
    set_regulations,
    set_substitution_order,
)
from cases.report.actions import publish_statement
from cases.report.enums import Compliance
from config.demo.people import (
    BUILDING_SEATS,
    BUILDING_STAFF,
    JOINT_SEATS,
    JOINT_STAFF,
    PARTIES,
    PASSWORD_OF_ALL,
    PERSONAL_NUMBERS,
    Post,
    Seat,
    address,
)

TERM = date(2019, 1, 1)
ELECTED = "KF § 112/2018-11-19"
APPEAL = (
    "Beslutet kan prövas av förvaltningsrätten (laglighetsprövning, 13 kap."
    " kommunallagen). Överklagandet ska vara skriftligt och ha kommit in till"
    " Förvaltningsrätten i Albystad, Box 100, 123 45 Albystad, inom tre veckor från den"
    " dag då justeringen tillkännagavs på anslagstavlan."
)


@dataclass
class Registers:
    """What later parts of the demo find by name."""

    municipalities: dict[str, Municipality] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    boards: dict[str, Board] = field(default_factory=dict)


def build_registers() -> Registers:
    """Make municipalities, parties, both boards with their people, and accounts."""
    made = Registers()
    for name in ("Alby", "Berga"):
        made.municipalities[name] = add_municipality(
            name=name,
            slug=name.lower(),
            genitive=f"{name}s",
            organisation_number="",
            email=f"kommun@{name.lower()}.example",
            phone="0512-00 00 00",
            address=f"Kommunhuset\nStorgatan 1\n{name}",
            by=None,
        )
    for short, name in PARTIES.items():
        made.parties[short] = add_party(name=name, abbreviation=short, by=None)
    joint_board(made)
    building_board(made)
    shared_accounts(made)
    accessibility(made)
    return made


def accessibility(made: Registers) -> None:
    """Publish what Alby says of how accessible the pages are."""
    publish_statement(
        board=made.boards["mbn"],
        name="Alby kommun",
        slug="alby",
        email="tillganglighet@alby.example",
        phone="0512-00 00 00",
        compliance=Compliance.PARTIAL,
        deficiencies=(
            "Inskannade handlingar från tiden före 2020 saknar text som kan läsas upp."
            " Den som behöver en sådan handling får den uppläst eller avskriven.\n\n"
            "Röstlängder i äldre PDF-filer är inte märkta som tabeller. Protokollet som"
            " webbsida har dem som tabeller."
        ),
        method=(
            "Kommunen har själv granskat sidorna med tangentbord, skärmläsare och"
            " automatiska verktyg, på dator och telefon."
        ),
        by=None,
    )


def joint_board(made: Registers) -> None:
    """Make the gemensam nämnd: host Alby, partner Berga, two seats."""
    board = add_board(
        host=made.municipalities["Alby"],
        partners=[made.municipalities["Berga"]],
        kind=BoardKind.JOINT,
        name="Gemensam servicenämnd för IT, växel och telefoni",
        genitive="Gemensam servicenämnd för IT, växel och telefonis",
        prefix="ITVT",
        slug="itvt",
        seats=2,
        email="itvt@alby.example",
        valid_from=TERM,
        by=None,
    )
    set_regulations(
        board=board,
        valid_from=TERM,
        decision="KF Alby § 61/2018-06-18 och KF Berga § 47/2018-06-13",
        approver_count=1,
        secretary_signs=True,
        summons_days=7,
        storage_place="Kommunhuset, Alby kommun",
        notice_of_appeal=APPEAL,
        by=None,
    )
    made.boards["itvt"] = board
    seat_people(made, board, JOINT_SEATS)
    post_people(made, board, JOINT_STAFF)
    joint_recipients(board)
    give_role(made, "fatima", board, Role.SECRETARY)
    give_role(made, "jenny", board, Role.CONTROLLER)


def joint_recipients(board: Board) -> None:
    """Register the executive committees that get the joint board's extracts."""
    for name in ("Alby", "Berga"):
        add_recipient(
            board=board,
            name=f"Kommunstyrelsen i {name} kommun",
            email=f"ks@{name.lower()}.example",
            by=None,
        )


def give_role(made: Registers, username: str, board: Board, role: Role) -> None:
    """Give an account its role from the beginning of the term."""
    user = made.users[username]
    assign_role(user=user, board=board, role=role, valid_from=TERM, by=None)


def building_board(made: Registers) -> None:
    """Make the ordinary nämnd: nine seats, a party order of substitution."""
    board = add_board(
        host=made.municipalities["Alby"],
        kind=BoardKind.BOARD,
        name="Miljö- och byggnadsnämnden",
        genitive="Miljö- och byggnadsnämndens",
        prefix="MBN",
        slug="mbn",
        seats=9,
        email="mbn@alby.example",
        valid_from=TERM,
        by=None,
    )
    set_regulations(
        board=board,
        valid_from=TERM,
        decision="KF Alby § 64/2018-06-18",
        approver_count=1,
        secretary_signs=False,
        summons_days=7,
        distance_allowed=True,
        substitutes_may_note=True,
        dnr_pattern="{prefix} {year}/{number}",
        storage_place="Kommunhuset, Alby kommun",
        notice_of_appeal=APPEAL,
        by=None,
    )
    made.boards["mbn"] = board
    seat_people(made, board, BUILDING_SEATS)
    post_people(made, board, BUILDING_STAFF)
    building_recipients(board)
    give_role(made, "elin", board, Role.SECRETARY)
    set_substitution_order(
        board=board,
        absent_party=made.parties["S"],
        called_parties=[made.parties[short] for short in ("V", "C", "M")],
        by=None,
    )


def building_recipients(board: Board) -> None:
    """Register who gets the building board's extracts."""
    for name in ("Kommunstyrelsen", "Samhällsbyggnadsförvaltningen"):
        local_part = address(name, "mottagare").split("@", maxsplit=1)[0]
        add_recipient(
            board=board, name=name, email=f"{local_part}@alby.example", by=None
        )


def seat_people(made: Registers, board: Board, seats: Sequence[Seat]) -> None:
    """Give each seat its person, uppdrag and account."""
    for order, seat in enumerate(seats):
        person = add_person(
            given_name=seat.given, family_name=seat.family, email=seat.email, by=None
        )
        made.people[seat.family] = person
        add_membership(
            board=board,
            person=person,
            role=seat.role,
            party=made.parties[seat.party],
            municipality=made.municipalities[seat.municipality],
            valid_from=TERM,
            call_order=order,
            decision=ELECTED,
            by=None,
        )
        account(made, seat.username, person)


def post_people(made: Registers, board: Board, posts: Sequence[Post]) -> None:
    """Give each post its person and account."""
    for post in posts:
        person = add_person(
            given_name=post.given, family_name=post.family, email=post.email, by=None
        )
        made.people[post.family] = person
        add_staff_post(
            person=person,
            board=board,
            title=post.title,
            employer=post.employer,
            valid_from=TERM,
            by=None,
        )
        account(made, post.username, person)


def account(made: Registers, username: str, person: Person | None) -> None:
    """Make an account for those who have a username."""
    if username:
        made.users[username] = add_user(
            username=username, password=PASSWORD_OF_ALL, person=person, by=None
        )
    if person and username in PERSONAL_NUMBERS:
        number = PERSONAL_NUMBERS[username]
        set_personal_number(person=person, number=number, by=None)


def shared_accounts(made: Registers) -> None:
    """Make the registrator, the arkivarie and the systemförvaltare."""
    people = {"rolf": ("Rolf", "Diaz"), "arkiv": ("Britt", "Arkelius")}
    roles = {"rolf": Role.REGISTRAR, "arkiv": Role.ARCHIVIST}
    for username, (given, family) in people.items():
        person = add_person(
            given_name=given,
            family_name=family,
            email=address(given, family),
            by=None,
        )
        account(made, username, person)
        for board in made.boards.values():
            assign_role(
                user=made.users[username],
                board=board,
                role=roles[username],
                valid_from=TERM,
                by=None,
            )
    made.users["admin"] = add_user(
        username="admin", password=PASSWORD_OF_ALL, is_staff=True, by=None
    )

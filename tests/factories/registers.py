"""Municipalities, boards, people and roles, made by the product's actions."""

from datetime import date
from itertools import count

from boards.access.enums import Role
from boards.access.models import RoleAssignment
from boards.board.enums import BoardKind
from boards.board.models import Board, Municipality, Recipient, Regulations
from boards.membership.enums import MemberRole
from boards.membership.models import Membership, Party
from boards.person.models import Person, StaffPost, User
from boards.registers import actions

TERM = date(2019, 1, 1)
PASSWORD = "ett-bra-losenord"

serial = count(1)
LOCAL_RULES = frozenset(field.name for field in Regulations._meta.fields) - {
    "id",
    "board",
    "valid_from",
}


def municipality(name: str = "Alby", **values: object) -> Municipality:
    """The municipality of that name, made when it is not there."""
    known = Municipality.objects.filter(name=name).first()
    slug = name.lower().replace("å", "a").replace("ä", "a").replace("ö", "o")
    return known or actions.add_municipality(
        **{"name": name, "slug": slug, "email": f"kommun@{slug}.example"} | values,
        by=None,
    )


def board(
    slug: str = "", *, joint: bool = False, regulations: bool = True, **values: object
) -> Board:
    """A board; `joint` gives it a partner, `regulations=False` leaves those out.

    `dnr_pattern`, `approver_count` and the like go to the regulations.
    """
    slug = slug or f"n{next(serial)}"
    local = {k: values.pop(k) for k in list(values) if k in LOCAL_RULES}
    defaults = {
        "host": municipality(),
        "partners": [municipality("Berga")] if joint else [],
        "kind": BoardKind.JOINT if joint else BoardKind.BOARD,
        "name": f"Nämnden {slug}",
        "genitive": f"Nämnden {slug}s",
        "prefix": slug.upper(),
        "slug": slug,
        "seats": 2,
        "email": f"{slug}@alby.example",
        "valid_from": TERM,
    }
    made = actions.add_board(**defaults | values, by=None)
    if regulations:
        actions.set_regulations(
            board=made,
            valid_from=TERM,
            decision="KF § 80/2018-12-10",
            storage_place="Kommunhuset, Alby",
            by=None,
            **local,
        )
    return made


def recipient(of: Board, name: str = "Kommunstyrelsen") -> Recipient:
    return actions.add_recipient(
        board=of, name=name, email=f"r{next(serial)}@alby.example", by=None
    )


def party(abbreviation: str = "S", name: str = "") -> Party:
    """The party of that abbreviation, made when it is not there."""
    known = Party.objects.filter(abbreviation=abbreviation).first()
    return known or actions.add_party(
        name=name or f"Partiet {abbreviation}", abbreviation=abbreviation, by=None
    )


def person(name: str = "", *, protected: bool = False, **values: object) -> Person:
    number = next(serial)
    given, family = (name or f"Kim Person{number}").split(" ", 1)
    defaults = {"email": f"person{number}@alby.example", "is_protected": protected}
    return actions.add_person(
        given_name=given, family_name=family, by=None, **defaults | values
    )


def user(
    username: str = "", *, administrator: bool = False, of: Person | None = None
) -> User:
    """An account with `PASSWORD`; `administrator` keeps the registers."""
    return actions.add_user(
        username=username or f"konto{next(serial)}",
        password=PASSWORD,
        person=of or person(),
        is_staff=administrator,
        by=None,
    )


def membership(
    of: Board,
    who: Person | None = None,
    role: MemberRole = MemberRole.MEMBER,
    **values: object,
) -> Membership:
    """A term of office since `TERM`, elected by the host."""
    defaults = {"party": party(), "municipality": of.host, "valid_from": TERM}
    return actions.add_membership(
        board=of, person=who or person(), role=role, by=None, **defaults | values
    )


def role(of: Board, role: Role = Role.SECRETARY, who: User | None = None) -> User:
    """An account that holds the role in the board; returns the account."""
    account = who or user()
    actions.assign_role(user=account, board=of, role=role, valid_from=TERM, by=None)
    return account


def secretary(of: Board) -> User:
    return role(of, Role.SECRETARY)


def registrar(of: Board) -> User:
    return role(of, Role.REGISTRAR)


def assignment(of: Board, who: User, role: Role) -> RoleAssignment:
    return RoleAssignment.objects.get(board=of, user=who, role=role)


def staff_post(of: Board, who: Person | None = None, title: str = "") -> StaffPost:
    return actions.add_staff_post(
        person=who or person(),
        board=of,
        title=title or "Förvaltningschef",
        employer="Alby kommun",
        valid_from=TERM,
        by=None,
    )

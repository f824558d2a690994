"""Finds in the registers what a file names; nothing is ever made there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from boards.board.models import Board, Recipient
from boards.membership.models import Membership
from boards.person.models import Person, StaffPost, User
from cases.case.models import Case
from cases.communication.models import Communication
from cases.delegation.models import DelegatedDecision
from cases.document.models import Document
from minutes.item.models import MinutesItem
from minutes.meeting.facts import ON_THE_ROLL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from minutes.exchange.problems import Problems


class Registers:
    """The rows of one board, as of the day it met."""

    def __init__(self, board: Board, day: date, problems: Problems) -> None:
        self.board = board
        self.day = day
        self.problems = problems
        self.memberships = list(
            Membership.objects.serving_on(day)
            .filter(board=board)
            .select_related("person", "party")
        )
        self.cases = {case.dnr: case for case in Case.objects.filter(board=board)}

    def case(self, dnr: str | None, pointer: str) -> Case | None:
        """Return the board's ärende of that number."""
        if not dnr:
            return None
        if dnr not in self.cases:
            self.problems.add(pointer, "exchange.no_case", dnr=dnr)
        return self.cases.get(dnr)

    def document(self, said: dict[str, Any] | None, pointer: str) -> Document | None:
        """Return a handling by its ärende and number; its file must be the same."""
        if said is None:
            return None
        case = self.case(said["case"], f"{pointer}/case")
        if case is None:
            return None
        rows = Document.objects.select_related("case", "file")
        row = rows.filter(case=case, act_number=said["act"]).first()
        values = {"dnr": said["case"], "act": said["act"]}
        if row is None:
            self.problems.add(pointer, "exchange.no_document", **values)
            return None
        sha256 = said.get("sha256")
        if sha256 and (row.file is None or row.file.sha256 != sha256):
            self.problems.add(f"{pointer}/sha256", "exchange.other_file", **values)
        return row

    def user(self, username: str | None, pointer: str) -> User | None:
        """Return the account of the secretary."""
        if not username:
            return None
        row = User.objects.filter(username=username).first()
        if row is None:
            self.problems.add(pointer, "exchange.no_user", name=username)
        return row

    def recipient(self, name: str, pointer: str) -> Recipient | None:
        """Return one of those the board sends decisions to."""
        row = Recipient.objects.filter(board=self.board, name=name).first()
        if row is None:
            self.problems.add(pointer, "exchange.no_recipient", name=name)
        return row

    def communication(
        self, said: dict[str, Any], pointer: str, taken: set[int]
    ) -> Communication | None:
        """Return a meddelande that no other § reports."""
        rows = Communication.objects.filter(
            board=self.board,
            heading=said["heading"],
            received_on=said["received_on"],
            reported_in__isnull=True,
        )
        if said.get("case"):
            rows = rows.filter(case__dnr=said["case"])
        row = rows.exclude(pk__in=taken).order_by("pk").first()
        if row is None:
            values = {"heading": said["heading"]}
            self.problems.add(pointer, "exchange.no_communication", **values)
        return row

    def decision(
        self, said: dict[str, Any], pointer: str, taken: set[int]
    ) -> DelegatedDecision | None:
        """Return a delegated decision that no other § reports."""
        names = ("decided_on", "number", "delegate", "text")
        wanted = {name: said[name] for name in names if name in said}
        rows = DelegatedDecision.objects.filter(
            board=self.board, reported_in__isnull=True, **wanted
        )
        row = rows.exclude(pk__in=taken).order_by("pk").first()
        if row is None:
            values = {"delegate": said["delegate"], "day": said["decided_on"]}
            self.problems.add(pointer, "exchange.no_decision", **values)
        return row

    def earlier(self, said: dict[str, Any] | None, pointer: str) -> MinutesItem | None:
        """Return a § decided before, of any board."""
        if said is None:
            return None
        row = MinutesItem.objects.filter(
            board__host__name=said["host"],
            board__prefix=said["prefix"],
            year=said["year"],
            number=said["number"],
        ).first()
        if row is None:
            number = f"{said['prefix']} § {said['number']}/{said['year']}"
            self.problems.add(pointer, "exchange.no_earlier", number=number)
        return row

    def holder(self, said: dict[str, Any], pointer: str) -> Membership | Person | None:
        """Return the uppdrag, or the person, that somebody at the meeting is."""
        if said["kind"] in ON_THE_ROLL:
            return self.only(self.of_role(said), said, pointer)
        given = Person.objects.all()
        named = [row for row in given.order_by("pk") if row.name == said["name"]]
        return self.only(named or self.by_mail(said), said, pointer)

    def of_role(self, said: dict[str, Any]) -> list[Membership]:
        """Return the uppdrag of that role, party and name, the day of the meeting."""
        rows = [
            row
            for row in self.memberships
            if row.role == said.get("role") and row.party_label == said.get("party")
        ]
        email = said.get("email")
        named = [row for row in rows if row.person.name == said["name"]]
        return named or [row for row in rows if email and row.person.email == email]

    def by_mail(self, said: dict[str, Any]) -> list[Person]:
        """Return people of an address, for those who have changed their name."""
        email = said.get("email")
        return list(Person.objects.filter(email=email)) if email else []

    def only(
        self, rows: Iterable[Any], said: dict[str, Any], pointer: str
    ) -> Any | None:
        """Return the one that is left when address and order have told them apart."""
        found = list(rows)
        values = {"name": said["name"], "party": said.get("party") or "-"}
        if not found:
            on_roll = said["kind"] in ON_THE_ROLL
            code = "exchange.no_member" if on_roll else "exchange.no_person"
            self.problems.add(pointer, code, "KL 6:16" if on_roll else "", **values)
            return None
        for differs in (same_mail, same_order, self.same_post):
            if len(found) > 1:
                found = [row for row in found if differs(row, said)] or found
        if len(found) > 1:
            self.problems.add(pointer, "exchange.two_of_the_name", **values)
            return None
        return found[0]

    def same_post(self, row: Any, said: dict[str, Any]) -> bool:
        """Say whether somebody works for the board under the title."""
        posts = StaffPost.objects.filter(board=self.board, title=said.get("title", ""))
        return isinstance(row, Person) and posts.filter(person=row).exists()


def same_mail(row: Any, said: dict[str, Any]) -> bool:
    """Say whether the address is the same."""
    person = getattr(row, "person", row)
    return bool(said.get("email")) and person.email == said["email"]


def same_order(row: Any, said: dict[str, Any]) -> bool:
    """Say whether the place in the order of calling in is the same."""
    order = getattr(row, "call_order", None)
    return said.get("call_order") is not None and order == said["call_order"]

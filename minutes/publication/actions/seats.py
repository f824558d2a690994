"""Publishing who sits on a board; a protected person's seat has nobody's name."""

from __future__ import annotations

from boards.board.models import Board
from boards.membership.models import Membership
from boards.person.models import Person
from boards.shared.published.snapshots import publish_row, withdraw_row
from minutes.publication.actions.municipalities import publish_municipality
from minutes.publication.models import PublishedBoard, PublishedPerson, PublishedSeat


def publish_seats(board: Board, published: PublishedBoard) -> None:
    """Publish every uppdrag of a board, past ones too: who sat there on a day."""
    held = Membership.objects.filter(board=board)
    for seat in held.select_related("person", "party", "municipality"):
        publish_seat(seat, published)


def publish_seat(seat: Membership, board: PublishedBoard) -> None:
    """Publish one uppdrag with its days."""
    publish_row(
        PublishedSeat,
        {"source_id": seat.pk},
        {
            "board": board,
            "person": publish_name(seat.person),
            "role": seat.role,
            "party": seat.party.abbreviation if seat.party else "",
            "party_name": seat.party.name if seat.party else "",
            "municipality": publish_municipality(seat.municipality),
            "starts_on": seat.valid_from,
            "ends_on": seat.valid_to,
            "call_order": seat.call_order,
        },
    )


def publish_name(person: Person) -> PublishedPerson | None:
    """Publish somebody's name; of a protected person take it away (D-20)."""
    if person.is_protected:
        for row in PublishedPerson.objects.filter(source_id=person.pk).exclude(name=""):
            withdraw_row(row, name="")
        return None
    return publish_row(
        PublishedPerson,
        {"source_id": person.pk},
        {"name": person.name, "withdrawn_at": None},
    )

"""What follows when the registers of a board change."""

from boards.board.models import Board
from boards.person.models import Person
from boards.shared.outbox import enqueue, handlers

PUBLISH = "publication.registers"
PUBLISH_PERSON = "publication.person"


def publish(*boards: Board) -> None:
    """Have the public names brought up to date, where something publishes them."""
    if PUBLISH in handlers:
        for board in boards:
            enqueue(PUBLISH, board)


def publish_person(person: Person) -> None:
    """Have what names somebody published anew, after their protection changed."""
    if PUBLISH_PERSON in handlers:
        enqueue(PUBLISH_PERSON, person)

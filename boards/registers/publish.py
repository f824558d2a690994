"""What follows when the registers of a board change."""

from boards.board.models import Board
from boards.shared.outbox import enqueue, handlers

PUBLISH = "publication.registers"


def publish(*boards: Board) -> None:
    """Have the public names brought up to date, where something publishes them."""
    if PUBLISH in handlers:
        for board in boards:
            enqueue(PUBLISH, board)

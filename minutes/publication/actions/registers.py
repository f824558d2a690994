"""Publishing who there is: municipalities and boards."""

from __future__ import annotations

from django.db import transaction

from boards.board.models import Board
from boards.shared.clock import now
from boards.shared.published.snapshots import publish_row
from minutes.publication.actions.municipalities import publish_municipality
from minutes.publication.actions.seats import publish_seats
from minutes.publication.models import PublishedBoard


@transaction.atomic
def publish_registers(*, board: Board) -> PublishedBoard:
    """Publish a board, its municipalities and who sits on it."""
    municipalities = [publish_municipality(row) for row in board.municipalities()]
    published = publish_row(
        PublishedBoard,
        {"source_id": board.pk},
        {
            "slug": board.slug,
            "name": board.name,
            "prefix": board.prefix,
            "email": board.email,
            "notice_of_appeal": board.regulations_on(now().date()).notice_of_appeal,
        },
    )
    published.municipalities.set(municipalities)
    publish_seats(board, published)
    return published

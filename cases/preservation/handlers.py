"""What the outbox does for preservation."""

from boards.shared.outbox import handlers, long_kinds
from cases.document.models import Document
from cases.preservation.actions import look_at
from cases.preservation.queries import KIND


def look(pk: int) -> None:
    """Look at a handling's file."""
    # idempotent: a file that is settled is left alone
    look_at(document=Document.objects.select_related("file").get(pk=pk))


handlers[KIND] = look
# Programs of the machine are run while nothing is locked.
long_kinds.add(KIND)

"""What the outbox does for retention."""

from boards.shared.outbox import handlers
from cases.retention.actions.disposals import REMOVE_FILE
from cases.retention.actions.files import remove_file
from cases.retention.models import DisposalRow


def remove(pk: int) -> None:
    """Remove the bytes of a handling disposed of."""
    # idempotent: the action is
    remove_file(row=DisposalRow.objects.get(pk=pk))


handlers[REMOVE_FILE] = remove

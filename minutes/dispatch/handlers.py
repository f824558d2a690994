"""What the outbox does for expediering."""

from boards.shared.outbox import after_failure, handlers
from minutes.dispatch import actions
from minutes.dispatch.models import Dispatch


def send(pk: int) -> None:
    """Send one recipient's extract."""
    # idempotent: what has gone is left alone
    actions.send_dispatch(dispatch=Dispatch.objects.get(pk=pk))


handlers["dispatch.send"] = send
after_failure["dispatch.send"] = actions.note_failed_attempt

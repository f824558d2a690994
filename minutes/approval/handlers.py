"""What the outbox does for justering."""

from boards.shared.outbox import handlers
from minutes.approval import actions, mail
from minutes.approval.models import Approval


def seal(pk: int) -> None:
    """Make the PDF of frozen minutes."""
    # idempotent: a justering that has its PDF is left alone
    actions.seal(approval=Approval.objects.get(pk=pk))


handlers["approval.seal"] = seal
handlers["approval.ask_signer"] = mail.ask_signer
handlers["approval.tell_returned"] = mail.tell_returned
handlers["approval.tell_secretary"] = mail.tell_secretary

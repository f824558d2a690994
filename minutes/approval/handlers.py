"""What the outbox does for justering."""

from boards.shared.outbox import after_failure, handlers
from boards.shared.refusals import Refused
from boards.shared.seal.errors import SealError
from minutes.approval import actions, mail
from minutes.approval.models import Approval, SigningAttempt


def seal(pk: int) -> None:
    """Make the PDF of frozen minutes."""
    # idempotent: a justering that has its PDF is left alone
    actions.seal(approval=Approval.objects.get(pk=pk))


def give_signature(pk: int) -> None:
    """Give a signature somebody has proved; a fault of the sealing is tried again."""
    # idempotent: one that was given is left alone
    attempt = SigningAttempt.objects.get(pk=pk)
    try:
        actions.give(attempt=attempt)
    except Refused as no:
        actions.fail(attempt, no.refusals[0].code)
    except SealError as error:
        if not error.is_final:
            raise
        actions.note_not_sealed(attempt, error, is_over=True)


def note_not_given(pk: int, error: Exception, is_over: bool) -> None:
    """Say what the signature waits for; open the slot again when it is over."""
    attempt = SigningAttempt.objects.get(pk=pk)
    actions.note_not_sealed(attempt, error, is_over=is_over)


handlers["approval.seal"] = seal
handlers["approval.give_signature"] = give_signature
after_failure["approval.give_signature"] = note_not_given
handlers["approval.ask_signer"] = mail.ask_signer
handlers["approval.tell_returned"] = mail.tell_returned
handlers["approval.tell_secretary"] = mail.tell_secretary

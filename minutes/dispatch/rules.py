"""May a § be sent out, and may a failed sending be tried again."""

from dataclasses import dataclass

from boards.shared.refusals import Refusal
from minutes.dispatch.enums import DispatchState


@dataclass(frozen=True)
class DispatchFacts:
    """A § somebody wants to send to its recipients."""

    is_approved: bool
    recipients: frozenset[int]
    sent_to: frozenset[int] = frozenset()
    is_secret: bool = False


def blocks_dispatching(facts: DispatchFacts) -> list[Refusal]:
    """Find what stops an extract: only approved minutes are attested (P-11, P-12)."""
    found = []
    if not facts.is_approved:
        found.append(Refusal("dispatch.not_approved", "KL 5:69"))
    if facts.is_secret:
        found.append(Refusal("dispatch.secret", "OSL 8:1"))
    if not facts.recipients:
        found.append(Refusal("dispatch.no_recipients"))
    elif facts.recipients <= facts.sent_to:
        found.append(Refusal("dispatch.all_sent"))
    return found


def blocks_retrying(state: str) -> list[Refusal]:
    """Find what stops another attempt: only what was given up is tried by hand."""
    return [] if state == DispatchState.FAILED else [Refusal("dispatch.not_failed")]

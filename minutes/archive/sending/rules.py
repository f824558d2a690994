"""When a package may be sent to an e-archive."""

from __future__ import annotations

from boards.shared.refusals import Refusal


def blocks_sending(
    *, is_known: bool, is_built: bool, is_under_way: bool, is_received: bool
) -> list[Refusal]:
    """Refuse an unknown place, what is not built, on its way, or received."""
    found = []
    if not is_known:
        found.append(Refusal("transfer.no_target"))
    if not is_built:
        found.append(Refusal("sip.not_built"))
    if is_under_way:
        found.append(Refusal("transfer.under_way"))
    if is_received:
        found.append(Refusal("transfer.received_already"))
    return found

"""What rooms to the right know that stands against a disposal, or allows it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boards.shared.refusals import Refusal

Holds = Callable[[Collection[int]], "Mapping[int, Sequence[Refusal]]"]

# What stands against every handling of an ärende, asked for by ärenden at once.
case_holds: list[Holds] = []

# What stands against single handlingar, asked for by handlingar at once.
document_holds: list[Holds] = []

# When the last § about each ärende was approved, for those where all are.
approvals: list[Callable[[Collection[int]], Mapping[int, date]]] = []

# Those of the ärenden that an e-archive has given its receipt for.
deliveries: list[Callable[[Collection[int]], Collection[int]]] = []

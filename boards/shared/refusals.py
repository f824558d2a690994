"""How a rule says no: what, by which law or setting, with which values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Refusal:
    """One reason why something may not be done.

    `code` finds the Swedish sentence in a room's `texts.py`, `law` is the paragraph or
    the local setting the refusal rests on, `field` the form field it belongs to.
    """

    code: str
    law: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    field: str = ""


class Refused(Exception):  # noqa: N818  reads as the word the house uses
    """A rule said no; the page shows every reason, with status 409."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__(", ".join(refusal.code for refusal in self.refusals))


def refuse_if(refusals: Iterable[Refusal]) -> None:
    """Raise `Refused` when a guard found anything against it."""
    found = tuple(refusals)
    if found:
        raise Refused(found)

"""What is wrong with a file: all of it, each with its place, line, rule and law."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.db.models import ProtectedError

from boards.shared.refusals import Refusal, Refused
from boards.shared.texts import sentence
from minutes.exchange.parsing import Parsed

Made = TypeVar("Made")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, with its JSON pointer and line."""

    pointer: str
    line: int
    refusal: Refusal

    def __str__(self) -> str:
        return f"rad {self.line} {self.pointer or '/'}: {self.said} [{self.code}]"

    @property
    def said(self) -> str:
        """The sentence with its law."""
        return sentence(self.refusal)

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.refusal.code


@dataclass
class Problems:
    """Collects what is wrong; the same thing at the same place once."""

    parsed: Parsed
    found: dict[tuple[str, str, str], Problem] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.found)

    def add(self, pointer: str, code: str, law: str = "", **values: object) -> None:
        """Note something by its code."""
        self.refuse(pointer, [Refusal(code, law, values)])

    def refuse(self, pointer: str, refusals: Iterable[Refusal]) -> None:
        """Note a rule's no, at the field it names if the file has that field."""
        for refusal in refusals:
            below = f"{pointer}/{refusal.field}"
            where = below if refusal.field and below in self.parsed.lines else pointer
            key = (where, refusal.code, str(sorted(refusal.values.items())))
            line = self.parsed.line(where)
            self.found.setdefault(key, Problem(where, line, refusal))

    def attempt(self, pointer: str, action: Callable[[], Made]) -> Made | None:
        """Do something in a savepoint; a no is noted and nothing of it stays."""
        try:
            with transaction.atomic():
                return action()
        except Refused as no:
            self.refuse(pointer, no.refusals)
        except (ValidationError, IntegrityError, DataError, ProtectedError) as no:
            name = constraint_of(no)
            self.add(pointer, "exchange.database_refuses", rule=name)
        return None

    def listed(self) -> list[Problem]:
        """Return them in the order of the file."""
        return sorted(self.found.values(), key=lambda one: (one.line, one.pointer))


def constraint_of(no: Any) -> str:
    """Return the name of the rule of the database that was broken."""
    cause = getattr(no, "__cause__", None)
    name = getattr(getattr(cause, "diag", None), "constraint_name", None)
    return str(name or type(no).__name__)

"""Reads of the screen: the last run in words, and those before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from boards.integrity.checks import Fault, checks, looked_at
from boards.integrity.models import ChainSeal, IntegrityRun
from boards.shared.texts import SENTENCES

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One check of a run: its name, what it looked at, how many faults it found."""

    label: str
    looked: str
    fault_count: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One fault of a run: which check, where, and what in words."""

    label: str
    where: str
    text: str


def runs() -> list[IntegrityRun]:
    """Return the latest runs, the newest first."""
    return list(IntegrityRun.objects.select_related("ordered_by__person")[:SHOWN])


def last_ended() -> IntegrityRun | None:
    """Return the last run that came to its end."""
    return IntegrityRun.objects.filter(ended_at__isnull=False).first()


def last_seal() -> ChainSeal | None:
    """Return the newest seal of the history's chain."""
    return ChainSeal.objects.order_by("-number").first()


def lines(run: IntegrityRun) -> list[Line]:
    """Return what each check of a run looked at."""
    kept: Mapping[str, Any] = run.looked_at
    return [
        Line(
            check.label,
            looked_at(kept[check.name]["looked_at"]),
            kept[check.name]["fault_count"],
        )
        for check in checks
        if check.name in kept
    ]


def faults(run: IntegrityRun) -> list[Shown]:
    """Return the faults of a run in words."""
    found = []
    for row in run.faults:
        fault = Fault(row["where"], row["code"], row["values"])
        label = str(SENTENCES[f"integrity.check.{row['check']}"])
        found.append(Shown(label, fault.where, fault.sentence))
    return found
